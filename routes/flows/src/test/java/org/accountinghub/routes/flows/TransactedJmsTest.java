package org.accountinghub.routes.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.accountinghub.routes.embedded.broker.BrokerSettings;
import org.accountinghub.routes.embedded.broker.EmbeddedBroker;
import org.accountinghub.routes.embedded.broker.Redelivery;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactedJmsTest {

    @TempDir
    private Path folder;

    @Test
    void what_a_route_sends_goes_with_what_it_took_or_not_at_all() {
        Redelivery quick = new Redelivery(Duration.ofMillis(20), 1, Duration.ofMillis(20), 4);
        AtomicInteger runs = new AtomicInteger();
        try (EmbeddedBroker broker =
                        EmbeddedBroker.start(folder, BrokerSettings.standard().withRedelivery(quick));
                Flows flows = Flows.on(broker.login())) {
            flows.with(gate -> new RouteBuilder() {
                @Override
                public void configure() {
                    from("jms:queue:transfers.in")
                            .errorHandler(noErrorHandler())
                            .to("jms:queue:out")
                            .process(exchange -> {
                                assertThat(broker.messageCount("out")).isZero();
                                if (runs.incrementAndGet() < 3) {
                                    throw new IllegalStateException("too late");
                                }
                            });
                }
            });
            flows.camel().createProducerTemplate().sendBody("jms:queue:transfers.in", "once");

            await().until(() -> broker.messageCount("transfers.in") == 0 && broker.messageCount("out") == 1);
            assertThat(runs).hasValue(3);
            assertThat(broker.messageCount(Queues.DEAD)).isZero();
        }
    }
}
