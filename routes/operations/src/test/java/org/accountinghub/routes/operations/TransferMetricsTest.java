package org.accountinghub.routes.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.port.OperatorLedger.ProblemGroup.Kind;
import org.junit.jupiter.api.Test;

class TransferMetricsTest {

    private final Desk desk = new Desk()
            .connected("norr", Connection.State.ACTIVE, Optional.empty())
            .connected("syd", Connection.State.BLOCKED, Optional.of(Desk.NO_PRICE))
            .group(Kind.NOT_SENT, Desk.NO_PRICE, 3);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void theLedgerIsShownAsGauges() {
        try (TransferMetrics metrics =
                new TransferMetrics(desk.ledger(), desk.connectionLedger(), InstantSource.fixed(Desk.NOW), registry)) {
            metrics.refresh();
        }
        assertThat(gauge("hub.transfers", "state", "DELIVERED")).isEqualTo(4);
        assertThat(gauge("hub.transfers.oldest", "state", "DELIVERED")).isEqualTo(90);
        assertThat(gauge("hub.problems", "cause", "store.price-missing")).isEqualTo(4);
        assertThat(gauge("hub.partner.degraded", "connection", "norr")).isZero();
        assertThat(gauge("hub.partner.degraded", "connection", "syd")).isEqualTo(1);
        assertThat(registry.get("hub.metrics.age").gauge().value()).isZero();
    }

    private double gauge(String name, String tag, String value) {
        return registry.get(name).tag(tag, value).gauge().value();
    }
}
