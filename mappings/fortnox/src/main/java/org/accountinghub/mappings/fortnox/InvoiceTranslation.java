package org.accountinghub.mappings.fortnox;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.accountinghub.mappings.fortnox.wire.EdiInformation;
import org.accountinghub.mappings.fortnox.wire.NewInvoice;
import org.accountinghub.mappings.fortnox.wire.NewInvoiceRow;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.Translation;

/** A billable order as a Fortnox invoice. */
public final class InvoiceTranslation {

    private final FortnoxRules rules;

    public InvoiceTranslation(FortnoxRules rules) {
        this.rules = rules;
    }

    /** Dated as the order says. */
    public Translation<NewInvoice> translate(BillableOrder order, String customerNumber, Set<String> knownArticles) {
        return translate(order, order.documentDate(), customerNumber, knownArticles);
    }

    /**
     * @param date the invoice's, where a policy has moved it
     * @param customerNumber the payer's number at Fortnox
     * @param knownArticles article numbers of this order that Fortnox has and that are active; rows with others are sent
     *     as texts with an amount
     */
    public Translation<NewInvoice> translate(
            BillableOrder order, LocalDate date, String customerNumber, Set<String> knownArticles) {
        Review review = new Review("fortnox", Problem.Stage.MAPPING);
        Fields fields = FortnoxFields.of(review);
        List<DocumentLine> lines = new RowTranslation(rules, review, order, knownArticles).rows();
        DocumentHeader header = DocumentHeader.of(order, date, customerNumber, fields, review);
        TaxReductionTranslation.refuseIncomplete(order, review);
        Optional<EdiInformation> edi = new EdiInformation(
                        fields.extension("EDIGlobalLocationNumber", order, FortnoxFields.LONG_TEXT),
                        fields.extension("EDIGlobalLocationNumberDelivery", order, FortnoxFields.LONG_TEXT),
                        fields.extension("EDIInvoiceExtra1", order, FortnoxFields.LONG_TEXT),
                        fields.extension("EDIInvoiceExtra2", order, FortnoxFields.LONG_TEXT),
                        fields.extension("EDIOurElectronicReference", order, FortnoxFields.LONG_TEXT),
                        fields.extension("EDIYourElectronicReference", order, FortnoxFields.LONG_TEXT))
                .ifAny();
        return review.result(() -> new NewInvoice(
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
                header.deliveryAddress1(),
                header.deliveryAddress2(),
                header.deliveryZipCode(),
                header.deliveryCity(),
                header.deliveryCountry(),
                edi,
                HouseWorkTypes.of(order),
                lines.stream().map(InvoiceTranslation::row).toList()));
    }

    /** The article numbers of an order that can exist at Fortnox at all: worth a look before translating. */
    public static Set<String> articlesToLookUp(BillableOrder order) {
        return order.pricedRows().stream()
                .map(Row.Priced::articleNumber)
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(RowTranslation::canBeArticleNumber)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static NewInvoiceRow row(DocumentLine line) {
        return new NewInvoiceRow(
                line.articleNumber(),
                line.description(),
                line.accountNumber(),
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
