package org.accountinghub.mappings.fortnox;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.accountinghub.mappings.model.register.FieldReading.always;
import static org.accountinghub.mappings.model.register.FieldReading.text;
import static org.accountinghub.mappings.model.register.RegisterField.COST_CENTRE;
import static org.accountinghub.mappings.model.register.RegisterField.CURRENCY;
import static org.accountinghub.mappings.model.register.RegisterField.CUSTOMER_ACTIVE;
import static org.accountinghub.mappings.model.register.RegisterField.CUSTOMER_KIND;
import static org.accountinghub.mappings.model.register.RegisterField.EMAIL;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_CITY;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_COUNTRY;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_EMAIL;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_LINE1;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_LINE2;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_POSTAL_CODE;
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

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.mappings.fortnox.wire.CustomerItem;
import org.accountinghub.mappings.fortnox.wire.FortnoxCustomer;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.model.register.FieldWriting;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterForm;

/**
 * Customers of Fortnox as records of the register. The delivery address stands for the visiting address; a third address,
 * the language and the customer's order number Fortnox cannot hold; balance, credit block and last invoice its customers do
 * not tell.
 */
public final class CustomerRegister {

    private static final int LONG_TEXT = 1024;
    private static final int ZIP_CODE = 10;

    private static final Map<String, String> TYPES = Arrays.stream(Customer.Type.values())
            .collect(toUnmodifiableMap(
                    Enum::name, type -> CustomerTranslation.type(type).name()));
    private static final Map<String, String> VAT_TYPES = Arrays.stream(Vat.Treatment.values())
            .collect(toUnmodifiableMap(
                    Enum::name,
                    treatment -> CustomerTranslation.vatType(treatment).name()));

    public static final RegisterForm<FortnoxCustomer, CustomerItem> FORM = new RegisterForm<>(
            FortnoxFields.PARTNER,
            Register.CUSTOMERS,
            FortnoxCustomer::customerNumber,
            List.of(
                    text(NAME, FortnoxCustomer::name),
                    always(CUSTOMER_KIND, customer -> ours(TYPES, customer.type())),
                    text(REGISTRATION_NUMBER, FortnoxCustomer::organisationNumber),
                    text(VAT_NUMBER, FortnoxCustomer::vatNumber),
                    text(INVOICE_LINE1, FortnoxCustomer::address1),
                    text(INVOICE_LINE2, FortnoxCustomer::address2),
                    text(INVOICE_POSTAL_CODE, FortnoxCustomer::zipCode),
                    text(INVOICE_CITY, FortnoxCustomer::city),
                    text(INVOICE_COUNTRY, FortnoxCustomer::countryCode),
                    text(VISITING_LINE1, FortnoxCustomer::deliveryAddress1),
                    text(VISITING_LINE2, FortnoxCustomer::deliveryAddress2),
                    text(VISITING_POSTAL_CODE, FortnoxCustomer::deliveryZipCode),
                    text(VISITING_CITY, FortnoxCustomer::deliveryCity),
                    text(VISITING_COUNTRY, FortnoxCustomer::deliveryCountryCode),
                    text(EMAIL, FortnoxCustomer::email),
                    text(INVOICE_EMAIL, FortnoxCustomer::emailInvoice),
                    text(PHONE, FortnoxCustomer::phone1),
                    text(CURRENCY, FortnoxCustomer::currency),
                    always(VAT_TREATMENT, customer -> ours(VAT_TYPES, customer.vatType())),
                    text(COST_CENTRE, FortnoxCustomer::costCenter),
                    text(PAYMENT_TERMS, FortnoxCustomer::termsOfPayment),
                    always(CUSTOMER_ACTIVE, customer -> customer.active().map(String::valueOf))),
            CustomerItem::customerNumber,
            List.of(
                    text(NAME, CustomerItem::name),
                    text(REGISTRATION_NUMBER, CustomerItem::organisationNumber),
                    text(INVOICE_LINE1, CustomerItem::address1),
                    text(INVOICE_LINE2, CustomerItem::address2),
                    text(INVOICE_POSTAL_CODE, CustomerItem::zipCode),
                    text(INVOICE_CITY, CustomerItem::city),
                    text(EMAIL, CustomerItem::email),
                    text(PHONE, CustomerItem::phone)),
            List.of(
                    FieldWriting.text(NAME, "Name", LONG_TEXT),
                    FieldWriting.word(CUSTOMER_KIND, "Type", TYPES),
                    FortnoxFields.registration(REGISTRATION_NUMBER, "OrganisationNumber"),
                    FieldWriting.identifier(VAT_NUMBER, "VATNumber", LONG_TEXT),
                    FieldWriting.text(INVOICE_LINE1, "Address1", LONG_TEXT),
                    FieldWriting.text(INVOICE_LINE2, "Address2", LONG_TEXT),
                    FieldWriting.identifier(INVOICE_POSTAL_CODE, "ZipCode", ZIP_CODE),
                    FieldWriting.text(INVOICE_CITY, "City", LONG_TEXT),
                    FieldWriting.country(INVOICE_COUNTRY, "CountryCode"),
                    FieldWriting.text(VISITING_LINE1, "DeliveryAddress1", LONG_TEXT),
                    FieldWriting.text(VISITING_LINE2, "DeliveryAddress2", LONG_TEXT),
                    FieldWriting.identifier(VISITING_POSTAL_CODE, "DeliveryZipCode", ZIP_CODE),
                    FieldWriting.text(VISITING_CITY, "DeliveryCity", LONG_TEXT),
                    FieldWriting.country(VISITING_COUNTRY, "DeliveryCountryCode"),
                    FieldWriting.email(EMAIL, "Email", LONG_TEXT),
                    FieldWriting.email(INVOICE_EMAIL, "EmailInvoice", LONG_TEXT),
                    FieldWriting.text(PHONE, "Phone1", LONG_TEXT),
                    FieldWriting.code(CURRENCY, "Currency", 3),
                    FieldWriting.word(VAT_TREATMENT, "VATType", VAT_TYPES),
                    FieldWriting.identifier(COST_CENTRE, "CostCenter", LONG_TEXT),
                    FieldWriting.code(PAYMENT_TERMS, "TermsOfPayment", LONG_TEXT),
                    FieldWriting.flag(CUSTOMER_ACTIVE, "Active")));

    /** Free texts, whose values Fortnox's developer pages say how to delete. */
    public static final Set<RegisterField> CLEARABLE_TEXTS = Collections.unmodifiableSet(EnumSet.of(
            INVOICE_LINE1,
            INVOICE_LINE2,
            INVOICE_POSTAL_CODE,
            INVOICE_CITY,
            VISITING_LINE1,
            VISITING_LINE2,
            VISITING_POSTAL_CODE,
            VISITING_CITY,
            EMAIL,
            INVOICE_EMAIL,
            PHONE));

    /** What is checked or looked up over there; that it can be deleted the same way is unverified. */
    public static final Set<RegisterField> PERHAPS_CLEARABLE =
            Collections.unmodifiableSet(EnumSet.of(REGISTRATION_NUMBER, VAT_NUMBER, COST_CENTRE, PAYMENT_TERMS));

    private CustomerRegister() {}

    private static Optional<String> ours(Map<String, String> theirsByOurs, Optional<? extends Enum<?>> theirs) {
        return theirs.flatMap(word -> theirsByOurs.entrySet().stream()
                .filter(entry -> entry.getValue().equals(word.name()))
                .map(Map.Entry::getKey)
                .findFirst());
    }
}
