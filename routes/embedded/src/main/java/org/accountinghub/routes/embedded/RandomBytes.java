package org.accountinghub.routes.embedded;

import java.security.SecureRandom;
import java.util.Base64;

/** Bytes that nobody can guess. */
public final class RandomBytes {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 24;

    private RandomBytes() {}

    static byte[] of(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** 32 letters and digits that need no quoting anywhere. */
    public static String password() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(of(PASSWORD_BYTES));
    }
}
