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
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.HouseWork;
import org.accountinghub.mappings.model.ReducedWork;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.WholeParts;
import org.accountinghub.mappings.model.WorkType;

/** Which rows count towards the tax reduction, as what and with how many whole hours. */
final class HouseWorkTranslation {

    private static final int MOST_HOURS = 999;
    private static final ReducedWork.Names NAMES =
            new ReducedWork.Names("Currency", "HouseWork", "HouseWorkType", "HouseWorkHoursToReport");

    private final BillableOrder order;
    private final Review review;

    HouseWorkTranslation(BillableOrder order, Review review) {
        this.order = order;
        this.review = review;
    }

    /** Kinds of work that only invoices are known to take. */
    static void refuseOnOrders(BillableOrder order, Review review) {
        ReducedWork.kinds(order).stream()
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
        List<Optional<HouseWork>> rows = ReducedWork.ofRows(order, NAMES, review);
        refuseMixedGreen();
        Iterator<Long> hours =
                wholeHours(rows.stream().flatMap(Optional::stream).toList()).iterator();
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

    private void refuseMixedGreen() {
        boolean green = order.taxReduction()
                .filter(reduction -> reduction.type() == TaxReduction.Type.GREEN)
                .isPresent();
        if (green && ReducedWork.kinds(order).size() > 1) {
            review.refuse(
                    "green-work-mixed",
                    NAMES.kind(),
                    "The order has several kinds of green technology; Fortnox wants to be told how much of the reduction is"
                            + " for which, and tells only the sum.",
                    "Move each kind of green technology to an order of its own.");
        }
    }

    private void refuseTooMany(String name, long hours) {
        if (hours > MOST_HOURS) {
            review.refuse(
                    "house-work-hours-too-many",
                    NAMES.hours(),
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
