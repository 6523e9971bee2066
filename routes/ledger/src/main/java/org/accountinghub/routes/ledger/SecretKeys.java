package org.accountinghub.routes.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that the ledger's secrets are sealed with: the first seals, all of them open. Each is known by an id that
 * tells nothing about it.
 */
public final class SecretKeys {

    private static final int BYTES = 32;

    private final String current;
    private final Map<String, SecretKey> byId;
    private final SecretKey hashing;

    private SecretKeys(String current, Map<String, SecretKey> byId, SecretKey hashing) {
        this.current = current;
        this.byId = byId;
        this.hashing = hashing;
    }

    /**
     * Reads {@code HUB_SECRET_KEY}: base64 of at least 32 random bytes; after a change of keys the new one, then the
     * earlier ones, separated by commas.
     */
    public static SecretKeys parse(String text) {
        Map<String, SecretKey> byId = new LinkedHashMap<>();
        Optional<SecretKey> hashing = Optional.empty();
        for (String part : text.split(",")) {
            byte[] master = decode(part.strip());
            byId.put(HexFormat.of().formatHex(derive(master, "id"), 0, 8), key(derive(master, "sealing"), "AES"));
            hashing = hashing.or(() -> Optional.of(key(derive(master, "hashing"), "HmacSHA256")));
        }
        return new SecretKeys(byId.keySet().iterator().next(), byId, hashing.orElseThrow());
    }

    /** The text of a new random key. */
    public static String generate() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    String currentId() {
        return current;
    }

    Optional<SecretKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    byte[] hash(byte[] content) {
        return mac(hashing, content);
    }

    private static byte[] decode(String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new WrongKeyException("HUB_SECRET_KEY is not base64. Make one: openssl rand -base64 32");
        }
        if (key.length < BYTES) {
            throw new WrongKeyException("HUB_SECRET_KEY has " + key.length + " bytes and needs at least " + BYTES
                    + ". Make one: openssl rand -base64 32");
        }
        return key;
    }

    private static byte[] derive(byte[] master, String purpose) {
        return mac(key(master, "HmacSHA256"), ("accounting hub " + purpose).getBytes(StandardCharsets.UTF_8));
    }

    private static SecretKey key(byte[] bytes, String algorithm) {
        return new SecretKeySpec(bytes, algorithm);
    }

    private static byte[] mac(SecretKey key, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "(" + byId.size() + " secret keys)";
    }
}
