package org.accountinghub.mappings.twentyfoursevenoffice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.Addresses;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.ArrayOfInvoiceRow;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.Currency;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceRow;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.OrderSlipStateType;

/**
 * A billable order as a 24SevenOffice document, which is order and invoice in one: its state says which. Limits and their
 * sources stand in the README's field table.
 */
public final class DocumentTranslation {

    private static final int REFERENCE = 50;
    private static final int TITLE = 300;
    private static final int TEXT = 750;

    private final OfficeRules rules;

    public DocumentTranslation(OfficeRules rules) {
        this.rules = rules;
    }

    /**
     * As an order or as an invoice, as {@link BillableOrder#target()} says.
     *
     * @param date the document's, where a policy has moved it
     * @param companyId the payer's id at 24SevenOffice
     * @param products what {@link #productsToLookUp} found there
     */
    public Translation<InvoiceOrder> translate(
            BillableOrder order, LocalDate date, int companyId, KnownProducts products) {
        Review review = new Review("24sevenoffice", Problem.Stage.MAPPING);
        Fields fields = OfficeFields.of(review);
        refuseTaxReduction(order, review);
        List<InvoiceRow> rows = new RowTranslation(rules, review, order, products).rows();
        if (!date.equals(order.documentDate())) {
            review.note("Dated " + date + " instead of " + order.documentDate());
        }
        CostCentres.Place place = new CostCentres(rules, review).of("The order", order.costCentre());
        Optional<String> yourNumber = fields.identifier("CustomerReferenceNo", order.yourOrderNumber(), REFERENCE);
        Optional<String> title = fields.identifier("InvoiceTitle", title(order), TITLE);
        Optional<String> yourReference = fields.text("YourReference", order.yourReference(), REFERENCE);
        Optional<String> text = fields.text(
                "InvoiceText", Optional.ofNullable(order.extensions().get("InvoiceText")), TEXT);
        Optional<Addresses> delivery = order.deliveryAddress().flatMap(address -> delivery(address, review));
        Optional<Integer> ourReference = ourReference(order, review);
        return review.result(() -> {
            InvoiceOrder sent = new InvoiceOrder();
            sent.setCustomerId(companyId);
            delivery.ifPresent(sent::setAddresses);
            sent.setDateOrdered(date.atStartOfDay());
            if (order.target() == BillableOrder.Target.INVOICE) {
                sent.setOrderStatus(OrderSlipStateType.INVOICED);
                sent.setDateInvoiced(date.atStartOfDay());
            } else {
                sent.setOrderStatus(rules.orderStatus());
            }
            yourNumber.ifPresent(sent::setCustomerReferenceNo);
            place.project().ifPresent(sent::setProjectId);
            place.department().ifPresent(sent::setDepartmentId);
            ourReference.ifPresent(sent::setOurReference);
            sent.setIncludeVAT(order.pricesIncludeVat());
            yourReference.ifPresent(sent::setYourReference);
            title.ifPresent(sent::setInvoiceTitle);
            text.ifPresent(sent::setInvoiceText);
            if (!order.currency().equals(rules.currency())) {
                Currency currency = new Currency();
                currency.setSymbol(order.currency().getCurrencyCode());
                sent.setCurrency(currency);
            }
            rules.externalStatus().ifPresent(sent::setExternalStatus);
            sent.setReferenceNumber(order.reference().value());
            ArrayOfInvoiceRow all = new ArrayOfInvoiceRow();
            all.getInvoiceRow().addAll(rows);
            sent.setInvoiceRows(all);
            return sent;
        });
    }

    /** Product numbers worth a look before translating: the rows' articles and the fallback products. */
    public Set<String> productsToLookUp(BillableOrder order) {
        Stream<String> articles = order.pricedRows().stream()
                .map(Row.Priced::articleNumber)
                .flatMap(Optional::stream)
                .map(String::strip);
        Stream<String> fallbacks = order.pricedRows().stream()
                .map(row -> Optional.ofNullable(
                        rules.fallbackProducts().get(row.vat().chargedRate())))
                .flatMap(Optional::stream);
        return Stream.concat(articles, fallbacks)
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What people call the order here and at the customer's: CustomerReferenceNo is documented as deprecated. */
    private static String title(BillableOrder order) {
        return order.yourOrderNumber()
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .map(number -> order.orderNumber() + " / " + number)
                .orElse(order.orderNumber());
    }

    private static void refuseTaxReduction(BillableOrder order, Review review) {
        order.taxReduction()
                .ifPresent(reduction -> review.refuse(
                        "tax-reduction-unsupported",
                        "InvoiceRows",
                        "The order asks for a tax reduction (" + reduction.type()
                                + "); 24SevenOffice's web services know" + " none.",
                        "Invoice this order by hand, or take the tax reduction off it in the service system."));
    }

    private Optional<Integer> ourReference(BillableOrder order, Review review) {
        Optional<String> name = order.ourReference().map(String::strip).filter(text -> !text.isEmpty());
        Optional<Integer> id = name.map(rules.ids().persons()::get);
        if (name.isPresent() && id.isEmpty()) {
            review.note("OurReference left out: the connection names no employee id for \""
                    + OfficeFields.clean(name.get()).text() + "\"");
        }
        return id;
    }

    private static Optional<Addresses> delivery(Address address, Review review) {
        return PostalAddress.of("Delivery", Optional.of(address), review).map(place -> {
            Addresses addresses = new Addresses();
            addresses.setDelivery(place.ofInvoice());
            return addresses;
        });
    }
}
