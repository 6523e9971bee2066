package org.accountinghub.mappings.model;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The labour for which an order asks for a tax reduction, and what stands against asking, whoever is asked. */
public final class ReducedWork {

    /** What the partner calls the fields that refusals name. */
    public record Names(String currency, String work, String kind, String hours) {}

    private final BillableOrder order;
    private final Names names;
    private final Review review;

    private ReducedWork(BillableOrder order, Names names, Review review) {
        this.order = order;
        this.names = names;
        this.review = review;
    }

    /** The kinds of work that the reduction is asked for; none where nobody asks for one. */
    public static Set<WorkType> kinds(BillableOrder order) {
        return order.taxReduction().isEmpty()
                ? Set.of()
                : rows(order).stream()
                        .flatMap(Optional::stream)
                        .map(HouseWork::type)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** For each priced row its labour, none of which counts where nobody asks for a reduction. */
    public static List<Optional<HouseWork>> ofRows(BillableOrder order, Names names, Review review) {
        List<Optional<HouseWork>> rows = rows(order);
        List<HouseWork> work = rows.stream().flatMap(Optional::stream).toList();
        if (order.taxReduction().isPresent()) {
            new ReducedWork(order, names, review).refuse(order.taxReduction().get(), work);
            return rows;
        }
        if (!work.isEmpty()) {
            review.note("House work is sent as ordinary rows: nobody asks for a tax reduction");
        }
        return rows.stream().map(row -> Optional.<HouseWork>empty()).toList();
    }

    private void refuse(TaxReduction reduction, List<HouseWork> work) {
        if (!order.currency().getCurrencyCode().equals("SEK")) {
            review.refuse(
                    "tax-reduction-currency",
                    names.currency(),
                    "A tax reduction is asked for, but the order is in "
                            + order.currency().getCurrencyCode() + ".",
                    "Invoice the order in Swedish kronor, or take the tax reduction off the order.");
        }
        if (work.isEmpty()) {
            review.refuse(
                    "tax-reduction-without-work",
                    names.work(),
                    "A tax reduction is asked for, but no row is marked as " + reduction.type() + " work.",
                    "Choose a work type and hours on the rows with labour, or take the tax reduction off the order.");
            return;
        }
        kinds(order).stream()
                .filter(type -> type.reduction() != reduction.type())
                .forEach(type -> review.refuse(
                        "tax-reduction-mixed",
                        names.kind(),
                        "The order asks for " + reduction.type() + ", but " + type + " is " + type.reduction()
                                + " work; a document has one type.",
                        "Correct the work type of the rows, or move them to an order of their own."));
        if (labour().signum() <= 0) {
            review.refuse(
                    "tax-reduction-without-amount",
                    names.work(),
                    "A tax reduction is asked for, but the rows with labour amount to nothing.",
                    "Give the rows with labour their prices, or take the tax reduction off the order.");
        }
        boolean hoursWanted = reduction.type() != TaxReduction.Type.GREEN;
        if (hoursWanted && work.stream().allMatch(one -> one.hours().signum() == 0)) {
            review.refuse(
                    "house-work-hours-missing",
                    names.hours(),
                    "No row says how many hours were worked; the Tax Agency wants them for " + reduction.type() + ".",
                    "Write the hours worked on the rows with labour.");
        }
    }

    private BigDecimal labour() {
        Iterator<Money> amounts = order.totals().rows().iterator();
        BigDecimal labour = BigDecimal.ZERO;
        for (Row.Priced row : order.pricedRows()) {
            BigDecimal amount = amounts.next().amount();
            labour = row.houseWork().isPresent() ? labour.add(amount) : labour;
        }
        return labour;
    }

    private static List<Optional<HouseWork>> rows(BillableOrder order) {
        return order.pricedRows().stream().map(Row.Priced::houseWork).toList();
    }
}
