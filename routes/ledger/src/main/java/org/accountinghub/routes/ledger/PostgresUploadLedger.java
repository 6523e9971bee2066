package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerDatabase.micros;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.port.Upload;
import org.accountinghub.routes.engine.port.UploadLedger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uploads in the database all processes share; file and results in sealed parts, each bound to its place. */
final class PostgresUploadLedger implements UploadLedger {

    private final LedgerDatabase database;
    private final ContentCipher cipher;

    PostgresUploadLedger(LedgerDatabase database, ContentCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    @Override
    public long begin(Register register, String fileName, String who) {
        return database.sql(
                        "INSERT INTO hub.upload (register, file_name, who) VALUES (:register, :name, :who) RETURNING id")
                .param("register", register.name())
                .param("name", fileName)
                .param("who", who)
                .query(Long.class)
                .single();
    }

    @Override
    public void append(long id, int part, byte[] content) {
        database.sql("INSERT INTO hub.upload_part (upload_id, part, sealed) VALUES (:id, :part, :sealed)")
                .param("id", id)
                .param("part", part)
                .param("sealed", cipher.seal(content, boundTo(id, "part", part)))
                .update();
    }

    @Override
    public void received(long id, long bytes, boolean apply) {
        database.sql("""
                        UPDATE hub.upload SET state = 'CHECKING', bytes = :bytes, wanted = :apply, heard_at = now(),
                               applied_by = CASE WHEN :apply THEN who END
                        WHERE id = :id AND state = 'RECEIVING'""")
                .param("id", id)
                .param("bytes", bytes)
                .param("apply", apply)
                .update();
    }

    @Override
    public Optional<Upload> find(long id) {
        return database.sql(UploadRows.SELECT + " WHERE u.id = :id")
                .param("id", id)
                .query(UploadRows::upload)
                .optional();
    }

    @Override
    public List<Upload> newest(int limit) {
        return database.sql(UploadRows.SELECT + " ORDER BY u.id DESC LIMIT :limit")
                .param("limit", limit)
                .query(UploadRows::upload)
                .list();
    }

    @Override
    public Optional<Upload> next() {
        return database.sql(UploadRows.SELECT + " WHERE u.state IN ('CHECKING', 'APPLYING') ORDER BY u.id LIMIT 1")
                .query(UploadRows::upload)
                .optional();
    }

    @Override
    public Upload start(long id) {
        return database.inTransaction(() -> {
            Optional<String> state =
                    database.sql("""
                            UPDATE hub.upload SET starts = starts + 1, heard_at = now()
                            WHERE id = :id AND state IN ('CHECKING', 'APPLYING') RETURNING state""").param("id", id).query(String.class).optional();
            if (state.filter(Upload.State.CHECKING.name()::equals).isPresent()) {
                ofPass("DELETE FROM hub.upload_pass WHERE upload_id = :id AND phase = :phase", id, Upload.Phase.CHECK)
                        .update();
            }
            state.ifPresent(found -> ofPass(
                            "INSERT INTO hub.upload_pass (upload_id, phase) VALUES (:id, :phase) ON CONFLICT DO NOTHING",
                            id,
                            found.equals(Upload.State.CHECKING.name()) ? Upload.Phase.CHECK : Upload.Phase.APPLY)
                    .update());
            return find(id).orElseThrow();
        });
    }

    @Override
    public void content(long id, OutputStream to) throws IOException {
        String parts = "SELECT sealed FROM hub.upload_part WHERE upload_id = :id AND part = :part";
        Optional<byte[]> sealed = part(parts, id, "part", 0);
        for (int part = 0; sealed.isPresent(); sealed = part(parts, id, "part", ++part)) {
            to.write(cipher.open(sealed.get(), boundTo(id, "part", part)));
        }
    }

    @Override
    public boolean advance(long id, Upload.Phase phase, int from, int to, Upload.Tally tally, byte[] lines) {
        return database.inTransaction(() -> {
            int ours = database.sql("""
                            UPDATE hub.upload SET heard_at = now(), starts = CASE state WHEN 'APPLYING' THEN 0 ELSE starts END
                            WHERE id = :id AND state = :state""")
                    .param("id", id)
                    .param("state", phase.state().name())
                    .update();
            Optional<Integer> part = ours == 0 ? Optional.empty() : moved(id, phase, from, to, tally);
            part.ifPresent(number -> ofPass(
                            "INSERT INTO hub.upload_result (upload_id, phase, part, sealed) VALUES (:id, :phase, :part, :sealed)",
                            id,
                            phase)
                    .param("part", number)
                    .param("sealed", cipher.seal(lines, boundTo(id, phase.name(), number)))
                    .update());
            return part.isPresent();
        });
    }

    private Optional<Integer> moved(long id, Upload.Phase phase, int from, int to, Upload.Tally tally) {
        return ofPass("""
                        UPDATE hub.upload_pass
                        SET place = :to, created = created + :created, updated = updated + :updated,
                            unchanged = unchanged + :unchanged, refused = refused + :refused, ignored = ignored + :ignored,
                            parts = parts + 1, heard_at = now()
                        WHERE upload_id = :id AND phase = :phase AND place = :from RETURNING parts - 1""", id, phase)
                .param("from", from)
                .param("to", to)
                .param("created", tally.created())
                .param("updated", tally.updated())
                .param("unchanged", tally.unchanged())
                .param("refused", tally.refused())
                .param("ignored", tally.ignored())
                .query(Integer.class)
                .optional();
    }

    @Override
    public void ended(long id, Upload.Phase phase, List<String> remarks) {
        database.inTransaction(() -> {
            String next =
                    phase == Upload.Phase.APPLY ? "'DONE'" : "CASE WHEN wanted THEN 'APPLYING' ELSE 'CHECKED' END";
            int ours = database.sql("UPDATE hub.upload SET state = " + next
                            + ", starts = 0, heard_at = now(), remarks = :remarks WHERE id = :id AND state = :state")
                    .param("id", id)
                    .param("remarks", remarks.toArray(String[]::new))
                    .param("state", phase.state().name())
                    .update();
            if (ours == 1) {
                ofPass(
                                "UPDATE hub.upload_pass SET ended_at = now() WHERE upload_id = :id AND phase = :phase",
                                id,
                                phase)
                        .update();
                return phase == Upload.Phase.APPLY && forget(id);
            }
            return false;
        });
    }

    @Override
    public void giveUp(long id, Upload.State state, Upload.Refusal why) {
        database.inTransaction(() -> {
            database.sql("""
                            UPDATE hub.upload SET state = :state, reason = :reason, remedy = :remedy, heard_at = now()
                            WHERE id = :id AND state IN ('RECEIVING', 'CHECKING', 'CHECKED', 'APPLYING')""")
                    .param("id", id)
                    .param("state", state.name())
                    .param("reason", why.reason())
                    .param("remedy", why.remedy())
                    .update();
            return forget(id);
        });
    }

    @Override
    public boolean apply(long id, String who) {
        return database.sql("""
                        UPDATE hub.upload
                        SET wanted = true, applied_by = :who, heard_at = now(),
                            state = CASE state WHEN 'CHECKED' THEN 'APPLYING' ELSE state END
                        WHERE id = :id AND state IN ('CHECKING', 'CHECKED') AND NOT wanted""").param("id", id).param("who", who).update() == 1;
    }

    @Override
    public boolean cancel(long id, String who) {
        return database.inTransaction(() -> {
            int cancelled = database.sql("""
                            UPDATE hub.upload SET state = 'CANCELLED', cancelled_by = :who, heard_at = now()
                            WHERE id = :id AND state IN ('RECEIVING', 'CHECKING', 'CHECKED', 'APPLYING')""").param("id", id).param("who", who).update();
            return cancelled == 1 && forget(id);
        });
    }

    @Override
    public boolean result(long id, Upload.Phase phase, OutputStream to) throws IOException {
        String parts = "SELECT sealed FROM hub.upload_result WHERE upload_id = :id AND phase = :phase AND part = :part";
        Optional<byte[]> sealed = part(parts, id, phase.name(), 0);
        for (int part = 0; sealed.isPresent(); sealed = part(parts, id, phase.name(), ++part)) {
            to.write(cipher.open(sealed.get(), boundTo(id, phase.name(), part)));
        }
        return true;
    }

    @Override
    public <T> T inOneCommit(Supplier<T> work) {
        return database.inTransaction(work);
    }

    @Override
    public <T> T inTrial(Supplier<T> work) {
        return database.inTrial(work);
    }

    @Override
    public void purge(Duration contents, Duration results) {
        database.sql("""
                        UPDATE hub.upload SET state = 'CANCELLED', cancelled_by = 'nobody said yes'
                        WHERE state IN ('CHECKED', 'RECEIVING') AND heard_at < now() - :contents * interval '1 microsecond'""").param("contents", micros(contents)).update();
        database.sql("""
                        DELETE FROM hub.upload_part p USING hub.upload u
                        WHERE u.id = p.upload_id AND u.state NOT IN ('RECEIVING', 'CHECKING', 'CHECKED', 'APPLYING')""").update();
        database.sql("""
                        DELETE FROM hub.upload
                        WHERE state NOT IN ('RECEIVING', 'CHECKING', 'CHECKED', 'APPLYING')
                          AND heard_at < now() - :results * interval '1 microsecond'""").param("results", micros(results)).update();
    }

    private boolean forget(long id) {
        database.sql("DELETE FROM hub.upload_part WHERE upload_id = :id")
                .param("id", id)
                .update();
        return true;
    }

    private JdbcClient.StatementSpec ofPass(String text, long id, Upload.Phase phase) {
        return database.sql(text).param("id", id).param("phase", phase.name());
    }

    private Optional<byte[]> part(String text, long id, String phase, int part) {
        JdbcClient.StatementSpec statement = database.sql(text).param("id", id).param("part", part);
        return (text.contains(":phase") ? statement.param("phase", phase) : statement)
                .query(byte[].class)
                .optional();
    }

    private static String boundTo(long id, String what, int part) {
        return "upload/" + id + "/" + what + "/" + part;
    }
}
