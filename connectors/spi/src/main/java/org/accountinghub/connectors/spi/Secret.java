package org.accountinghub.connectors.spi;

/** A value that never shows: not in logs, not in problems, not in {@code toString}. */
public record Secret(String reveal) {

    @Override
    public String toString() {
        return "(secret)";
    }
}
