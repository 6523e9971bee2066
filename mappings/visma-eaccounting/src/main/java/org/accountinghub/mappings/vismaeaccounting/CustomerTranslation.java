package org.accountinghub.mappings.vismaeaccounting;

import java.util.Optional;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.vismaeaccounting.wire.NewCustomer;

/** A customer as an eAccounting customer. Limits and their sources stand in the README's field table. */
public final class CustomerTranslation {

    private static final int NUMBER = 16;
    private static final int LINE = 50;
    private static final int POSTAL_CODE = 10;
    private static final int REGISTRATION = 20;
    private static final int EMAIL = 255;

    private CustomerTranslation() {}

    /**
     * To create it there, under our own number.
     *
     * @param termsOfPaymentId eAccounting's id of the terms that shall be the customer's
     */
    public static Translation<NewCustomer> toCreate(Customer customer, String termsOfPaymentId) {
        Review review = new Review(DraftTranslation.ROOM, Problem.Stage.MAPPING);
        Fields texts = Characters.fields(review);
        Optional<String> number = texts.identifier("CustomerNumber", customer.number(), NUMBER);
        Optional<String> name = texts.text("Name", customer.name(), LINE);
        if (name.isEmpty()) {
            review.refuse(
                    "customer-name-missing",
                    "Name",
                    "Customer " + customer.number() + " has no name.",
                    "Write a name on the customer in the service system.");
        }
        Optional<Address> main =
                customer.invoiceAddress().or(customer::postalAddress).or(customer::visitingAddress);
        Optional<Address> delivery = customer.visitingAddress();
        Optional<String> postalCode = texts.identifier("InvoicePostalCode", main.map(Address::postalCode), POSTAL_CODE);
        Optional<String> city = texts.text("InvoiceCity", main.map(Address::city), LINE);
        refuseMissing(postalCode, "InvoicePostalCode", "postal code", customer, review);
        refuseMissing(city, "InvoiceCity", "city", customer, review);
        Optional<String> email = email(customer, review);
        Optional<String> vatNumber = texts.identifier("VatNumber", customer.vatNumber(), REGISTRATION);
        boolean reversed = customer.terms().vatTreatment() == Vat.Treatment.DOMESTIC_REVERSE_CHARGE;
        if (reversed && vatNumber.isEmpty()) {
            review.refuse(
                    "vat-number-missing",
                    "VatNumber",
                    "Customer " + customer.number() + " has reverse charge, for which eAccounting wants a VAT number.",
                    "Write the customer's VAT number in the service system.");
        }
        return review.result(() -> new NewCustomer(
                number.orElseThrow(),
                name.orElseThrow(),
                customer.registration()
                        .flatMap(CustomerTranslation::registration)
                        .flatMap(text -> texts.identifier("CorporateIdentityNumber", text, REGISTRATION)),
                customer.type() == Customer.Type.PRIVATE,
                customer.active(),
                customer.terms().currency().getCurrencyCode(),
                termsOfPaymentId,
                email,
                texts.text("Telephone", customer.phone(), LINE),
                vatNumber,
                texts.text("InvoiceAddress1", main.map(Address::line1), LINE),
                texts.text("InvoiceAddress2", main.map(Address::line2), LINE),
                postalCode.orElseThrow(),
                city.orElseThrow(),
                country("InvoiceCountryCode", main, review),
                texts.text("DeliveryAddress1", delivery.map(Address::line1), LINE),
                texts.text("DeliveryAddress2", delivery.map(Address::line2), LINE),
                delivery.map(Address::postalCode)
                        .map(String::strip)
                        .filter(code -> !code.isEmpty() && code.length() <= POSTAL_CODE),
                texts.text("DeliveryCity", delivery.map(Address::city), LINE),
                country("DeliveryCountryCode", delivery, review),
                reversed));
    }

    /** Ten digits with a hyphen; a personal number keeps its century. Anything else as it was written. */
    static Optional<String> registration(RegistrationNumber number) {
        String digits = number.kind() == RegistrationNumber.Kind.PERSONAL
                ? number.value().replaceAll("\\D", "")
                : number.digits();
        boolean swedish = digits.matches("\\d{10}|\\d{12}") && !number.value().matches(".*\\p{L}.*");
        String written = swedish
                ? digits.substring(0, digits.length() - 4) + "-" + digits.substring(digits.length() - 4)
                : number.value().strip();
        return Optional.of(written).filter(text -> !text.isEmpty());
    }

    /** As eAccounting keeps it. */
    static Optional<String> name(Customer customer) {
        return Characters.fields(new Review(DraftTranslation.ROOM, Problem.Stage.MAPPING))
                .text("Name", customer.name(), LINE);
    }

    private static void refuseMissing(
            Optional<String> value, String field, String word, Customer customer, Review review) {
        if (value.isEmpty()) {
            review.refuse(
                    "customer-" + word.replace(' ', '-') + "-missing",
                    field,
                    "Customer " + customer.number() + " has no " + word
                            + " in its invoice address; eAccounting wants one.",
                    "Write the " + word + " on the customer in the service system.");
        }
    }

    private static Optional<String> country(String field, Optional<Address> address, Review review) {
        Optional<String> code =
                address.map(Address::countryCode).map(String::strip).filter(text -> !text.isEmpty());
        code.filter(text -> !Countries.known(text))
                .ifPresent(text -> review.refuse(
                        "country-unknown",
                        field,
                        "\"" + text + "\" is no country code.",
                        "Choose a country on the customer's address in the service system."));
        return code;
    }

    /** Invoices go to the one address that a customer has there. */
    private static Optional<String> email(Customer customer, Review review) {
        Optional<String> address = Optional.of(customer.invoiceEmail().strip())
                .filter(text -> !text.isEmpty())
                .or(() -> Optional.of(customer.email().strip()).filter(text -> !text.isEmpty()));
        address.filter(text -> text.length() > EMAIL || !text.matches("[^\\s@,;<>]+@[^\\s@,;<>]+"))
                .ifPresent(text -> review.refuse(
                        "email-invalid",
                        "EmailAddress",
                        "\"" + text + "\" is not one e-mail address.",
                        "Write exactly one e-mail address on the customer in the service system."));
        return address;
    }
}
