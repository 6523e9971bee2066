package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerDatabase.micros;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.accountinghub.routes.engine.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Claiming what was dispatched. */
final class Claims {

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    private final LedgerDatabase database;
    private final FrozenContents contents;
    private final Conclusions conclusions;

    Claims(LedgerDatabase database, FrozenContents contents, Conclusions conclusions) {
        this.database = database;
        this.contents = contents;
        this.conclusions = conclusions;
    }

    Optional<Claim> claim(long transferId, int dispatch, String worker, Duration lease) {
        return database.sql(DeliveryStatements.CLAIM)
                .param("id", transferId)
                .param("dispatch", dispatch)
                .param("worker", worker)
                .param("lease", UUID.randomUUID().toString())
                .param("length", micros(lease))
                .query(Claimed::read)
                .optional()
                .flatMap(this::opened);
    }

    private record Claimed(Claim claim, Optional<byte[]> sealed) {

        static Claimed read(ResultSet row, int number) throws SQLException {
            Claim claim = new Claim(
                    TransferRows.transfer(row, number),
                    row.getString("lease"),
                    TransferRows.instant(row, "claimed_at"),
                    TransferRows.instant(row, "lease_ends"),
                    row.getInt("starts"),
                    Steps.read(row.getString("steps")),
                    Optional.empty());
            return new Claimed(claim, Optional.ofNullable(row.getBytes("sealed")));
        }
    }

    /** Content that cannot be read is nothing to repeat an attempt for: a person has to look. */
    private Optional<Claim> opened(Claimed claimed) {
        Claim claim = claimed.claim();
        try {
            return Optional.of(new Claim(
                    claim.transfer(),
                    claim.lease(),
                    claim.at(),
                    claim.leaseEnds(),
                    claim.attempt(),
                    claim.steps(),
                    claimed.sealed()
                            .map(sealedBytes -> contents.open(
                                    claim.transfer().id(), claim.transfer().connection(), sealedBytes))));
        } catch (IllegalStateException | WrongKeyException | JacksonException e) {
            LOG.error(
                    "transfer {}: its content cannot be read: {}",
                    claim.transfer().id(),
                    e.getClass().getSimpleName());
            conclusions.conclude(claim, Conclusions.unreadable());
            return Optional.empty();
        }
    }
}
