package org.accountinghub.routes.app.endtoend;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.accountinghub.routes.app.HubSettings;
import org.accountinghub.routes.app.HubSettings.QueueSettings;
import org.accountinghub.routes.embedded.broker.Redelivery;
import org.accountinghub.routes.engine.delivery.DeliverySettings;
import org.accountinghub.routes.engine.delivery.RetryPolicy;
import org.accountinghub.routes.engine.registers.RegisterSettings;
import org.accountinghub.routes.engine.returns.ReturnSettings;
import org.accountinghub.routes.flows.FlowSettings;

/** Settings that obey the same relations as the usual ones, with waits of seconds. A settle wait is 8.5 s. */
final class Quick {

    /** The least that a Fortnox connection accepts. */
    static final Duration COMMIT_LATENESS = Duration.ofSeconds(10);

    static final RetryPolicy RETRY =
            new RetryPolicy(Duration.ofMillis(300), Duration.ofSeconds(2), 10, Duration.ofDays(1));

    static final DeliverySettings DELIVERY = new DeliverySettings(
            Duration.ofSeconds(12), Duration.ofSeconds(6), Duration.ofSeconds(1), Duration.ofSeconds(14), RETRY);

    static final FlowSettings FLOWS = new FlowSettings(
            Duration.ofSeconds(2),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofMillis(200),
            Duration.ofHours(1),
            8);

    /** All redeliveries together take 3.1 s. */
    static final QueueSettings QUEUE = new QueueSettings(
            new Redelivery(Duration.ofMillis(100), 2, Duration.ofSeconds(2), 6), Duration.ofSeconds(5));

    private Quick() {}

    static HubSettings settings(Path data, Path connections, int port) {
        return new HubSettings(
                data,
                port,
                URI.create("http://localhost:" + port),
                Optional.of(connections),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DELIVERY,
                FLOWS,
                ReturnSettings.defaults(),
                QUEUE,
                RegisterSettings.defaults(),
                64L * 1024 * 1024);
    }
}
