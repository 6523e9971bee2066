package org.accountinghub.routes.embedded;

/**
 * One doubt about the durability of a database or a broker.
 *
 * @param what the setting as it was found
 * @param remedy what to set instead, and where
 */
public record Finding(Severity severity, String what, String remedy) {

    public enum Severity {
        /** Committed work can be lost: a production hub refuses to start. */
        UNSAFE,
        /** Safe only under conditions that cannot be seen from here: say so and go on. */
        DOUBTFUL
    }

    public static Finding unsafe(String what, String remedy) {
        return new Finding(Severity.UNSAFE, what, remedy);
    }

    public static Finding doubtful(String what, String remedy) {
        return new Finding(Severity.DOUBTFUL, what, remedy);
    }
}
