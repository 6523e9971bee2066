package org.accountinghub.routes.demo;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.store.ContractStore;
import org.accountinghub.routes.store.StoreSettings;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

/**
 * What the store's documents come to, each read once. Most are read while one waits for the others to be delivered: in that
 * time nobody changes an order.
 */
final class StoreTotals implements AutoCloseable {

    private static final String STORE = "service";

    private final SingleConnectionDataSource owner;
    private final ContractStore store;
    private final Map<DocumentKey, Optional<Money>> read = new HashMap<>();

    StoreTotals(DemoStage stage) {
        this.owner = stage.ownersConnection();
        this.store = new ContractStore(owner, StoreSettings.swedish(STORE), InstantSource.system());
    }

    /** Reads of those that are delivered as many as it can in this time. */
    void readSome(Documents documents, Duration time) {
        long until = System.nanoTime() + time.toNanos();
        for (JsonNode document : documents.documents()) {
            if (System.nanoTime() - until >= 0) {
                return;
            }
            if (Documents.state(document).equals("DELIVERED")) {
                of(document);
            }
        }
    }

    /** Empty when it could not be sent as it stands. */
    Optional<Money> of(JsonNode document) {
        return read.computeIfAbsent(key(document), store::totalAsItStands);
    }

    @Override
    public void close() {
        owner.destroy();
    }

    private static DocumentKey key(JsonNode document) {
        return new DocumentKey(
                new SourceKey(
                        STORE,
                        document.path("subgroup").asString(""),
                        document.path("kind").asString(""),
                        document.path("number").asString("")),
                document.path("payer").asString(""),
                Documents.generation(document));
    }
}
