package org.accountinghub.routes.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.port.RegisterLedger.Noted;

/** Conflicts as they are found. Both values are sealed together, bound to the record and the field. */
final class ConflictNotes {

    /** One of a record that was made alike since is left out. */
    private static final String NOTE = """
            INSERT INTO hub.register_conflict (connection, register, partner_id, number, field, sealed, hash, settled)
            SELECT :connection, :register, x.partner_id, x.number, x.field, x.sealed, x.hash, x.settled
            FROM unnest(:ids, :numbers, :versions, :fields, :sealed, :hashes, :settled)
                AS x (partner_id, number, version, field, sealed, hash, settled)
            JOIN hub.register_link l ON l.connection = :connection AND l.register = :register AND l.partner_id = x.partner_id
                                    AND l.version = x.version
            WHERE NOT EXISTS (
                SELECT FROM hub.register_conflict c
                WHERE c.connection = :connection AND c.register = :register AND c.open
                  AND c.partner_id = x.partner_id AND c.field = x.field AND c.hash = x.hash)""";

    private final LedgerDatabase database;
    private final ContentCipher cipher;

    ConflictNotes(LedgerDatabase database, ContentCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    void note(String connection, Register register, List<Noted> noted) {
        if (noted.isEmpty()) {
            return;
        }
        String[] ids = noted.stream().map(Noted::partnerId).toArray(String[]::new);
        String[] fields = noted.stream().map(one -> one.field().name()).toArray(String[]::new);
        byte[][] contents = noted.stream().map(ConflictNotes::content).toArray(byte[][]::new);
        byte[][] sealed = new byte[contents.length][];
        byte[][] hashes = new byte[contents.length][];
        for (int i = 0; i < contents.length; i++) {
            sealed[i] = cipher.seal(contents[i], boundTo(connection, register.name(), ids[i], fields[i]));
            hashes[i] = cipher.hash((noted.get(i).settled() + new String(contents[i], StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8));
        }
        database.sql(NOTE)
                .param("connection", connection)
                .param("register", register.name())
                .param("ids", ids)
                .param("numbers", noted.stream().map(Noted::number).toArray(String[]::new))
                .param("versions", noted.stream().map(Noted::version).toArray(Long[]::new))
                .param("fields", fields)
                .param("sealed", sealed)
                .param("hashes", hashes)
                .param(
                        "settled",
                        noted.stream().map(one -> one.settled().name()).toArray(String[]::new))
                .update();
    }

    private static byte[] content(Noted noted) {
        return CanonicalJson.bytes(Map.of("ours", noted.ours(), "theirs", noted.theirs()));
    }

    static String boundTo(String connection, String register, String partnerId, String field) {
        return "conflict/" + connection + "/" + register + "/" + partnerId + "/" + field;
    }
}
