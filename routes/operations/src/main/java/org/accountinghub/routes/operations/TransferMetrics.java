package org.accountinghub.routes.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.accountinghub.routes.engine.port.OperatorLedger;

/** Gauges of the transfers: {@code hub_transfers} and {@code hub_transfers_oldest_seconds}, by connection and state. */
public final class TransferMetrics {

    private final OperatorLedger ledger;
    private final InstantSource clock;
    private final MultiGauge counts;
    private final MultiGauge ages;

    public TransferMetrics(OperatorLedger ledger, InstantSource clock, MeterRegistry registry) {
        this.ledger = ledger;
        this.clock = clock;
        this.counts = MultiGauge.builder("hub.transfers")
                .description("transfers by connection and state")
                .register(registry);
        this.ages = MultiGauge.builder("hub.transfers.oldest")
                .description("age of the oldest transfer by connection and state")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Reads the ledger anew; called now and then, not for every scrape. */
    public void refresh() {
        List<OperatorLedger.Count> now = ledger.counts();
        counts.register(
                now.stream().map(c -> MultiGauge.Row.of(tags(c), c.count())).toList(), true);
        ages.register(now.stream().map(c -> MultiGauge.Row.of(tags(c), age(c))).toList(), true);
    }

    private double age(OperatorLedger.Count count) {
        return Duration.between(count.oldest(), clock.instant()).toMillis() / 1000.0;
    }

    private static Tags tags(OperatorLedger.Count count) {
        return Tags.of("connection", count.connection(), "state", count.state().name());
    }
}
