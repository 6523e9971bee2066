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
    static final int LINE = 50;
    static final int POSTAL_CODE = 10;
    static final int REGISTRATION = 20;
    static final int EMAIL = 255;

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
        Optional<String> name = texts.name(customer, LINE);
        Optional<Address> main = customer.mainAddress();
        Optional<Address> delivery = customer.visitingAddress();
        Optional<String> postalCode = texts.identifier("InvoicePostalCode", main.map(Address::postalCode), POSTAL_CODE);
        Optional<String> city = texts.text("InvoiceCity", main.map(Address::city), LINE);
        refuseMissing(postalCode, "InvoicePostalCode", "postal code", customer, review);
        refuseMissing(city, "InvoiceCity", "city", customer, review);
        Optional<String> email = texts.email("EmailAddress", email(customer), EMAIL);
        Optional<String> registration = texts.identifier(
                "CorporateIdentityNumber", customer.registration().map(RegistrationNumber::hyphenated), REGISTRATION);
        Optional<String> vatNumber = texts.identifier("VatNumber", customer.vatNumber(), REGISTRATION);
        boolean reversed = customer.terms().vatTreatment() == Vat.Treatment.DOMESTIC_REVERSE_CHARGE;
        if (reversed && vatNumber.isEmpty()) {
            refuseWithoutVatNumber(customer.number(), review);
        }
        return review.result(() -> new NewCustomer(
                number.orElseThrow(),
                name.orElseThrow(),
                registration,
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
                main.flatMap(place -> texts.country("InvoiceCountryCode", place.countryCode())),
                texts.text("DeliveryAddress1", delivery.map(Address::line1), LINE),
                texts.text("DeliveryAddress2", delivery.map(Address::line2), LINE),
                delivery.map(Address::postalCode)
                        .map(String::strip)
                        .filter(code -> !code.isEmpty() && code.length() <= POSTAL_CODE),
                texts.text("DeliveryCity", delivery.map(Address::city), LINE),
                delivery.flatMap(place -> texts.country("DeliveryCountryCode", place.countryCode())),
                reversed));
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

    static void refuseWithoutVatNumber(String number, Review review) {
        review.refuse(
                "vat-number-missing",
                "VatNumber",
                "Customer " + number + " has reverse charge, for which eAccounting wants a VAT number.",
                "Write the customer's VAT number in the service system.");
    }

    /** Invoices go to the one address that a customer has there. */
    private static String email(Customer customer) {
        return customer.invoiceEmail().isBlank() ? customer.email() : customer.invoiceEmail();
    }
}
