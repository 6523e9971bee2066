package org.accountinghub.routes.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicReference;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.engine.port.OperatorLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the ledger says, as gauges. They are read now and then, not for every scrape; how old they are is a gauge of its
 * own, so that an alert can tell a quiet hub from a blind one.
 */
public final class TransferMetrics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TransferMetrics.class);

    private final OperatorLedger ledger;
    private final ConnectionLedger connections;
    private final InstantSource clock;
    private final MultiGauge counts;
    private final MultiGauge ages;
    private final MultiGauge attention;
    private final MultiGauge degraded;
    private final AtomicReference<Instant> refreshed;
    private final Timer beat = new Timer("metrics", true);

    public TransferMetrics(
            OperatorLedger ledger, ConnectionLedger connections, InstantSource clock, MeterRegistry registry) {
        this.ledger = ledger;
        this.connections = connections;
        this.clock = clock;
        this.refreshed = new AtomicReference<>(clock.instant());
        this.counts = MultiGauge.builder("hub.transfers")
                .description("transfers by connection and state")
                .register(registry);
        this.ages = MultiGauge.builder("hub.transfers.oldest")
                .description("time since the oldest transfer came into this state")
                .baseUnit("seconds")
                .register(registry);
        this.attention = MultiGauge.builder("hub.problems")
                .description("transfers that need a person, by connection, cause and kind")
                .register(registry);
        this.degraded = MultiGauge.builder("hub.partner.degraded")
                .description("1 = nothing of this connection moves")
                .register(registry);
        Gauge.builder("hub.metrics.age", () -> seconds(refreshed.get()))
                .description("time since the gauges of the hub were read from its ledger")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Refreshes from now on, until closed. */
    public void start(Duration every) {
        beat.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        refreshIfPossible();
                    }
                },
                0,
                every.toMillis());
    }

    void refresh() {
        List<OperatorLedger.Count> now = ledger.counts();
        List<OperatorLedger.ProblemGroup> problems = ledger.problems(Optional.empty());
        List<Connection> all = connections.connections();
        counts.register(
                now.stream().map(c -> MultiGauge.Row.of(tags(c), c.count())).toList(), true);
        ages.register(
                now.stream()
                        .map(c -> MultiGauge.Row.of(tags(c), seconds(c.oldest())))
                        .toList(),
                true);
        attention.register(
                problems.stream()
                        .map(group -> MultiGauge.Row.of(tags(group), group.transfers()))
                        .toList(),
                true);
        degraded.register(
                all.stream()
                        .map(connection -> MultiGauge.Row.of(
                                Tags.of("connection", connection.name()),
                                connection.state() == Connection.State.ACTIVE ? 0 : 1))
                        .toList(),
                true);
        refreshed.set(clock.instant());
    }

    @Override
    public void close() {
        beat.cancel();
    }

    private void refreshIfPossible() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOG.debug("The gauges stay as they were", e);
        }
    }

    private double seconds(Instant since) {
        return Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    private static Tags tags(OperatorLedger.Count count) {
        return Tags.of("connection", count.connection(), "state", count.state().name());
    }

    private static Tags tags(OperatorLedger.ProblemGroup group) {
        return Tags.of(
                "connection",
                group.connection(),
                "cause",
                group.sample().cause(),
                "kind",
                group.kind().name());
    }
}
