package org.accountinghub.mappings.fortnox;

import java.util.Locale;
import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.FortnoxCustomer;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.Vat;

/** A customer as a Fortnox customer. Limits and their sources stand in the README's field table. */
public final class CustomerTranslation {

    private static final int LONG_TEXT = 1024;
    private static final int ZIP_CODE = 10;

    private CustomerTranslation() {}

    /** To create it there, under our own number. */
    public static Translation<FortnoxCustomer> toCreate(Customer customer) {
        return toCreate(customer, Optional.of(customer.number()), Optional.empty());
    }

    /** To create it there under a number that Fortnox gives; it is known again by its reference. */
    public static Translation<FortnoxCustomer> toCreateNumberedThere(Customer customer) {
        return toCreate(
                customer,
                Optional.empty(),
                Optional.of(Reference.ofRecord(customer.key()).value()));
    }

    private static Translation<FortnoxCustomer> toCreate(
            Customer customer, Optional<String> number, Optional<String> reference) {
        Review review = new Review("fortnox", Problem.Stage.MAPPING);
        Fields fields = FortnoxFields.of(review);
        Optional<String> customerNumber = fields.identifier("CustomerNumber", number, LONG_TEXT);
        Optional<String> name = fields.name(customer, LONG_TEXT);
        Place main = place("", customer.mainAddress(), fields);
        Place delivery = place("Delivery", customer.visitingAddress(), fields);
        Optional<String> vatNumber = fields.identifier("VATNumber", customer.vatNumber(), LONG_TEXT);
        Optional<String> email = fields.email("Email", customer.email(), LONG_TEXT);
        Optional<String> emailInvoice = fields.email("EmailInvoice", customer.invoiceEmail(), LONG_TEXT);
        Optional<String> phone = fields.text("Phone1", customer.phone(), LONG_TEXT);
        Optional<String> costCenter =
                fields.identifier("CostCenter", customer.terms().costCentre(), LONG_TEXT);
        Optional<String> terms =
                fields.identifier("TermsOfPayment", customer.terms().paymentTerms(), LONG_TEXT);
        Optional<String> gln = fields.identifier(
                "GLN", Optional.ofNullable(customer.extensions().get("GLN")), 13);
        return review.result(() -> new FortnoxCustomer(
                customerNumber,
                name,
                Optional.of(type(customer.type())),
                customer.registration().flatMap(CustomerTranslation::organisationNumber),
                vatNumber,
                Optional.of(vatType(customer.terms().vatTreatment())),
                main.line1,
                main.line2,
                main.zipCode,
                main.city,
                main.countryCode,
                delivery.line1,
                delivery.line2,
                delivery.zipCode,
                delivery.city,
                delivery.countryCode,
                phone,
                email,
                emailInvoice,
                Optional.of(customer.terms().currency().getCurrencyCode()),
                costCenter,
                terms.map(code -> code.toUpperCase(Locale.ROOT)),
                gln,
                Optional.of(customer.active()),
                reference));
    }

    /** As Fortnox keeps it. */
    static Optional<String> organisationNumber(RegistrationNumber number) {
        return Optional.of(number.hyphenated()).filter(text -> !text.isEmpty());
    }

    static FortnoxCustomer.VatType vatType(Vat.Treatment treatment) {
        return switch (treatment) {
            case DOMESTIC -> FortnoxCustomer.VatType.SEVAT;
            case DOMESTIC_REVERSE_CHARGE -> FortnoxCustomer.VatType.SEREVERSEDVAT;
            case EU_REVERSE_CHARGE -> FortnoxCustomer.VatType.EUREVERSEDVAT;
            case EU_WITH_VAT -> FortnoxCustomer.VatType.EUVAT;
            case EXPORT -> FortnoxCustomer.VatType.EXPORT;
        };
    }

    static FortnoxCustomer.Type type(Customer.Type type) {
        return type == Customer.Type.PRIVATE ? FortnoxCustomer.Type.PRIVATE : FortnoxCustomer.Type.COMPANY;
    }

    private record Place(
            Optional<String> line1,
            Optional<String> line2,
            Optional<String> zipCode,
            Optional<String> city,
            Optional<String> countryCode) {}

    private static Place place(String prefix, Optional<Address> address, Fields fields) {
        Optional<String> country =
                address.flatMap(place -> fields.country(prefix + "CountryCode", place.countryCode()));
        return new Place(
                fields.text(prefix + "Address1", address.map(Address::line1), LONG_TEXT),
                fields.text(prefix + "Address2", address.map(Address::line2), LONG_TEXT),
                fields.identifier(prefix + "ZipCode", address.map(Address::postalCode), ZIP_CODE),
                fields.text(prefix + "City", address.map(Address::city), LONG_TEXT),
                country);
    }
}
