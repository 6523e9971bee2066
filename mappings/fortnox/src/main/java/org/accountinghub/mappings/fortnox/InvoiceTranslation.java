package org.accountinghub.mappings.fortnox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.accountinghub.mappings.fortnox.wire.EdiInformation;
import org.accountinghub.mappings.fortnox.wire.NewInvoice;
import org.accountinghub.mappings.fortnox.wire.NewInvoiceRow;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.Translation;

/** A billable order as a Fortnox invoice. Limits and their sources stand in the README's field table. */
public final class InvoiceTranslation {

    static final int REFERENCE_2 = 80;
    static final int YOUR_ORDER_NUMBER = 75;
    static final int PERSON = 50;
    static final int LONG_TEXT = 1024;
    static final int ZIP_CODE = 10;

    private final FortnoxRules rules;

    public InvoiceTranslation(FortnoxRules rules) {
        this.rules = rules;
    }

    /**
     * @param customerNumber the payer's number at Fortnox
     * @param knownArticles article numbers of this order that Fortnox has and that are active; rows with others are sent
     *     as texts with an amount
     */
    public Translation<NewInvoice> translate(BillableOrder order, String customerNumber, Set<String> knownArticles) {
        Review review = new Review("fortnox", Problem.Stage.MAPPING);
        Fields fields = new Fields(review);
        List<NewInvoiceRow> rows = new RowTranslation(rules, review, order, knownArticles).rows();
        Optional<String> number = fields.identifier("CustomerNumber", customerNumber, LONG_TEXT);
        Optional<String> orderNumber = fields.identifier("ExternalInvoiceReference2", order.orderNumber(), REFERENCE_2);
        Optional<String> yourOrder = fields.identifier("YourOrderNumber", order.yourOrderNumber(), YOUR_ORDER_NUMBER);
        Optional<String> ourReference = fields.text("OurReference", order.ourReference(), PERSON);
        Optional<String> yourReference = fields.text("YourReference", order.yourReference(), PERSON);
        Optional<String> costCenter = fields.identifier("CostCenter", order.costCentre(), LONG_TEXT);
        Delivery delivery = delivery(order.deliveryAddress(), fields);
        Map<String, String> extensions = order.extensions();
        Optional<String> project = extension(fields, extensions, "Project");
        Optional<String> remarks = fields.text("Remarks", Optional.ofNullable(extensions.get("Remarks")), LONG_TEXT);
        Optional<EdiInformation> edi = new EdiInformation(
                        extension(fields, extensions, "EDIGlobalLocationNumber"),
                        extension(fields, extensions, "EDIGlobalLocationNumberDelivery"),
                        extension(fields, extensions, "EDIInvoiceExtra1"),
                        extension(fields, extensions, "EDIInvoiceExtra2"),
                        extension(fields, extensions, "EDIOurElectronicReference"),
                        extension(fields, extensions, "EDIYourElectronicReference"))
                .ifAny();
        return review.result(() -> new NewInvoice(
                number.orElseThrow(),
                order.documentDate(),
                order.currency().getCurrencyCode(),
                order.pricesIncludeVat(),
                order.reference().value(),
                orderNumber.orElseThrow(),
                yourOrder,
                ourReference,
                yourReference,
                costCenter,
                project,
                language(order),
                remarks,
                delivery.line1,
                delivery.line2,
                delivery.zipCode,
                delivery.city,
                delivery.country,
                edi,
                rows));
    }

    /** The article numbers of an order that can exist at Fortnox at all: worth a look before translating. */
    public static Set<String> articlesToLookUp(BillableOrder order) {
        return order.pricedRows().stream()
                .map(Row.Priced::articleNumber)
                .flatMap(Optional::stream)
                .filter(RowTranslation::canBeArticleNumber)
                .collect(Collectors.toUnmodifiableSet());
    }

    private record Delivery(
            Optional<String> line1,
            Optional<String> line2,
            Optional<String> zipCode,
            Optional<String> city,
            Optional<String> country) {}

    private static Delivery delivery(Optional<Address> address, Fields fields) {
        return new Delivery(
                fields.text("DeliveryAddress1", address.map(Address::line1), LONG_TEXT),
                fields.text("DeliveryAddress2", address.map(Address::line2), LONG_TEXT),
                fields.identifier("DeliveryZipCode", address.map(Address::postalCode), LONG_TEXT),
                fields.text("DeliveryCity", address.map(Address::city), LONG_TEXT),
                address.map(Address::countryCode).flatMap(Countries::swedishName));
    }

    private static Optional<String> extension(Fields fields, Map<String, String> extensions, String term) {
        return fields.identifier(term, Optional.ofNullable(extensions.get(term)), LONG_TEXT);
    }

    private static Optional<String> language(BillableOrder order) {
        return order.payer()
                .terms()
                .language()
                .map(language -> language.toUpperCase(Locale.ROOT))
                .filter(Set.of("SV", "EN")::contains);
    }
}
