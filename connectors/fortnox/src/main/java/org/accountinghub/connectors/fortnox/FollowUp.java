package org.accountinghub.connectors.fortnox;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.accountinghub.connectors.spi.IdempotencyClass;

/** What can be done with an invoice after it was created, in the order in which it is done. */
enum FollowUp {
    /** Booked for ever: then only a credit note helps. */
    BOOKKEEP("bookkeep", IdempotencyClass.B, "booked"),
    /** Marked as sent, nothing is sent. */
    MARK_SENT("mark-sent", IdempotencyClass.B, "marked as sent"),
    /** Fortnox e-mails it, and has it marked as sent. */
    EMAIL("email", IdempotencyClass.C, "e-mailed"),
    E_INVOICE("e-invoice", IdempotencyClass.D, "sent as e-invoice"),
    /** Fortnox prints it and sends it by post. */
    PRINT_SERVICE("print-service", IdempotencyClass.D, "sent by Fortnox's print service");

    private final String step;
    private final IdempotencyClass idempotency;
    private final String participle;

    FollowUp(String step, IdempotencyClass idempotency, String participle) {
        this.step = step;
        this.idempotency = idempotency;
        this.participle = participle;
    }

    /** The step's name, which is the word for it in the settings too. */
    String step() {
        return step;
    }

    IdempotencyClass idempotency() {
        return idempotency;
    }

    /** What the invoice is then. */
    String participle() {
        return participle;
    }

    static Optional<FollowUp> named(String step) {
        return Stream.of(values())
                .filter(followUp -> followUp.step.equals(step))
                .findFirst();
    }

    static List<String> names() {
        return Stream.of(values()).map(FollowUp::step).toList();
    }
}
