package org.accountinghub.routes.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.port.RegisterLedger.Noted;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Conflicts as they are found. Both values are sealed together, bound to the record and the field. */
final class ConflictNotes {

    /** Nobody makes a record alike in the same moment. */
    private static final String LOCK = """
            SELECT 1 FROM hub.register_link l JOIN unnest(:ids) AS x (partner_id) ON l.partner_id = x.partner_id
            WHERE l.connection = :connection AND l.register = :register FOR NO KEY UPDATE OF l""";

    /** What an earlier attempt was about to write over the same value, and did not. */
    private static final String FORGET = """
            DELETE FROM hub.register_conflict c
            USING unnest(:ids, :versions, :fields, :hashes, :lost) AS x (partner_id, version, field, hash, lost),
                  hub.register_link l
            WHERE c.connection = :connection AND c.register = :register AND c.open AND c.acknowledged_at IS NULL
              AND c.partner_id = x.partner_id AND c.field = x.field AND c.lost = x.lost AND c.hash <> x.hash
              AND l.connection = :connection AND l.register = :register AND l.partner_id = x.partner_id
              AND l.version = x.version""";

    /** One of a record that was made alike since is left out, and one that a person has seen before it was settled. */
    private static final String NOTE = """
            INSERT INTO hub.register_conflict AS c
                   (connection, register, partner_id, number, field, sealed, hash, lost, settled)
            SELECT DISTINCT ON (x.partner_id, x.field, x.hash)
                   :connection, :register, x.partner_id, x.number, x.field, x.sealed, x.hash, x.lost, x.settled
            FROM unnest(:ids, :numbers, :versions, :fields, :sealed, :hashes, :lost, :settled)
                AS x (partner_id, number, version, field, sealed, hash, lost, settled)
            JOIN hub.register_link l ON l.connection = :connection AND l.register = :register AND l.partner_id = x.partner_id
                                    AND l.version = x.version
            WHERE NOT EXISTS (
                SELECT FROM hub.register_conflict seen
                WHERE seen.connection = :connection AND seen.register = :register AND seen.open
                  AND seen.acknowledged_at IS NOT NULL
                  AND seen.partner_id = x.partner_id AND seen.field = x.field AND seen.hash = x.hash)
            ORDER BY x.partner_id, x.field, x.hash
            ON CONFLICT (connection, register, partner_id, field, hash) WHERE acknowledged_at IS NULL
            DO UPDATE SET settled = excluded.settled, at = CASE WHEN c.open THEN c.at ELSE excluded.at END, open = true""";

    private final LedgerDatabase database;
    private final ContentCipher cipher;

    ConflictNotes(LedgerDatabase database, ContentCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /** In a transaction. */
    int note(String connection, Register register, List<Noted> noted) {
        if (noted.isEmpty()) {
            return 0;
        }
        String[] ids = noted.stream().map(Noted::partnerId).toArray(String[]::new);
        String[] fields = noted.stream().map(one -> one.field().name()).toArray(String[]::new);
        Long[] versions = noted.stream().map(Noted::version).toArray(Long[]::new);
        byte[][] contents = noted.stream().map(ConflictNotes::content).toArray(byte[][]::new);
        byte[][] sealed = new byte[contents.length][];
        byte[][] hashes = new byte[contents.length][];
        byte[][] lost = new byte[contents.length][];
        for (int i = 0; i < contents.length; i++) {
            sealed[i] = cipher.seal(contents[i], boundTo(connection, register.name(), ids[i], fields[i]));
            hashes[i] = cipher.hash(contents[i]);
            lost[i] = cipher.hash(noted.get(i).lost().getBytes(StandardCharsets.UTF_8));
        }
        about(LOCK, connection, register, ids).query().listOfRows();
        about(FORGET, connection, register, ids)
                .param("versions", versions)
                .param("fields", fields)
                .param("hashes", hashes)
                .param("lost", lost)
                .update();
        return about(NOTE, connection, register, ids)
                .param("versions", versions)
                .param("fields", fields)
                .param("hashes", hashes)
                .param("lost", lost)
                .param("numbers", noted.stream().map(Noted::number).toArray(String[]::new))
                .param("sealed", sealed)
                .param(
                        "settled",
                        noted.stream().map(one -> one.settled().name()).toArray(String[]::new))
                .update();
    }

    private StatementSpec about(String text, String connection, Register register, String[] ids) {
        return database.sql(text)
                .param("connection", connection)
                .param("register", register.name())
                .param("ids", ids);
    }

    private static byte[] content(Noted noted) {
        return CanonicalJson.bytes(Map.of("ours", noted.ours(), "theirs", noted.theirs()));
    }

    static String boundTo(String connection, String register, String partnerId, String field) {
        return "conflict/" + connection + "/" + register + "/" + partnerId + "/" + field;
    }
}
