package org.accountinghub.mappings.vismaeaccounting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.ReducedWork;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.vismaeaccounting.wire.NewOrder;
import org.accountinghub.mappings.vismaeaccounting.wire.NewOrderRow;

/** A billable order as an eAccounting order. What orders have no field for, is a text row: the customer's order number, hours. */
public final class OrderTranslation {

    private static final int REFERENCE = 50;
    private static final int PROPERTY = 100;
    private static final int ASSOCIATION = 20;

    private final EAccountingRules rules;

    public OrderTranslation(EAccountingRules rules) {
        this.rules = rules;
    }

    public Translation<NewOrder> translate(BillableOrder order, Recipient recipient, Catalogue catalogue) {
        Review review = new Review(DraftTranslation.ROOM, Problem.Stage.MAPPING);
        Fields texts = Characters.fields(review);
        List<DocumentLine> lines =
                new RowTranslation(rules, review, order, recipient, catalogue).lines(last(order, review));
        DocumentHeader header = DocumentHeader.of(order, rules, REFERENCE, texts, review);
        ReductionHeader reduction = ReductionHeader.of(order, PROPERTY, ASSOCIATION, texts, review);
        refuseUnknownWork(order, review);
        return review.result(() -> new NewOrder(
                recipient.id(),
                order.currency().getCurrencyCode(),
                order.documentDate(),
                rules.orderStatus(),
                false,
                order.pricedRows().stream()
                        .anyMatch(row -> row.vat().treatment() == Vat.Treatment.DOMESTIC_REVERSE_CHARGE),
                header.yourReference(),
                header.ourReference(),
                header.deliveryAddress1(),
                header.deliveryAddress2(),
                header.deliveryPostalCode(),
                header.deliveryCity(),
                header.deliveryCountryCode(),
                reduction.type(),
                reduction.property(),
                reduction.association(),
                reduction.automatic(),
                reduction.propertyType(),
                reduction.deductors(),
                reduction.greenTechnology(),
                rows(lines)));
    }

    private List<String> last(BillableOrder order, Review review) {
        List<String> last = new ArrayList<>();
        BigDecimal hours = order.taxReduction().isEmpty()
                ? BigDecimal.ZERO
                : order.pricedRows().stream()
                        .flatMap(row -> row.houseWork().stream())
                        .map(work -> work.hours())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (hours.signum() > 0) {
            last.add("Arbetade timmar: " + Rates.plain(hours).toPlainString().replace('.', ','));
            review.note("The hours worked are a text row: eAccounting's orders have no field for them");
        }
        order.yourOrderNumber()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .ifPresent(number -> {
                    last.add("Ert ordernummer: " + number);
                    review.note("The customer's order number is a text row: eAccounting's orders have no field for it");
                });
        last.add(ReferenceText.of(order, rules.referenceRow()));
        return last;
    }

    /** The contract of 2021 ends with kinds that later ones go beyond. */
    private static void refuseUnknownWork(BillableOrder order, Review review) {
        ReducedWork.kinds(order).stream()
                .filter(work -> !HouseWorkCodes.known2021(work))
                .forEach(work -> review.refuse(
                        "house-work-not-on-orders",
                        "WorkCostType",
                        "eAccounting's orders are not known to take " + work + " work.",
                        "Let the order be sent directly as an invoice: by the group's setting, or the customer's flag"
                                + " \"always send as invoice\"."));
    }

    private List<NewOrderRow> rows(List<DocumentLine> lines) {
        List<NewOrderRow> rows = new ArrayList<>();
        for (DocumentLine line : lines) {
            rows.add(new NewOrderRow(
                    rows.size() + 1,
                    line.priced().isEmpty(),
                    line.article(),
                    line.text(),
                    line.quantity(),
                    line.quantity(),
                    line.price(),
                    line.discount(),
                    line.reversed(),
                    line.houseWork().map(DocumentLine.Work::kind),
                    line.houseWork().isPresent(),
                    line.greenWork().map(DocumentLine.Work::kind),
                    line.costCentre(1, rules.costCentre()),
                    line.costCentre(2, rules.costCentre()),
                    line.costCentre(3, rules.costCentre())));
        }
        return rows;
    }
}
