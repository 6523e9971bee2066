package org.accountinghub.routes.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.port.Fingerprints;

/**
 * HMAC-SHA-256, cut to 128 bits, under a key of its own that is kept sealed: after a change of the secret key every value
 * still has the fingerprint that it had, or all records would seem changed on both sides.
 */
final class ValueFingerprints implements Fingerprints {

    private static final String BOUND_TO = "fingerprints";
    private static final int KEY_BYTES = 32;
    private static final int BYTES = 16;

    private final SecretKeySpec key;

    private ValueFingerprints(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** Makes the key where there is none, and seals it with the secret key of today. */
    static ValueFingerprints open(LedgerDatabase database, ContentCipher cipher) {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        return new ValueFingerprints(database.inTransaction(() -> {
            database.sql("INSERT INTO hub.fingerprint_key (sealed) VALUES (:sealed) ON CONFLICT DO NOTHING")
                    .param("sealed", cipher.seal(fresh, BOUND_TO))
                    .update();
            byte[] kept = cipher.open(
                    database.sql("SELECT sealed FROM hub.fingerprint_key FOR UPDATE")
                            .query(byte[].class)
                            .single(),
                    BOUND_TO);
            database.sql("UPDATE hub.fingerprint_key SET sealed = :sealed")
                    .param("sealed", cipher.seal(kept, BOUND_TO))
                    .update();
            return kept;
        }));
    }

    @Override
    public String of(String connection, String partnerId, RegisterField field, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (String part : new String[] {connection, partnerId, field.name()}) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            byte[] whole = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
