package org.accountinghub.connectors.fortnox.simulator;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is done to an order that exists, but for invoicing it. Each verb changes the copy it is given, so that it can be
 * answered, and returns what does the same to the order as it stands when it is committed.
 */
final class OrderActions {
    private static final String ORDER = "order";

    private final Effects effects;

    OrderActions(Effects effects) {
        this.effects = effects;
    }

    Runnable cancel(FortnoxCompany company, ObjectNode order, String requestId) {
        return doing(company, order, OrderActions::cancel, Action.CANCELLED, requestId);
    }

    private static void cancel(ObjectNode order) {
        if (OrderInvoicing.isInvoiced(order)) {
            throw Refusal.of("En fakturerad order kan inte makuleras.", 2003125);
        }
        order.put("Cancelled", true);
    }

    Runnable send(FortnoxCompany company, ObjectNode order, Action how, String requestId) {
        return doing(company, order, now -> now.put("Sent", true), how, requestId);
    }

    /** It disappears as if it had never been. Only a person in Fortnox can do it. */
    Runnable delete(FortnoxCompany company, ObjectNode order, String requestId) {
        String number = order.path("DocumentNumber").asString("");
        return () -> {
            company.orders.delete(number);
            effects.add(company, ORDER, Action.DELETED, number, order, requestId);
        };
    }

    /** Everything that was ordered has been delivered. */
    Runnable deliverAll(FortnoxCompany company, ObjectNode order, String requestId) {
        order.withArray("/OrderRows")
                .forEach(row -> ((ObjectNode) row)
                        .put("DeliveredQuantity", row.path("OrderedQuantity").asString("0")));
        return delivered(company, order, requestId);
    }

    /** So much of these rows, counted from 0, has been delivered, and nothing of the others. */
    Runnable deliver(FortnoxCompany company, ObjectNode order, Map<Integer, BigDecimal> quantities, String requestId) {
        int position = 0;
        for (var row : order.withArray("/OrderRows")) {
            BigDecimal quantity = quantities.getOrDefault(position, BigDecimal.ZERO);
            ((ObjectNode) row).put("DeliveredQuantity", Amounts.text(quantity));
            position++;
        }
        return delivered(company, order, requestId);
    }

    private Runnable delivered(FortnoxCompany company, ObjectNode order, String requestId) {
        DocumentAmounts.calculate(DocumentKind.ORDER, order, company);
        return () -> store(company, order, Action.UPDATED, requestId);
    }

    private Runnable doing(
            FortnoxCompany company, ObjectNode order, Consumer<ObjectNode> change, Action action, String requestId) {
        change.accept(order);
        return company.orders.again(
                order.path("DocumentNumber").asString(""), change, now -> store(company, now, action, requestId));
    }

    private void store(FortnoxCompany company, ObjectNode order, Action action, String requestId) {
        String number = order.path("DocumentNumber").asString("");
        company.orders.put(number, order, effects.clock().instant());
        effects.add(company, ORDER, action, number, order, requestId);
    }
}
