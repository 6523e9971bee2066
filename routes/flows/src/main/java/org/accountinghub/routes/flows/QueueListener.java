package org.accountinghub.routes.flows;

import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.jspecify.annotations.Nullable;
import org.messaginghub.pooled.jms.JmsPoolSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages from a queue. One whose very bytes are broken fails before there is a message to put aside, and Artemis
 * would bring it for ever without counting: here that counts as a delivery, so that it becomes a dead letter.
 */
final class QueueListener extends DefaultJmsMessageListenerContainer {

    private static final Logger LOG = LoggerFactory.getLogger(QueueListener.class);

    QueueListener(JmsEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected boolean receiveAndExecute(Object invoker, @Nullable Session session, @Nullable MessageConsumer consumer)
            throws JMSException {
        try {
            return super.receiveAndExecute(invoker, session, consumer);
        } catch (RuntimeException broken) {
            if (!rollBackAsDelivered(session)) {
                throw broken;
            }
            LOG.error(
                    "A message on {} cannot even be taken from the queue: {}",
                    getDestinationName(),
                    FailureLine.of(broken));
            return true;
        }
    }

    private static boolean rollBackAsDelivered(@Nullable Session session) throws JMSException {
        Session inner = session instanceof JmsPoolSession pooled ? pooled.getInternalSession() : session;
        if (!(inner instanceof ActiveMQSession artemis)) {
            return false;
        }
        try {
            artemis.getCoreSession().rollback(true);
            return true;
        } catch (ActiveMQException e) {
            LOG.debug("rolling back failed too: {}", e.getMessage());
            return false;
        }
    }
}
