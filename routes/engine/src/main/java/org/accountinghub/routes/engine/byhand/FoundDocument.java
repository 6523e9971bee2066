package org.accountinghub.routes.engine.byhand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.InvoiceSource;
import org.accountinghub.connectors.spi.OrderSource;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.GroupComparison;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.routes.engine.CustomerThere;

/**
 * A document that a person found at the partner, held against what the hub would send.
 *
 * @param id the partner's own, to read it by
 * @param number what people call it there
 * @param reference the hub's mark on it, when it carries one
 * @param impossible why it cannot be this document, whatever a person says
 * @param differences what is otherwise on it than on ours
 */
record FoundDocument(
        String id,
        String number,
        Optional<Reference> reference,
        Optional<String> impossible,
        List<String> differences) {

    /** Reads it; the answer is empty when there is none that people call so. */
    static Answer<Optional<FoundDocument>> read(
            String called,
            BillableOrder ours,
            Optional<CustomerThere> customer,
            Connector connector,
            Conversation conversation) {
        if (ours.target() == BillableOrder.Target.INVOICE && connector instanceof InvoiceSource source) {
            return read(called, source.invoicesBack(), conversation, (id, there) -> of(id, there, ours, customer));
        }
        if (ours.target() == BillableOrder.Target.ORDER && connector instanceof OrderSource source) {
            return read(called, source.ordersBack(), conversation, (id, there) -> of(id, there, ours, customer));
        }
        return new Answer.Value<>(Optional.empty());
    }

    private static <D> Answer<Optional<FoundDocument>> read(
            String called, Returns<D> back, Conversation conversation, BiFunction<String, D, FoundDocument> look) {
        Answer<Optional<String>> named = back.idOf(called, conversation);
        if (named instanceof Answer.None<Optional<String>> none) {
            return new Answer.None<>(none.why());
        }
        Optional<String> id = ((Answer.Value<Optional<String>>) named).value();
        if (id.isEmpty()) {
            return new Answer.Value<>(Optional.empty());
        }
        Answer<Optional<D>> answer = back.read(id.get(), conversation);
        if (answer instanceof Answer.None<Optional<D>> none) {
            return new Answer.None<>(none.why());
        }
        return new Answer.Value<>(
                ((Answer.Value<Optional<D>>) answer).value().map(there -> look.apply(id.get(), there)));
    }

    private static FoundDocument of(String id, Invoice there, BillableOrder ours, Optional<CustomerThere> customer) {
        List<String> differences = differentCustomer(
                customer.map(payer -> payer.pays(there)), there.customerNumber(), number(customer, ours));
        differences.addAll(Comparison.of(ours, there).differences());
        there.creditNote().ifPresent(note -> differences.add("credit note " + note + " credits it"));
        Optional<String> impossible = there.cancelled()
                ? Optional.of("it is cancelled")
                : there.credits().map(invoice -> "it is a credit note, for invoice " + invoice);
        return new FoundDocument(
                id,
                there.number(),
                there.reference(),
                impossible.or(() -> another(there.reference(), ours)),
                differences);
    }

    private static FoundDocument of(
            String id, PlacedOrder there, BillableOrder ours, Optional<CustomerThere> customer) {
        List<String> differences = differentCustomer(
                customer.map(payer -> payer.pays(there)), there.customerNumber(), number(customer, ours));
        if (!there.currency().equals(ours.currency())) {
            differences.add("sent in " + ours.currency().getCurrencyCode() + ", there in "
                    + there.currency().getCurrencyCode());
        } else if (!GroupComparison.net(ours).equals(there.net())) {
            differences.add("without VAT: sent " + GroupComparison.net(ours) + ", there " + there.net());
        }
        Optional<String> cancelled =
                there.status() == PlacedOrder.Status.CANCELLED ? Optional.of("it is cancelled") : Optional.empty();
        return new FoundDocument(
                id,
                there.number(),
                there.reference(),
                cancelled.or(() -> another(there.reference(), ours)),
                differences);
    }

    private static String number(Optional<CustomerThere> customer, BillableOrder ours) {
        return customer.map(CustomerThere::number).orElse(ours.payer().number());
    }

    /** @param same empty while ours is bound to nobody there: then the numbers tell */
    private static List<String> differentCustomer(Optional<Boolean> same, String there, String ours) {
        List<String> differences = new ArrayList<>();
        if (!same.orElse(there.equals(ours))) {
            differences.add("customer: sent to " + ours + ", there " + there);
        }
        return differences;
    }

    private static Optional<String> another(Optional<Reference> mark, BillableOrder ours) {
        return mark.filter(found -> !found.equals(ours.reference()))
                .map(found -> "it carries the mark of another order (" + found + ")");
    }
}
