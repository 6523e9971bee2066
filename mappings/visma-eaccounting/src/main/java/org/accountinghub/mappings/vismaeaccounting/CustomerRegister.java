package org.accountinghub.mappings.vismaeaccounting;

import static org.accountinghub.mappings.model.register.FieldReading.always;
import static org.accountinghub.mappings.model.register.FieldReading.text;
import static org.accountinghub.mappings.model.register.RegisterField.BALANCE;
import static org.accountinghub.mappings.model.register.RegisterField.CURRENCY;
import static org.accountinghub.mappings.model.register.RegisterField.CUSTOMER_ACTIVE;
import static org.accountinghub.mappings.model.register.RegisterField.CUSTOMER_KIND;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_CITY;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_COUNTRY;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_EMAIL;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_LINE1;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_LINE2;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_POSTAL_CODE;
import static org.accountinghub.mappings.model.register.RegisterField.LANGUAGE;
import static org.accountinghub.mappings.model.register.RegisterField.LAST_INVOICE_DATE;
import static org.accountinghub.mappings.model.register.RegisterField.NAME;
import static org.accountinghub.mappings.model.register.RegisterField.PAYMENT_TERMS;
import static org.accountinghub.mappings.model.register.RegisterField.PHONE;
import static org.accountinghub.mappings.model.register.RegisterField.REGISTRATION_NUMBER;
import static org.accountinghub.mappings.model.register.RegisterField.VAT_NUMBER;
import static org.accountinghub.mappings.model.register.RegisterField.VAT_TREATMENT;
import static org.accountinghub.mappings.model.register.RegisterField.VISITING_CITY;
import static org.accountinghub.mappings.model.register.RegisterField.VISITING_COUNTRY;
import static org.accountinghub.mappings.model.register.RegisterField.VISITING_LINE1;
import static org.accountinghub.mappings.model.register.RegisterField.VISITING_LINE2;
import static org.accountinghub.mappings.model.register.RegisterField.VISITING_POSTAL_CODE;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.model.register.FieldReading;
import org.accountinghub.mappings.model.register.FieldWriting;
import org.accountinghub.mappings.model.register.PartnerEdit;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterForm;
import org.accountinghub.mappings.vismaeaccounting.wire.CustomerThere;
import org.accountinghub.mappings.vismaeaccounting.wire.Moments;
import org.accountinghub.mappings.vismaeaccounting.wire.TermsOfPayment;
import tools.jackson.databind.node.ObjectNode;

/**
 * Customers of eAccounting as records of the register; lists tell all that single answers do. The delivery address stands
 * for the visiting address, the one e-mail address for that of invoices. A third address, another e-mail address, the cost
 * centre and the customer's order number eAccounting's customers cannot hold.
 */
public final class CustomerRegister {

    private static final String SWEDEN = "SE";
    private static final Map<String, Boolean> REVERSED =
            Map.of(Vat.Treatment.DOMESTIC.name(), false, Vat.Treatment.DOMESTIC_REVERSE_CHARGE.name(), true);
    private static final Set<String> ABROAD = Arrays.stream(Vat.Treatment.values())
            .map(Enum::name)
            .filter(treatment -> !REVERSED.containsKey(treatment))
            .collect(Collectors.toUnmodifiableSet());

    /** What may be empty there. */
    public static final Set<RegisterField> CLEARABLE = Collections.unmodifiableSet(EnumSet.of(
            REGISTRATION_NUMBER,
            VAT_NUMBER,
            INVOICE_LINE1,
            INVOICE_LINE2,
            VISITING_LINE1,
            VISITING_LINE2,
            VISITING_POSTAL_CODE,
            VISITING_CITY,
            VISITING_COUNTRY,
            INVOICE_EMAIL,
            PHONE));

    private CustomerRegister() {}

