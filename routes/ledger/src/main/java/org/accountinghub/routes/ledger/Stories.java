package org.accountinghub.routes.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.PersonalNumbers;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Standing;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.port.OperatorLedger.ActionLine;
import org.accountinghub.routes.engine.port.OperatorLedger.AttemptLine;
import org.accountinghub.routes.engine.port.OperatorLedger.Row;
import org.accountinghub.routes.engine.port.OperatorLedger.Story;

/** Everything about one transfer, for the person who has to explain it. */
final class Stories {

    private static final int EVENTS = 500;

    private final LedgerDatabase database;

    Stories(LedgerDatabase database) {
        this.database = database;
    }

    Story of(Row row) {
        long id = row.transfer().id();
        List<StepProgress> steps =
                Steps.read(database.sql("SELECT %s FROM (SELECT :id AS id) t".formatted(Steps.OF_TRANSFER))
                        .param("id", id)
                        .query(String.class)
                        .optional()
                        .orElse(null));
        Invoiced invoiced = row.transfer().subject() instanceof Subject.OfDocument
                ? Invoiced.of(row.transfer().state(), steps, returned(id))
                : new Invoiced("no", "this is a record of a register, not an invoice");
        return new Story(row, steps, attempts(id), actions(id), invoiced.answer(), invoiced.because());
    }

    private Invoiced.Returned returned(long id) {
        return database.sql("""
                        SELECT coalesce(r.standing, 'ABSENT') AS standing,
                               CASE WHEN r.made_as = 'ORDER'
                                    THEN 'order ' || r.partner_number || coalesce(' (invoice ' || r.invoice_number || ')', '')
                                    ELSE 'document ' || coalesce(r.invoice_number, r.partner_number) END AS document,
                               r.recorded_at,
                               (SELECT string_agg(s.number, ', ' ORDER BY s.number) FROM hub.stray s
                                WHERE s.transfer_id = r.transfer_id AND s.problem IS NOT NULL
                                  AND (s.made_as, s.partner_id) IS DISTINCT FROM (r.made_as, r.partner_id)
                                  AND NOT EXISTS (
                                      SELECT FROM hub.document_part p
                                      WHERE (p.connection, p.made_as, p.partner_id)
                                          = (s.connection, s.made_as, s.partner_id))) AS strays,
                               EXISTS (SELECT FROM hub.transfer_attempt a
                                       WHERE a.transfer_id = t.id AND a.state = 'IN_DOUBT') AS doubted
                        FROM hub.transfer t LEFT JOIN hub.document_return r ON r.transfer_id = t.id
                        WHERE t.id = :id""")
                .param("id", id)
                .query((row, number) -> new Invoiced.Returned(
                        Standing.valueOf(row.getString("standing")),
                        Optional.ofNullable(row.getString("document")),
                        TransferRows.instantIfAny(row, "recorded_at"),
                        Optional.ofNullable(row.getString("strays")),
                        row.getBoolean("doubted")))
                .single();
    }

    /** The newest events, oldest first. */
    private List<AttemptLine> attempts(long id) {
        List<AttemptLine> newestFirst = database.sql("""
                        SELECT attempt, at, what, verdict, problem, exchanges FROM hub.transfer_attempt
                        WHERE transfer_id = :id ORDER BY id DESC LIMIT :most""")
                .param("id", id)
                .param("most", EVENTS)
                .query((row, number) -> new AttemptLine(
                        row.getInt("attempt"),
                        TransferRows.instant(row, "at"),
                        PersonalNumbers.masked(row.getString("what")),
                        Optional.ofNullable(row.getString("verdict")),
                        TransferRows.problem(row.getString("problem")).map(Stories::words),
                        Exchanges.kept(row.getString("exchanges"))))
                .list();
        List<AttemptLine> lines = new ArrayList<>(newestFirst);
        Collections.reverse(lines);
        return lines;
    }

    private static String words(Problem problem) {
        return problem.partnerSays()
                .map(said -> problem.reason() + " (" + said + ")")
                .orElse(problem.reason());
    }

    private List<ActionLine> actions(long id) {
        return database.sql("SELECT at, who, verb, reason FROM hub.operator_action WHERE transfer_id = :id ORDER BY id")
                .param("id", id)
                .query((row, number) -> new ActionLine(
                        TransferRows.instant(row, "at"),
                        row.getString("who"),
                        row.getString("verb"),
                        row.getString("reason")))
                .list();
    }
}
