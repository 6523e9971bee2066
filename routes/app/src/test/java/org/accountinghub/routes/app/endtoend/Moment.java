package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.accountinghub.connectors.testkit.partner.Fault;

/** When somebody changes his mind about an order on its way to the partner. */
enum Moment {
    /** The partner has said: not now, so that it waits for five seconds and nothing is written. */
    BEFORE,
    /** The partner has written it and is slow to say so. */
    WHILE,
    /** The partner has written it and its answer was lost. */
    LOST,
    /** The partner has said yes, and the service system knows. */
    AFTER;

    private static final Duration SLOW = Duration.ofSeconds(4);

    /** Sends an order by an act that sets it ready, and answers at this moment of its way. */
    void of(Company company, String order, Runnable send) {
        if (this != AFTER) {
            company.faultAtInvoice(order)
                    .next(this == BEFORE ? Fault.status(429) : this == WHILE ? Fault.slow(SLOW) : Fault.commitAndCut());
        }
        send.run();
        switch (this) {
            case BEFORE ->
                await().atMost(Company.PATIENCE)
                        .ignoreExceptions()
                        .until(() -> company.cause(order), cause -> cause.startsWith("fortnox."));
            case WHILE, LOST -> {
                await().atMost(Company.PATIENCE)
                        .until(() -> company.invoices(order).size(), made -> made == 1);
                assertThat(company.state(order)).as("still on its way").isNotEqualTo("DELIVERED");
            }
            case AFTER -> {
                company.awaitDelivered();
                await().until(() -> company.stage().desk().state(company.code(), order), "SENT"::equals);
            }
        }
    }
}