    public static RegisterForm<CustomerThere, CustomerThere> form(CompanyTerms terms) {
        List<FieldReading<CustomerThere>> readings = List.of(
                text(NAME, CustomerThere::name),
                always(CUSTOMER_KIND, CustomerRegister::kind),
                text(REGISTRATION_NUMBER, CustomerThere::corporateIdentityNumber),
                text(VAT_NUMBER, CustomerThere::vatNumber),
                text(INVOICE_LINE1, CustomerThere::invoiceAddress1),
                text(INVOICE_LINE2, CustomerThere::invoiceAddress2),
                text(INVOICE_POSTAL_CODE, CustomerThere::invoicePostalCode),
                text(INVOICE_CITY, CustomerThere::invoiceCity),
                text(INVOICE_COUNTRY, CustomerThere::invoiceCountryCode),
                text(VISITING_LINE1, CustomerThere::deliveryAddress1),
                text(VISITING_LINE2, CustomerThere::deliveryAddress2),
                text(VISITING_POSTAL_CODE, CustomerThere::deliveryPostalCode),
                text(VISITING_CITY, CustomerThere::deliveryCity),
                text(VISITING_COUNTRY, CustomerThere::deliveryCountryCode),
                text(INVOICE_EMAIL, CustomerThere::emailAddress),
                text(PHONE, CustomerThere::telephone),
                text(CURRENCY, CustomerThere::currencyCode),
                text(LANGUAGE, CustomerThere::salesDocumentLanguage),
                always(VAT_TREATMENT, CustomerRegister::treatment),
                always(PAYMENT_TERMS, customer -> customer.termsOfPaymentId().flatMap(terms::code)),
                always(CUSTOMER_ACTIVE, customer -> customer.isActive().map(String::valueOf)),
                text(BALANCE, customer -> customer.unpaidInvoicesAmount().map(BigDecimal::toPlainString)),
                text(
                        LAST_INVOICE_DATE,
                        customer ->
                                customer.lastInvoiceDate().flatMap(Moments::day).map(Object::toString)));
        return new RegisterForm<>(
                Characters.PARTNER,
                Register.CUSTOMERS,
                CustomerThere::customerNumber,
                readings,
                CustomerThere::customerNumber,
                readings,
                List.of(
                        FieldWriting.text(NAME, "Name", CustomerTranslation.LINE),
                        FieldWriting.word(CUSTOMER_KIND, "IsPrivatePerson", Map.of("PRIVATE", true, "BUSINESS", false)),
                        FieldWriting.asSent(REGISTRATION_NUMBER, "CorporateIdentityNumber", CustomerRegister::number),
                        FieldWriting.identifier(VAT_NUMBER, "VatNumber", CustomerTranslation.REGISTRATION),
                        FieldWriting.text(INVOICE_LINE1, "InvoiceAddress1", CustomerTranslation.LINE),
                        FieldWriting.text(INVOICE_LINE2, "InvoiceAddress2", CustomerTranslation.LINE),
                        FieldWriting.identifier(
                                INVOICE_POSTAL_CODE, "InvoicePostalCode", CustomerTranslation.POSTAL_CODE),
                        FieldWriting.text(INVOICE_CITY, "InvoiceCity", CustomerTranslation.LINE),
                        FieldWriting.country(INVOICE_COUNTRY, "InvoiceCountryCode"),
                        FieldWriting.text(VISITING_LINE1, "DeliveryAddress1", CustomerTranslation.LINE),
                        FieldWriting.text(VISITING_LINE2, "DeliveryAddress2", CustomerTranslation.LINE),
                        FieldWriting.identifier(
                                VISITING_POSTAL_CODE, "DeliveryPostalCode", CustomerTranslation.POSTAL_CODE),
                        FieldWriting.text(VISITING_CITY, "DeliveryCity", CustomerTranslation.LINE),
                        FieldWriting.country(VISITING_COUNTRY, "DeliveryCountryCode"),
                        FieldWriting.email(INVOICE_EMAIL, "EmailAddress", CustomerTranslation.EMAIL),
                        FieldWriting.text(PHONE, "Telephone", CustomerTranslation.LINE),
                        FieldWriting.code(CURRENCY, "CurrencyCode", 3),
                        FieldWriting.asOurs(
                                VAT_TREATMENT, "ReverseChargeOnConstructionServices", CustomerRegister::reversed),
                        new FieldWriting(
                                PAYMENT_TERMS,
                                "TermsOfPaymentId",
                                (as, value, fields, review) -> terms(value, terms, review),
                                Optional.of(id -> terms.code(id.toString()).orElse(""))),
                        FieldWriting.flag(CUSTOMER_ACTIVE, "IsActive")));
    }

    /** The whole customer as it shall be, or why eAccounting would not have it. */
    public static Translation<ObjectNode> whole(ObjectNode there, PartnerEdit edit) {
        Review review = new Review(DraftTranslation.ROOM, Problem.Stage.MAPPING);
        ObjectNode whole = EAccountingEdit.over(there, edit);
        if (whole.path("ReverseChargeOnConstructionServices").booleanValue(false)
                && whole.path("VatNumber").asString("").isBlank()) {
            CustomerTranslation.refuseWithoutVatNumber(
                    whole.path("CustomerNumber").asString(""), review);
        }
        return review.result(() -> whole);
    }

    private static Optional<String> kind(CustomerThere customer) {
        return customer.isPrivatePerson().map(person -> person ? "PRIVATE" : "BUSINESS");
    }

    /** Abroad it is the country that decides, and eAccounting does not say how. */
    private static Optional<String> treatment(CustomerThere customer) {
        if (customer.reverseChargeOnConstructionServices().orElse(false)) {
            return Optional.of(Vat.Treatment.DOMESTIC_REVERSE_CHARGE.name());
        }
        return customer.invoiceCountryCode()
                        .filter(country -> !country.isBlank())
                        .orElse(SWEDEN)
                        .equalsIgnoreCase(SWEDEN)
                ? Optional.of(Vat.Treatment.DOMESTIC.name())
                : Optional.empty();
    }

    private static Optional<Object> reversed(String name, String treatment, Fields fields, Review review) {
        if (ABROAD.contains(treatment)) {
            review.note(VAT_TREATMENT.label() + " is not sent: abroad eAccounting goes by the customer's country");
            return Optional.empty();
        }
        return fields.word(name, treatment, REVERSED).map(Function.identity());
    }

    private static Optional<Object> number(String name, String value, Fields fields, Review review) {
        return fields.identifier(
                        name, RegistrationNumber.organisation(value).hyphenated(), CustomerTranslation.REGISTRATION)
                .map(Function.identity());
    }

    private static Optional<Object> terms(String called, CompanyTerms terms, Review review) {
        Optional<String> id = terms.called(called).flatMap(TermsOfPayment::id);
        if (id.isEmpty()) {
            review.refuse(
                    "payment-terms-unknown",
                    "TermsOfPaymentId",
                    "eAccounting has no terms of payment called \"" + called + "\".",
                    "Create them in eAccounting, or correct the customer's terms of payment.");
        }
        return id.map(text -> text);
    }
}
