package org.accountinghub.mappings.vismaeaccounting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.HouseWork;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.TaxReduction;

/** Which rows count towards the tax reduction, as what and with how many hours; and what stands against asking for one. */
final class HouseWorkTranslation {

    private static final int HOUR_DECIMALS = 2;

    private final BillableOrder order;
    private final Review review;

    HouseWorkTranslation(BillableOrder order, Review review) {
        this.order = order;
        this.review = review;
    }

    /** For each priced row of the order what it reports, if anything. */
    List<Optional<DocumentLine.Work>> ofRows() {
        List<Optional<HouseWork>> rows =
                order.pricedRows().stream().map(Row.Priced::houseWork).toList();
        List<HouseWork> work = rows.stream().flatMap(Optional::stream).toList();
        if (order.taxReduction().isEmpty()) {
            if (!work.isEmpty()) {
                review.note("House work is sent as ordinary rows: nobody asks for a tax reduction");
            }
            return rows.stream().map(row -> Optional.<DocumentLine.Work>empty()).toList();
        }
        refuse(order.taxReduction().get(), work);
        List<Optional<DocumentLine.Work>> reported = new ArrayList<>();
        for (Optional<HouseWork> row : rows) {
            String name = "Row " + (order.rows().indexOf(order.pricedRows().get(reported.size())) + 1);
            reported.add(row.map(one -> report(name, one)));
        }
        return reported;
    }

    private DocumentLine.Work report(String name, HouseWork work) {
        BigDecimal hours = work.hours().setScale(HOUR_DECIMALS, RoundingMode.HALF_UP);
        if (hours.compareTo(work.hours()) != 0) {
            review.note(name + ": " + Rates.plain(work.hours()).toPlainString() + " hours of house work reported as "
                    + Rates.plain(hours).toPlainString());
        }
        return new DocumentLine.Work(
                HouseWorkCodes.of(work.type()), work.type().reduction() == TaxReduction.Type.GREEN, Rates.plain(hours));
    }

    private void refuse(TaxReduction reduction, List<HouseWork> work) {
        if (!order.currency().getCurrencyCode().equals("SEK")) {
            review.refuse(
                    "tax-reduction-currency",
                    "CurrencyCode",
                    "A tax reduction is asked for, but the order is in "
                            + order.currency().getCurrencyCode() + ".",
                    "Invoice the order in Swedish kronor, or take the tax reduction off the order.");
        }
        if (work.isEmpty()) {
            review.refuse(
                    "tax-reduction-without-work",
                    "WorkCostType",
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
                        "WorkCostType",
                        "The order asks for " + reduction.type() + ", but " + type + " is " + type.reduction()
                                + " work; a document has one type.",
                        "Correct the work type of the rows, or move them to an order of their own."));
        if (labour().signum() <= 0) {
            review.refuse(
                    "tax-reduction-without-amount",
                    "WorkCostType",
                    "A tax reduction is asked for, but the rows with labour amount to nothing.",
                    "Give the rows with labour their prices, or take the tax reduction off the order.");
        }
        boolean hoursWanted = reduction.type() != TaxReduction.Type.GREEN;
        if (hoursWanted && work.stream().allMatch(one -> one.hours().signum() == 0)) {
            review.refuse(
                    "house-work-hours-missing",
                    "WorkHours",
                    "No row says how many hours were worked; the Tax Agency wants them for " + reduction.type() + ".",
                    "Write the hours worked on the rows with labour.");
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
}
