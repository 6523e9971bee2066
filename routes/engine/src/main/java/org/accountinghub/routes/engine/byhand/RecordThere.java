package org.accountinghub.routes.engine.byhand;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.ArticleSink;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.CustomerSink;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.connection.CustomerDeliveries;

/**
 * A customer or article that a person found at the partner by its number, read there and compared by its connector.
 *
 * @param steps how the connection would bring it now
 */
record RecordThere(Finding finding, List<Step> steps) {

    /** Empty when the connector takes no such records. Writes nothing. */
    static Optional<RecordThere> read(
            Frozen ours,
            String number,
            Connection connection,
            Connector connector,
            Instant now,
            Conversation conversation) {
        if (ours instanceof Frozen.CustomerRecord record && connector instanceof CustomerSink sink) {
            return Optional.of(find(
                    CustomerDeliveries.of(CustomerDeliveries.wanted(connection), connector)
                            .orElseGet(sink::customers),
                    record.customer(),
                    Map.of(record.customer().key().kind(), number),
                    now,
                    conversation));
        }
        if (ours instanceof Frozen.ArticleRecord record && connector instanceof ArticleSink sink) {
            return Optional.of(find(
                    sink.articles(),
                    record.article(),
                    Map.of(record.article().key().kind(), number),
                    now,
                    conversation));
        }
        return Optional.empty();
    }

    private static <D> RecordThere find(
            Delivery<D> delivery, D ours, Map<String, String> bound, Instant now, Conversation conversation) {
        List<Step> steps = delivery.steps(ours);
        Step create = steps.stream()
                .filter(step -> step.name().equals(Step.CREATE))
                .findFirst()
                .orElse(steps.get(0));
        return new RecordThere(delivery.find(new Work<>(create, ours, Map.of(), bound, now), conversation), steps);
    }
}
