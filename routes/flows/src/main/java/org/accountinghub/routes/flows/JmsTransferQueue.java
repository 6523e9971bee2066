package org.accountinghub.routes.flows;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.accountinghub.routes.engine.Dispatch;
import org.accountinghub.routes.engine.port.TransferQueue;
import org.apache.camel.ProducerTemplate;

/** The engine's queue on Artemis, which holds a message back until it is due. Throws when the broker does not take it. */
public final class JmsTransferQueue implements TransferQueue {

    private final ProducerTemplate producer;
    private final InstantSource clock;

    public JmsTransferQueue(ProducerTemplate producer, InstantSource clock) {
        this.producer = producer;
        this.clock = clock;
    }

    @Override
    public void send(Dispatch dispatch) {
        String text = new DispatchMessage(dispatch.transferId(), dispatch.dispatch()).text();
        Instant due = dispatch.dueAt();
        Map<String, Object> headers =
                due.isAfter(clock.instant()) ? Map.of(BorderHeaders.DUE, due.toEpochMilli()) : Map.of();
        producer.sendBodyAndHeaders("jms:queue:" + Queues.of(dispatch.connector()), text, headers);
    }
}
