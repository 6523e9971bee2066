package org.accountinghub.mappings.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * The hub's mark in a partner's document: 16 characters of base32 (RFC 4648, A-Z and 2-7), the first 80 bits of the
 * SHA-256 of the document's key. Fixed width, so that a partner's substring search cannot hit another one.
 */
public record Reference(String value) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 16;

    public Reference {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException("a reference is 16 characters of base32, not: " + value);
        }
    }

    /** Whether a text found in a partner's document can be a reference at all. */
    public static boolean wellFormed(String text) {
        return text.matches("[A-Z2-7]{16}");
    }

    /** The mark that a text of a partner's document is, where it is one. */
    public static Optional<Reference> in(Optional<String> text) {
        return text.map(String::strip).filter(Reference::wellFormed).map(Reference::new);
    }

    /** Of a customer or an article, which is the same one for every subgroup. */
    public static Reference ofRecord(SourceKey key) {
        return new Reference(encode(sha256(String.join("\u001f", key.store(), key.kind(), key.number()))));
    }

    static Reference of(DocumentKey key) {
        SourceKey order = key.order();
        return new Reference(encode(sha256(String.join(
                "\u001f",
                order.store(),
                order.subgroup(),
                order.kind(),
                order.number(),
                key.payer(),
                Integer.toString(key.generation())))));
    }

    private static String encode(byte[] hash) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int character = 0; character < LENGTH; character++) {
            int bit = character * 5;
            int twoBytes = (hash[bit / 8] & 0xff) << 8 | (hash[bit / 8 + 1] & 0xff);
            text.append(ALPHABET.charAt(twoBytes >> (11 - bit % 8) & 31));
        }
        return text.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
