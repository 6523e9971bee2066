package org.accountinghub.connectors.soap;

/** What an answer's bytes are, looked at before anything is made of them. */
sealed interface Envelope {

    /** Within all limits, with a body that is not a fault. */
    record Content() implements Envelope {}

    /** A fault; {@code code} without its prefix. */
    record Fault(String code, String words) implements Envelope {}

    /** Not an envelope, or one that breaks a limit. */
    record Defect(String why) implements Envelope {}
}
