package org.accountinghub.connectors.fortnox;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.accountinghub.connectors.fortnox.simulator.BookKeeper;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The person who keeps the simulated company's registers, told in the hub's words. Written apart from the mapping. */
final class RegisterHand {

    private static final Map<RegisterField, String> NAMES = new EnumMap<>(Map.ofEntries(
            Map.entry(RegisterField.NAME, "Name"),
            Map.entry(RegisterField.CUSTOMER_KIND, "Type"),
            Map.entry(RegisterField.REGISTRATION_NUMBER, "OrganisationNumber"),
            Map.entry(RegisterField.VAT_NUMBER, "VATNumber"),
            Map.entry(RegisterField.INVOICE_LINE1, "Address1"),
            Map.entry(RegisterField.INVOICE_LINE2, "Address2"),
            Map.entry(RegisterField.INVOICE_POSTAL_CODE, "ZipCode"),
            Map.entry(RegisterField.INVOICE_CITY, "City"),
            Map.entry(RegisterField.INVOICE_COUNTRY, "CountryCode"),
            Map.entry(RegisterField.VISITING_LINE1, "DeliveryAddress1"),
            Map.entry(RegisterField.VISITING_LINE2, "DeliveryAddress2"),
            Map.entry(RegisterField.VISITING_POSTAL_CODE, "DeliveryZipCode"),
            Map.entry(RegisterField.VISITING_CITY, "DeliveryCity"),
            Map.entry(RegisterField.VISITING_COUNTRY, "DeliveryCountryCode"),
            Map.entry(RegisterField.EMAIL, "Email"),
            Map.entry(RegisterField.INVOICE_EMAIL, "EmailInvoice"),
            Map.entry(RegisterField.PHONE, "Phone1"),
            Map.entry(RegisterField.CURRENCY, "Currency"),
            Map.entry(RegisterField.VAT_TREATMENT, "VATType"),
            Map.entry(RegisterField.COST_CENTRE, "CostCenter"),
            Map.entry(RegisterField.PAYMENT_TERMS, "TermsOfPayment"),
            Map.entry(RegisterField.CUSTOMER_ACTIVE, "Active"),
            Map.entry(RegisterField.DESCRIPTION, "Description"),
            Map.entry(RegisterField.UNIT, "Unit"),
            Map.entry(RegisterField.PRICE, "SalesPrice"),
            Map.entry(RegisterField.VAT_RATE, "VAT"),
            Map.entry(RegisterField.ARTICLE_ACTIVE, "Active")));

    private static final Map<String, String> WORDS = Map.of(
            "BUSINESS", "COMPANY",
            "DOMESTIC", "SEVAT",
            "EXPORT", "EXPORT");

    private final BookKeeper bookKeeper;

    RegisterHand(BookKeeper bookKeeper) {
        this.bookKeeper = bookKeeper;
    }

    String add(RegisterRecord record) {
        ObjectNode fields = fields(record.values());
        return record.register() == Register.CUSTOMERS
                ? bookKeeper.addCustomer(fields.put("CustomerNumber", record.number()))
                : bookKeeper.addArticle(fields.put("ArticleNumber", record.number()));
    }

    void change(Register register, String number, Map<RegisterField, String> values) {
        if (register == Register.CUSTOMERS) {
            bookKeeper.changeCustomer(number, fields(values));
        } else {
            bookKeeper.changeArticle(number, fields(values));
        }
    }

    void delete(Register register, String number) {
        if (register == Register.CUSTOMERS) {
            bookKeeper.deleteCustomer(number);
        } else {
            bookKeeper.deleteArticle(number);
        }
    }

    private static ObjectNode fields(Map<RegisterField, String> values) {
        ObjectNode fields = JsonMapper.shared().createObjectNode();
        values.forEach((field, value) -> {
            String name = NAMES.get(field);
            if (name == null) {
                return;
            }
            switch (field) {
                case CUSTOMER_ACTIVE, ARTICLE_ACTIVE -> fields.put(name, Boolean.parseBoolean(value));
                case PRICE, VAT_RATE -> fields.put(name, new BigDecimal(value));
                default -> fields.put(name, value.isEmpty() ? "API_BLANK" : WORDS.getOrDefault(value, value));
            }
        });
        return fields;
    }
}
