package org.accountinghub.routes.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses to start with a secret key that cannot open what is stored. Nothing is lost: the former key opens it again. */
final class KeyCheck {

    private static final byte[] KNOWN = "the ledger's secret key fits".getBytes(StandardCharsets.UTF_8);

    private KeyCheck() {}

    static void verify(JdbcClient sql, SecretKeys keys) {
        List<String> used = sql.sql("SELECT key_id FROM hub.key_check ORDER BY used_at")
                .query(String.class)
                .list();
        for (String id : used) {
            if (keys.find(id).isEmpty()) {
                throw new WrongKeyException(
                        "HUB_SECRET_KEY is not the key that this database was sealed with (key " + id
                                + " is missing). Give the former key back; to change keys name the new one first and the former"
                                + " one after it, separated by a comma. Nothing was changed.");
            }
        }
        ContentCipher cipher = new ContentCipher(keys);
        sql.sql("INSERT INTO hub.key_check (key_id, sealed) VALUES (:id, :sealed) ON CONFLICT DO NOTHING")
                .param("id", keys.currentId())
                .param("sealed", cipher.seal(KNOWN, "key-check"))
                .update();
        for (byte[] sealed :
                sql.sql("SELECT sealed FROM hub.key_check").query(byte[].class).list()) {
            cipher.open(sealed, "key-check");
        }
    }
}
