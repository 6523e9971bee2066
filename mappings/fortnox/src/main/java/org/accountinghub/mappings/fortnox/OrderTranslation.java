package org.accountinghub.mappings.fortnox;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.accountinghub.mappings.fortnox.wire.NewOrder;
import org.accountinghub.mappings.fortnox.wire.NewOrderRow;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Translation;

/**
 * A billable order as a Fortnox order, to be invoiced over there. Says what {@link InvoiceTranslation} says, but for the
 * electronic-invoice information, which orders cannot hold.
 */
public final class OrderTranslation {

    private final FortnoxRules rules;

    public OrderTranslation(FortnoxRules rules) {
        this.rules = rules;
    }

    /** Dated as the order says. */
    public Translation<NewOrder> translate(BillableOrder order, String customerNumber, Set<String> knownArticles) {
        return translate(order, order.documentDate(), customerNumber, knownArticles);
    }

    /**
     * @param date the order's, where a policy has moved it
     * @param customerNumber the payer's number at Fortnox
     * @param knownArticles as in {@link InvoiceTranslation#translate}
     */
    public Translation<NewOrder> translate(
            BillableOrder order, LocalDate date, String customerNumber, Set<String> knownArticles) {
        Review review = new Review("fortnox", Problem.Stage.MAPPING);
        Fields fields = FortnoxFields.of(review);
        List<DocumentLine> lines = new RowTranslation(rules, review, order, knownArticles).rows();
        DocumentHeader header = DocumentHeader.of(order, date, customerNumber, fields, review);
        TaxReductionTranslation.refuseIncomplete(order, review);
        HouseWorkTranslation.refuseOnOrders(order, review);
        order.extensions().keySet().stream()
                .filter(term -> term.startsWith("EDI"))
                .sorted()
                .forEach(term -> review.note(term + " is not sent: Fortnox's orders cannot hold it"));
        return review.result(() -> new NewOrder(
                header.customerNumber().orElseThrow(),
                date,
                order.currency().getCurrencyCode(),
                order.pricesIncludeVat(),
                order.reference().value(),
                header.orderNumber().orElseThrow(),
                header.yourOrderNumber(),
                header.ourReference(),
                header.yourReference(),
                header.costCenter(),
                header.project(),
                header.language(),
                header.remarks(),
                header.remarks().map(remarks -> true),
                header.deliveryAddress1(),
                header.deliveryAddress2(),
                header.deliveryZipCode(),
                header.deliveryCity(),
                header.deliveryCountry(),
                HouseWorkTypes.of(order),
                lines.stream().map(OrderTranslation::row).toList()));
    }

    private static NewOrderRow row(DocumentLine line) {
        return new NewOrderRow(
                line.articleNumber(),
                line.description(),
                line.accountNumber(),
                line.quantity(),
                line.quantity(),
                line.priced().flatMap(DocumentLine.Priced::unit),
                line.priced().map(row -> row.form().price()),
                line.priced().map(DocumentLine.Priced::discount),
                line.priced().map(DocumentLine.Priced::discountType),
                line.priced().map(DocumentLine.Priced::vatRate),
                line.priced().flatMap(DocumentLine.Priced::costCentre),
                line.priced().map(row -> row.houseWork().isPresent()),
                line.houseWork().map(ReportedWork::type),
                line.houseWork().map(ReportedWork::hours));
    }
}
