package org.accountinghub.routes.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals what must not be read in the database: AES-256-GCM, bound to the record it belongs to, so that a sealed value
 * copied to another record does not open. Layout: version (1 byte), key id (8), nonce (12), cipher text with tag.
 */
final class ContentCipher {

    private static final byte VERSION = 1;
    private static final int KEY_ID = 8;
    private static final int NONCE = 12;
    private static final int HEADER = 1 + KEY_ID + NONCE;
    private static final int TAG_BITS = 128;

    private final SecretKeys keys;
    private final SecureRandom random = new SecureRandom();

    ContentCipher(SecretKeys keys) {
        this.keys = keys;
    }

    /** @param boundTo the record it belongs to, such as {@code transfer/17/fortnox-north} */
    byte[] seal(byte[] content, String boundTo) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key(keys.currentId()), nonce, boundTo, content, 0);
        return ByteBuffer.allocate(HEADER + sealed.length)
                .put(VERSION)
                .put(HexFormat.of().parseHex(keys.currentId()))
                .put(nonce)
                .put(sealed)
                .array();
    }

    byte[] open(byte[] sealed, String boundTo) {
        if (sealed.length < HEADER || sealed[0] != VERSION) {
            throw new IllegalStateException("what is stored for " + boundTo + " was not sealed by this hub");
        }
        byte[] nonce = new byte[NONCE];
        System.arraycopy(sealed, 1 + KEY_ID, nonce, 0, NONCE);
        return crypt(
                Cipher.DECRYPT_MODE,
                key(HexFormat.of().formatHex(sealed, 1, 1 + KEY_ID)),
                nonce,
                boundTo,
                sealed,
                HEADER);
    }

    byte[] hash(byte[] content) {
        return keys.hash(content);
    }

    private SecretKey key(String id) {
        return keys.find(id)
                .orElseThrow(() -> new WrongKeyException("HUB_SECRET_KEY lacks the key " + id
                        + ". Name it after the new one, separated by a comma: HUB_SECRET_KEY=new,earlier"));
    }

    private static byte[] crypt(int mode, SecretKey key, byte[] nonce, String boundTo, byte[] content, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content, from, content.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "what is stored for " + boundTo + " does not open: it was changed, or belongs to another record",
                    e);
        }
    }
}
