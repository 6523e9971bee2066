package org.accountinghub.routes.flows;

import jakarta.jms.JMSContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.accountinghub.routes.embedded.broker.BrokerLogin;
import org.accountinghub.routes.engine.Dispatch;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.seda.SedaComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** Camel with the flows a test wants, on a real broker, as the hub runs them. */
final class Flows implements AutoCloseable {

    static final FlowSettings FAST = new FlowSettings(
            Duration.ofMillis(100),
            Duration.ofMillis(50),
            Duration.ofMillis(50),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            4);
    private static final Duration RECOVERY = Duration.ofMillis(200);

    /** What tests wait for at most. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    static {
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    final DefaultCamelContext camel = new DefaultCamelContext();
    final DatabaseGate gate;
    private final BrokerLogin login;
    private final JmsPoolConnectionFactory pool;

    Flows(BrokerLogin login, BooleanSupplier databaseAnswers) {
        this.login = login;
        this.gate = new DatabaseGate(camel, databaseAnswers, Duration.ofMillis(100));
        this.pool = TransactedJms.pool(artemis(login));
        JmsComponent jms = TransactedJms.component(pool, RECOVERY);
        jms.getConfiguration().setReceiveTimeout(RECOVERY.toMillis());
        camel.addComponent("jms", jms);
        camel.getComponent("seda", SedaComponent.class).setDefaultPollTimeout(100);
        camel.getShutdownStrategy().setTimeout(PATIENCE.toSeconds());
    }

    static Flows on(BrokerLogin login) {
        return new Flows(login, () -> true);
    }

    /** The delivery flow alone. */
    Flows delivering(RecordingLedger ledger, String connector) {
        return with(gate -> new DeliveryRoutes(ledger.deliveries(), gate, List.of(connector), FAST));
    }

    Flows with(Function<DatabaseGate, RoutesBuilder> flow) {
        try {
            if (!camel.isStarted()) {
                camel.addRoutesConfigurations(new FlowErrors(gate));
            }
            RoutesBuilder routes = flow.apply(gate);
            camel.addRoutes(routes);
            camel.addTemplatedRoutes(routes);
            camel.start();
            return this;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void send(String connector, long transferId) {
        send(connector, transferId, Instant.EPOCH);
    }

    void send(String connector, long transferId, Instant due) {
        queue().send(List.of(new Dispatch(transferId, 1, connector, due)));
    }

    JmsTransferQueue queue() {
        return new JmsTransferQueue(pool, InstantSource.system());
    }

    CamelContext camel() {
        return camel;
    }

    /** As anybody who may speak with the broker. */
    JMSContext stranger() {
        return artemis(login).createContext(JMSContext.AUTO_ACKNOWLEDGE);
    }

    @Override
    public void close() {
        camel.stop();
        pool.stop();
    }

    private static ActiveMQConnectionFactory artemis(BrokerLogin login) {
        ActiveMQConnectionFactory artemis = new ActiveMQConnectionFactory(login.url(), login.user(), login.password());
        artemis.setRetryInterval(RECOVERY.toMillis());
        return artemis;
    }
}
