package org.accountinghub.routes.embedded.broker;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.time.Duration;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** One queue of a broker, as a test sends to it and reads from it. */
public record Queue(BrokerLogin broker, String name) {

    public void send(String text, Duration delay) {
        try (JMSContext context = context(JMSContext.AUTO_ACKNOWLEDGE)) {
            context.createProducer().setDeliveryDelay(delay.toMillis()).send(context.createQueue(name), text);
        }
    }

    public void send(String text) {
        send(text, Duration.ZERO);
    }

    /** The next message's text, taken for good; fails after a minute without one. */
    public String take() throws Exception {
        try (JMSContext context = context(JMSContext.AUTO_ACKNOWLEDGE);
                JMSConsumer consumer = context.createConsumer(context.createQueue(name))) {
            return text(consumer);
        }
    }

    /** Takes the next message and rolls it back. */
    public void failOnce() throws Exception {
        try (JMSContext context = context(JMSContext.SESSION_TRANSACTED);
                JMSConsumer consumer = context.createConsumer(context.createQueue(name))) {
            text(consumer);
            context.rollback();
        }
    }

    private static String text(JMSConsumer consumer) throws Exception {
        Message message = consumer.receive(60_000);
        if (message == null) {
            throw new AssertionError("no message within a minute");
        }
        return message.getBody(String.class);
    }

    private JMSContext context(int mode) {
        ConnectionFactory factory = new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password());
        return factory.createContext(mode);
    }
}
