package org.accountinghub.routes.ledger;

import java.util.Optional;
import org.accountinghub.mappings.model.Problem;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;

/** A row of the store that another document holds, as the database refused it. */
record RowConflict(long holder, String rowId) {

    static Optional<RowConflict> in(DataIntegrityViolationException refused) {
        if (!(refused.getMostSpecificCause() instanceof PSQLException cause)) {
            return Optional.empty();
        }
        ServerErrorMessage message = cause.getServerErrorMessage();
        if (message == null || !"document_row_owner".equals(message.getConstraint()) || message.getDetail() == null) {
            return Optional.empty();
        }
        String[] holderAndRow = message.getDetail().split(" ", 2);
        return Optional.of(new RowConflict(Long.parseLong(holderAndRow[0]), holderAndRow[1]));
    }

    /** @param document the holder in words: order, payer, generation, connection, state, number at the partner */
    Problem problem(String document) {
        return new Problem(
                "ledger.row-in-another-document",
                Problem.Stage.STORE,
                Optional.of(rowId),
                "row " + rowId + " already belongs to " + document,
                "Compare both orders: mark this one as invoiced where its rows were invoiced there; where it shall be"
                        + " invoiced again, settle the earlier document first and then send its order again",
                Optional.empty());
    }
}
