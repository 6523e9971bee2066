package org.accountinghub.routes.engine.byhand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.InvoiceSource;
import org.accountinghub.connectors.spi.OrderSource;
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
 * @param reference the hub's mark on it, when it carries one
 * @param impossible why it cannot be this document, whatever a person says
 * @param differences what is otherwise on it than on ours
 */
record FoundDocument(
        String number, Optional<Reference> reference, Optional<String> impossible, List<String> differences) {

    /** Reads it; the answer is empty when there is none of this number. */
    static Answer<Optional<FoundDocument>> read(
            String number,
            BillableOrder ours,
            Optional<CustomerThere> customer,
            Connector connector,
            Conversation conversation) {
        if (ours.target() == BillableOrder.Target.INVOICE && connector instanceof InvoiceSource source) {
            return mapped(source.invoicesBack().read(number, conversation), there -> of(there, ours, customer));
        }
        if (ours.target() == BillableOrder.Target.ORDER && connector instanceof OrderSource source) {
            return mapped(source.ordersBack().read(number, conversation), there -> of(there, ours, customer));
        }
        return new Answer.Value<>(Optional.empty());
    }

    private interface Look<D> {
        FoundDocument at(D there);
    }

    private static <D> Answer<Optional<FoundDocument>> mapped(Answer<Optional<D>> answer, Look<D> look) {
        if (answer instanceof Answer.Value<Optional<D>> value) {
            return new Answer.Value<>(value.value().map(look::at));
        }
        Answer.None<Optional<D>> none = (Answer.None<Optional<D>>) answer;
        return new Answer.None<>(none.why());
    }

    static FoundDocument of(Invoice there, BillableOrder ours, Optional<CustomerThere> customer) {
        List<String> differences = differentCustomer(
                customer.map(payer -> payer.pays(there)), there.customerNumber(), number(customer, ours));
        differences.addAll(Comparison.of(ours, there).differences());
        there.creditNote().ifPresent(note -> differences.add("credit note " + note + " credits it"));
        Optional<String> impossible = there.cancelled()
                ? Optional.of("it is cancelled")
                : there.credits().map(invoice -> "it is a credit note, for invoice " + invoice);
        return new FoundDocument(
                there.number(), there.reference(), impossible.or(() -> another(there.reference(), ours)), differences);
    }

    static FoundDocument of(PlacedOrder there, BillableOrder ours, Optional<CustomerThere> customer) {
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
                there.number(), there.reference(), cancelled.or(() -> another(there.reference(), ours)), differences);
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
