package org.accountinghub.mappings.vismaeaccounting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.HouseWork;
import org.accountinghub.mappings.model.ReducedWork;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.TaxReduction;

/** Which rows count towards the tax reduction, as what and with how many hours. */
final class HouseWorkTranslation {

    private static final int HOUR_DECIMALS = 2;
    private static final ReducedWork.Names NAMES =
            new ReducedWork.Names("CurrencyCode", "WorkCostType", "WorkCostType", "WorkHours");

    private final BillableOrder order;
    private final Review review;

    HouseWorkTranslation(BillableOrder order, Review review) {
        this.order = order;
        this.review = review;
    }

    /** For each priced row of the order what it reports, if anything. */
    List<Optional<DocumentLine.Work>> ofRows() {
        List<Optional<DocumentLine.Work>> reported = new ArrayList<>();
        for (Optional<HouseWork> row : ReducedWork.ofRows(order, NAMES, review)) {
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
}
