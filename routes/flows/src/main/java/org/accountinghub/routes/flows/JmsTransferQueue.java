package org.accountinghub.routes.flows;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.accountinghub.routes.engine.Dispatch;
import org.accountinghub.routes.engine.port.TransferQueue;

/**
 * The engine's queue on Artemis, which holds a message back until it is due. A portion goes in one transaction; throws when
 * the broker does not take it.
 */
public final class JmsTransferQueue implements TransferQueue {

    private final ConnectionFactory connections;
    private final InstantSource clock;

    public JmsTransferQueue(ConnectionFactory connections, InstantSource clock) {
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public void send(List<Dispatch> portion) {
        try (JMSContext context = connections.createContext(JMSContext.SESSION_TRANSACTED)) {
            JMSProducer producer = context.createProducer();
            for (Dispatch dispatch : portion) {
                producer.send(context.createQueue(Queues.of(dispatch.connector())), message(context, dispatch));
            }
            context.commit();
        }
    }

    private TextMessage message(JMSContext context, Dispatch dispatch) {
        try {
            TextMessage message =
                    context.createTextMessage(new DispatchMessage(dispatch.transferId(), dispatch.dispatch()).text());
            Instant due = dispatch.dueAt();
            if (due.isAfter(clock.instant())) {
                message.setLongProperty(BorderHeaders.DUE, due.toEpochMilli());
            }
            return message;
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }
}
