package org.accountinghub.routes.engine.returns;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.mappings.model.PlacedOrder.Status;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Standing;
import org.accountinghub.routes.engine.port.OrderGroup;
import org.accountinghub.routes.engine.port.OrderGroup.Member;
import org.accountinghub.routes.engine.port.OrderGroup.Part;
import org.accountinghub.routes.engine.port.ReturnLedger.Became;

/**
 * What the orders and invoices at the partner mean for the documents that were sent as orders. While anything waits to be
 * invoiced there must never be more than was sent; when all is settled it must be equal.
 *
 * @param today in the connection's time zone
 */
record OrderJudgement(LocalDate today, ReturnSettings settings) {

    Map<Long, Became> of(OrderGroup group) {
        GroupAmounts amounts = GroupAmounts.of(group);
        boolean settled = group.members().stream().allMatch(member -> settled(group, member, amounts));
        Comparison comparison = settled ? amounts.comparison() : new Comparison(List.of(), List.of());
        Map<Long, Became> became = new HashMap<>();
        for (Member member : group.members()) {
            Standing standing = standing(group, member, amounts);
            Optional<Problem> problem = Optional.<Problem>empty()
                    .or(() -> amounts.doubled().map(twice -> ReturnProblems.doubledOrder(member.document(), twice)))
                    .or(() -> atPartner(group, member, standing, amounts))
                    .or(() -> amounts(member, group, amounts, comparison))
                    .or(() -> late(group, member, standing));
            became.put(member.transferId(), new Became(standing, Optional.empty(), comparison.explained(), problem));
        }
        return became;
    }

    /** Whether nothing more comes of this order over there. */
    static boolean settled(Part<PlacedOrder> order) {
        return order.content()
                .map(PlacedOrder::status)
                .filter(status -> status == Status.OPEN || status == Status.PARTLY_INVOICED)
                .isEmpty();
    }

    /** What is left of an order may have been invoiced as a rest order: then the order itself stays as it was. */
    private static boolean settled(OrderGroup group, Member member, GroupAmounts amounts) {
        return member.orders().stream().allMatch(id -> {
            Optional<Part<PlacedOrder>> order =
                    Optional.ofNullable(group.orders().get(id));
            return order.filter(OrderJudgement::settled).isPresent()
                    || (amounts.whole()
                            && order.flatMap(Part::content)
                                    .filter(part -> part.status() == Status.PARTLY_INVOICED)
                                    .isPresent());
        });
    }

    private static List<PlacedOrder> ordersOf(OrderGroup group, Member member) {
        return contents(group.orders(), member.orders());
    }

    private static List<Invoice> invoicesOf(OrderGroup group, Member member) {
        return contents(group.invoices(), member.invoices());
    }

    private static <D> List<D> contents(Map<String, Part<D>> parts, Collection<String> ids) {
        return ids.stream()
                .map(parts::get)
                .filter(Objects::nonNull)
                .flatMap(part -> part.content().stream())
                .toList();
    }

    private static Standing standing(OrderGroup group, Member member, GroupAmounts amounts) {
        List<PlacedOrder> orders = ordersOf(group, member);
        List<Invoice> counted =
                invoicesOf(group, member).stream().filter(GroupAmounts::counts).toList();
        if (!settled(group, member, amounts)) {
            return counted.isEmpty() ? Standing.ORDERED : Standing.PARTLY;
        }
        boolean allInvoiced = !orders.isEmpty() && orders.stream().allMatch(order -> order.status() == Status.INVOICED);
        if (counted.isEmpty()) {
            return allInvoiced ? Standing.ORDERED : orders.isEmpty() ? Standing.GONE : Standing.CANCELLED;
        }
        return allInvoiced || amounts.whole() ? least(counted) : Standing.PARTLY;
    }

    /** How far all of them have come; what was credited holds no other back. */
    private static Standing least(List<Invoice> invoices) {
        List<Standing> live = invoices.stream()
                .map(Standing::of)
                .filter(standing -> standing != Standing.CREDITED)
                .toList();
        if (live.isEmpty()) {
            return Standing.CREDITED;
        }
        return live.contains(Standing.MADE)
                ? Standing.MADE
                : live.contains(Standing.BOOKED) ? Standing.BOOKED : Standing.PAID;
    }

    private static Optional<Problem> atPartner(
            OrderGroup group, Member member, Standing standing, GroupAmounts amounts) {
        List<Invoice> invoices = invoicesOf(group, member);
        return switch (standing) {
            case GONE -> Optional.of(ReturnProblems.orderGone(member.document()));
            case CANCELLED -> Optional.of(ReturnProblems.orderCancelled(member.document()));
            case ORDERED ->
                !settled(group, member, amounts)
                        ? Optional.empty()
                        : invoices.stream()
                                .filter(Invoice::cancelled)
                                .findFirst()
                                .map(ReturnProblems::cancelled)
                                .or(() -> Optional.of(ReturnProblems.invoiceUnknown(member.document())));
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> amounts(
            Member member, OrderGroup group, GroupAmounts amounts, Comparison comparison) {
        List<String> differences = amounts.differences(member, group, comparison);
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(ReturnProblems.orderDiffers(member.document(), differences));
    }

    private Optional<Problem> late(OrderGroup group, Member member, Standing standing) {
        if (standing == Standing.ORDERED || standing == Standing.PARTLY) {
            long age = ChronoUnit.DAYS.between(member.document().sent().documentDate(), today);
            return age > settings.uninvoiced().toDays()
                    ? Optional.of(ReturnProblems.notInvoiced(member.document(), standing, age))
                    : Optional.empty();
        }
        return invoicesOf(group, member).stream()
                .filter(invoice -> Standing.of(invoice) == Standing.MADE)
                .filter(invoice -> ChronoUnit.DAYS.between(invoice.date(), today)
                        > settings.unbooked().toDays())
                .findFirst()
                .map(invoice -> ReturnProblems.notBooked(invoice, ChronoUnit.DAYS.between(invoice.date(), today)));
    }
}
