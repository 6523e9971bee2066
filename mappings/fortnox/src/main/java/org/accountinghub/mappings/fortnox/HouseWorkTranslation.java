package org.accountinghub.mappings.fortnox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.HouseWork;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.WholeParts;
import org.accountinghub.mappings.model.WorkType;

/** Which rows count towards the tax reduction, as what and with how many whole hours. */
final class HouseWorkTranslation {

    private static final int MOST_HOURS = 999;

    private final BillableOrder order;
    private final Review review;

    HouseWorkTranslation(BillableOrder order, Review review) {
        this.order = order;
        this.review = review;
    }

    /** Kinds of work that only invoices are known to take. */
    static void refuseOnOrders(BillableOrder order, Review review) {
        if (order.taxReduction().isEmpty()) {
            return;
        }
        order.pricedRows().stream()
                .map(Row.Priced::houseWork)
                .flatMap(Optional::stream)
                .map(HouseWork::type)
                .distinct()
                .filter(work -> !HouseWorkTypes.onOrders(work))
                .forEach(work -> review.refuse(
                        "house-work-not-on-orders",
                        "HouseWorkType",
                        "Fortnox's orders are not known to take " + work + " work; its invoices are.",
                        "Let the order be sent directly as an invoice: by the group's setting, or the customer's flag"
                                + " \"always send as invoice\"."));
    }

    /** For each priced row of the order what it reports, if anything. */
    List<Optional<ReportedWork>> ofRows() {
        List<Optional<HouseWork>> rows =
                order.pricedRows().stream().map(Row.Priced::houseWork).toList();
        List<HouseWork> work = rows.stream().flatMap(Optional::stream).toList();
        if (order.taxReduction().isEmpty()) {
            if (!work.isEmpty()) {
                review.note("House work is sent as ordinary rows: nobody asks for a tax reduction");
            }
            return rows.stream().map(row -> Optional.<ReportedWork>empty()).toList();
        }
        refuse(order.taxReduction().get(), work);
        Iterator<Long> hours = wholeHours(work).iterator();
        List<Optional<ReportedWork>> reported = new ArrayList<>();
        for (Optional<HouseWork> row : rows) {
            reported.add(row.map(one -> report("Row " + rowNumber(reported.size()), one, hours.next())));
        }
        return reported;
    }

    private ReportedWork report(String name, HouseWork work, long hours) {
        if (work.hours().compareTo(BigDecimal.valueOf(hours)) != 0) {
            review.note(name + ": " + words(work.hours()) + " hours of house work reported as " + hours);
        }
        refuseTooMany(name, hours);
        return new ReportedWork(HouseWorkTypes.of(work.type()), (int) Math.min(hours, MOST_HOURS));
    }

    /**
     * The sum is rounded half up, to at least one hour when anything was worked; first each kind of work gets its part of
     * it, then each row its part of that, because the Tax Agency is told hours per kind.
     */
    static List<Long> wholeHours(List<HouseWork> work) {
        BigDecimal sum = sum(work);
        BigDecimal total = sum.setScale(0, RoundingMode.HALF_UP);
        boolean lost = sum.signum() > 0 && total.signum() == 0;
        Map<WorkType, List<HouseWork>> kinds =
                work.stream().collect(groupingBy(HouseWork::type, LinkedHashMap::new, toList()));
        Iterator<Long> ofKinds = WholeParts.of(
                        kinds.values().stream().map(HouseWorkTranslation::sum).toList(),
                        lost ? 1 : total.longValueExact())
                .iterator();
        Map<WorkType, Iterator<Long>> ofRows = new EnumMap<>(WorkType.class);
        kinds.forEach((kind, rows) -> ofRows.put(
                kind,
                WholeParts.of(rows.stream().map(HouseWork::hours).toList(), ofKinds.next())
                        .iterator()));
        return work.stream()
                .map(one -> Objects.requireNonNull(ofRows.get(one.type())).next())
                .toList();
    }

    private static BigDecimal sum(List<HouseWork> work) {
        return work.stream().map(HouseWork::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void refuse(TaxReduction reduction, List<HouseWork> work) {
        if (!order.currency().getCurrencyCode().equals("SEK")) {
            review.refuse(
                    "tax-reduction-currency",
                    "Currency",
                    "A tax reduction is asked for, but the order is in "
                            + order.currency().getCurrencyCode() + ".",
                    "Invoice the order in Swedish kronor, or take the tax reduction off the order.");
        }
        if (work.isEmpty()) {
            review.refuse(
                    "tax-reduction-without-work",
                    "HouseWork",
                    "A tax reduction is asked for, but no row is marked as " + reduction.type() + " work.",
                    "Choose a work type and hours on the rows with labour, or take the tax reduction off the order.");
            return;
        }
        work.stream()
                .map(HouseWork::type)
                .filter(type -> type.reduction() != reduction.type())
                .distinct()
                .forEach(type -> review.refuse(
                        "tax-reduction-mixed",
                        "HouseWorkType",
                        "The order asks for " + reduction.type() + ", but " + type + " is " + type.reduction()
                                + " work; a document has one type.",
                        "Correct the work type of the rows, or move them to an order of their own."));
        if (labour().signum() <= 0) {
            review.refuse(
                    "tax-reduction-without-amount",
                    "HouseWork",
                    "A tax reduction is asked for, but the rows with labour amount to nothing.",
                    "Give the rows with labour their prices, or take the tax reduction off the order.");
        }
        boolean hoursWanted = reduction.type() != TaxReduction.Type.GREEN;
        if (hoursWanted && work.stream().allMatch(one -> one.hours().signum() == 0)) {
            review.refuse(
                    "house-work-hours-missing",
                    "HouseWorkHoursToReport",
                    "No row says how many hours were worked; the Tax Agency wants them for " + reduction.type() + ".",
                    "Write the hours worked on the rows with labour.");
        }
        if (!hoursWanted && work.stream().map(HouseWork::type).distinct().count() > 1) {
            review.refuse(
                    "green-work-mixed",
                    "HouseWorkType",
                    "The order has several kinds of green technology; Fortnox wants to be told how much of the reduction is"
                            + " for which, and tells only the sum.",
                    "Move each kind of green technology to an order of its own.");
        }
    }

    private BigDecimal labour() {
        List<Money> amounts = order.totals().rows();
        List<Row.Priced> rows = order.pricedRows();
        return IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).houseWork().isPresent())
                .mapToObj(row -> amounts.get(row).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void refuseTooMany(String name, long hours) {
        if (hours > MOST_HOURS) {
            review.refuse(
                    "house-work-hours-too-many",
                    "HouseWorkHoursToReport",
                    name + " has " + hours + " hours of house work; Fortnox takes " + MOST_HOURS + " on a row.",
                    "Split the row in two.");
        }
    }

    private int rowNumber(int pricedRow) {
        return order.rows().indexOf(order.pricedRows().get(pricedRow)) + 1;
    }

    private static String words(BigDecimal hours) {
        return hours.stripTrailingZeros().toPlainString();
    }
}
