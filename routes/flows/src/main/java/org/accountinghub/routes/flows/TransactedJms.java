package org.accountinghub.routes.flows;

import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.jms.ConsumerType;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** How the flows speak with Artemis. What is set here is what their promises rest on, so tests and the hub share it. */
public final class TransactedJms {

    private static final int CONNECTIONS = 4;
    private static final Duration RECOVERY = Duration.ofSeconds(2);

    /** A broker that is just starting may take a connection and not answer it; 30 s, its own default, is long to stand still. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private TransactedJms() {}

    /** Takes messages one by one, so that none waits behind a slow one, and builds no Java objects out of them. */
    public static JmsPoolConnectionFactory pool(ActiveMQConnectionFactory artemis) {
        artemis.setConsumerWindowSize(0);
        artemis.setCallTimeout(ANSWER.toMillis());
        artemis.setDeserializationDenyList("*");
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(artemis);
        pool.setMaxConnections(CONNECTIONS);
        return pool;
    }

    /** The component {@code jms} of the flows. */
    public static JmsComponent component(ConnectionFactory connections) {
        return component(connections, RECOVERY);
    }

    /** @param recovery how long between attempts to find a lost broker again */
    static JmsComponent component(ConnectionFactory connections, Duration recovery) {
        JmsConfiguration how = new JmsConfiguration(connections);
        takeAndPutInOneLocalTransaction(how);
        trustNoMessage(how);
        how.setCacheLevelName("CACHE_CONSUMER");
        how.setRecoveryInterval(recovery.toMillis());
        how.setAcceptMessagesWhileStopping(false);
        how.setDeliveryPersistent(true);
        how.setErrorHandlerLoggingLevel(LoggingLevel.OFF);
        JmsComponent jms = new JmsComponent(how);
        jms.setHeaderFilterStrategy(new BorderHeaders());
        return jms;
    }

    /** The session's own transaction: an exception rolls back what was taken, and what the route sends goes with it. */
    private static void takeAndPutInOneLocalTransaction(JmsConfiguration how) {
        how.setTransacted(true);
        how.setLazyCreateTransactionManager(false);
        how.setExposeListenerSession(true);
    }

    /** Bodies stay as they came, and nobody is answered. */
    private static void trustNoMessage(JmsConfiguration how) {
        how.setConsumerType(ConsumerType.Custom);
        how.setMessageListenerContainerFactory(QueueListener::new);
        how.setMapJmsMessage(false);
        how.setDisableReplyTo(true);
    }
}
