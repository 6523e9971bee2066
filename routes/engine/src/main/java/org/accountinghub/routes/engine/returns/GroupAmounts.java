package org.accountinghub.routes.engine.returns;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.GroupComparison;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.PlacedOrder.Status;
import org.accountinghub.routes.engine.port.OrderGroup;
import org.accountinghub.routes.engine.port.OrderGroup.Member;
import org.accountinghub.routes.engine.port.OrderGroup.Part;

/**
 * What was sent as orders against what is invoiced of it and what still waits to be, without VAT.
 *
 * @param invoices that count: those that were credited only where the others do not make up what was sent
 * @param pieces what asks, or will ask, somebody to pay: orders that wait and invoices, by what they are called
 */
record GroupAmounts(List<BillableOrder> sent, List<Invoice> invoices, Map<String, Money> pieces) {

    static GroupAmounts of(OrderGroup group) {
        List<BillableOrder> sent =
                group.members().stream().map(member -> member.document().sent()).toList();
        List<Invoice> counted = group.invoices().values().stream()
                .flatMap(part -> part.content().stream())
                .filter(GroupAmounts::counts)
                .filter(invoice ->
                        sent.stream().allMatch(order -> order.currency().equals(invoice.currency())))
                .toList();
        Map<String, Money> waiting = new TreeMap<>();
        group.orders()
                .forEach((id, part) -> part.content()
                        .ifPresent(order -> waits(id, order, group, sent)
                                .ifPresent(rest -> waiting.put("order " + order.number(), rest))));
        List<Invoice> live = counted.stream()
                .filter(invoice -> invoice.creditNote().isEmpty())
                .toList();
        Money missing = sum(sent.stream().map(GroupComparison::net).toList(), sent)
                .minus(sum(live.stream().map(GroupComparison::net).toList(), sent))
                .minus(sum(List.copyOf(waiting.values()), sent));
        List<Invoice> used = missing.amount().signum() > 0 ? counted : live;
        used.forEach(invoice -> waiting.put("invoice " + invoice.number(), GroupComparison.net(invoice)));
        return new GroupAmounts(sent, used, waiting);
    }

    /** Whether it asks, or asked, somebody to pay: no credit note, and not cancelled. */
    static boolean counts(Invoice invoice) {
        return !invoice.cancelled() && invoice.credits().isEmpty();
    }

    /** What an order still has to be invoiced. */
    private static Optional<Money> waits(String id, PlacedOrder order, OrderGroup group, List<BillableOrder> sent) {
        if (sent.stream().anyMatch(document -> !document.currency().equals(order.currency()))) {
            return Optional.empty();
        }
        if (order.status() == Status.OPEN) {
            return Optional.of(order.net());
        }
        if (order.status() != Status.PARTLY_INVOICED) {
            return Optional.empty();
        }
        Money invoiced = group.invoices().entrySet().stream()
                .filter(part -> order.invoices().contains(part.getKey()) || names(part.getValue(), id))
                .flatMap(part -> part.getValue().content().stream())
                .filter(GroupAmounts::counts)
                .map(GroupComparison::net)
                .reduce(Money.zero(order.currency()), Money::plus);
        Money rest = order.net().minus(invoiced);
        return rest.amount().signum() > 0 ? Optional.of(rest) : Optional.empty();
    }

    private static boolean names(Part<Invoice> invoice, String orderId) {
        return invoice.content().flatMap(Invoice::order).filter(orderId::equals).isPresent();
    }

    private static Money sum(List<Money> amounts, List<BillableOrder> sent) {
        return amounts.stream().reduce(Money.zero(sent.get(0).currency()), Money::plus);
    }

    private Money meant() {
        return sum(sent.stream().map(GroupComparison::net).toList(), sent);
    }

    private Money all() {
        return sum(List.copyOf(pieces.values()), sent);
    }

    /** Whether the invoices make up what was sent. */
    boolean whole() {
        return sum(invoices.stream().map(GroupComparison::net).toList(), sent)
                        .minus(meant())
                        .plus(roundings())
                        .amount()
                        .signum()
                >= 0;
    }

    /** Where prices hold the VAT, what is without it may be rounded row by row, in parts, or once over there. */
    private Money roundings() {
        long rows = sent.stream()
                .filter(BillableOrder::pricesIncludeVat)
                .mapToLong(order -> order.pricedRows().size())
                .sum();
        Currency currency = sent.get(0).currency();
        return new Money(BigDecimal.valueOf(rows, currency.getDefaultFractionDigits()), currency);
    }

    /** All pieces in words, when one of them could be left out and what was sent would still be there. */
    Optional<List<String>> doubled() {
        Money meant = meant();
        Money tooMuch = all().minus(meant);
        boolean oneIsTooMany = pieces.size() > 1
                && meant.amount().signum() > 0
                && pieces.values().stream()
                        .anyMatch(piece -> piece.amount().signum() > 0
                                && tooMuch.minus(piece).amount().signum() >= 0);
        return oneIsTooMany
                ? Optional.of(pieces.entrySet().stream()
                        .map(piece -> piece.getKey() + " (" + piece.getValue() + ")")
                        .toList())
                : Optional.empty();
    }

    /** Once all is settled; there is at least one invoice then, or nothing to compare. */
    Comparison comparison() {
        return invoices.isEmpty() ? new Comparison(List.of(), List.of()) : GroupComparison.of(sent, invoices);
    }

    /** What nobody can explain, in words. */
    List<String> differences(Member member, OrderGroup group, Comparison settled) {
        List<String> differences = new ArrayList<>();
        member.document().customer().ifPresent(payer -> {
            member.orders()
                    .forEach(id -> content(group.orders(), id)
                            .filter(order -> order.status() != Status.CANCELLED)
                            .filter(order -> !payer.pays(order))
                            .ifPresent(order -> differences.add("sent to customer " + payer.number() + ", order "
                                    + order.number() + " is customer " + order.customerNumber() + "'s")));
            member.invoices()
                    .forEach(id -> content(group.invoices(), id)
                            .filter(GroupAmounts::counts)
                            .filter(invoice -> !payer.pays(invoice))
                            .ifPresent(invoice -> differences.add("sent to customer " + payer.number()
                                    + ", invoiced to customer " + invoice.customerNumber())));
        });
        member.invoices()
                .forEach(id -> content(group.invoices(), id)
                        .map(Invoice::currency)
                        .filter(other -> !other.equals(member.document().sent().currency()))
                        .ifPresent(other -> differences.add(
                                "sent in " + member.document().sent().currency() + ", invoiced in " + other)));
        differences.addAll(settled.differences());
        if (differences.isEmpty()
                && all().minus(meant()).minus(roundings()).amount().signum() > 0) {
            differences.add("sent " + meant() + " without VAT, and there is " + all());
        }
        return differences;
    }

    private static <D> Optional<D> content(Map<String, Part<D>> parts, String id) {
        return Optional.ofNullable(parts.get(id)).flatMap(Part::content);
    }
}
