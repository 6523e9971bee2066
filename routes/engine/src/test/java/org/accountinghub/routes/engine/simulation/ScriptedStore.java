package org.accountinghub.routes.engine.simulation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.memory.Orders;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.accountinghub.routes.engine.port.ServiceStore;

/** A service system whose users change and cancel orders while they are being sent. */
final class ScriptedStore implements ServiceStore {

    /** What a user has made of an order. */
    enum Condition {
        READY,
        UNFIT,
        CANCELLED
    }

    private final Map<DocumentKey, Condition> conditions = new HashMap<>();
    private final Map<DocumentKey, Integer> prices = new HashMap<>();

    void put(DocumentKey key, Condition condition) {
        conditions.put(key, condition);
        prices.putIfAbsent(key, 100);
    }

    void raisePrice(DocumentKey key) {
        prices.merge(key, 1, Integer::sum);
    }

    Condition condition(DocumentKey key) {
        return conditions.getOrDefault(key, Condition.CANCELLED);
    }

    @Override
    public Reading<BillableOrder> document(DocumentKey key, LocalDate documentDate) {
        return switch (condition(key)) {
            case READY -> new Reading.Ready<>(Orders.order(key, String.valueOf(prices.get(key)), documentDate));
            case UNFIT -> new Reading.Unfit<>(List.of(ScriptedPartner.problem("store.price-missing")));
            case CANCELLED -> new Reading.Gone<>("the order is cancelled");
        };
    }

    @Override
    public Reading<Customer> customer(SourceKey key) {
        return new Reading.Ready<>(Orders.customer(key));
    }

    @Override
    public void tell(ReturnLedger.StoreNote note) {
        throw new UnsupportedOperationException("nobody tells in this simulation");
    }
}
