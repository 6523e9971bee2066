package org.accountinghub.connectors.vismaeaccounting;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.accountinghub.connectors.vismaeaccounting.simulator.BookKeeper;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The person who keeps the simulated company's registers, told in the hub's words. Written apart from the mapping. */
final class RegisterHand {

    private static final Map<RegisterField, String> TEXTS = new EnumMap<>(Map.ofEntries(
            Map.entry(RegisterField.NAME, "Name"),
            Map.entry(RegisterField.REGISTRATION_NUMBER, "CorporateIdentityNumber"),
            Map.entry(RegisterField.VAT_NUMBER, "VatNumber"),
            Map.entry(RegisterField.INVOICE_LINE1, "InvoiceAddress1"),
            Map.entry(RegisterField.INVOICE_LINE2, "InvoiceAddress2"),
            Map.entry(RegisterField.INVOICE_POSTAL_CODE, "InvoicePostalCode"),
            Map.entry(RegisterField.INVOICE_CITY, "InvoiceCity"),
            Map.entry(RegisterField.INVOICE_COUNTRY, "InvoiceCountryCode"),
            Map.entry(RegisterField.VISITING_LINE1, "DeliveryAddress1"),
            Map.entry(RegisterField.VISITING_LINE2, "DeliveryAddress2"),
            Map.entry(RegisterField.VISITING_POSTAL_CODE, "DeliveryPostalCode"),
            Map.entry(RegisterField.VISITING_CITY, "DeliveryCity"),
            Map.entry(RegisterField.VISITING_COUNTRY, "DeliveryCountryCode"),
            Map.entry(RegisterField.INVOICE_EMAIL, "EmailAddress"),
            Map.entry(RegisterField.PHONE, "Telephone"),
            Map.entry(RegisterField.CURRENCY, "CurrencyCode"),
            Map.entry(RegisterField.LANGUAGE, "SalesDocumentLanguage"),
            Map.entry(RegisterField.DESCRIPTION, "Name")));

    private final BookKeeper bookKeeper;

    RegisterHand(BookKeeper bookKeeper) {
        this.bookKeeper = bookKeeper;
    }

    String add(RegisterRecord record) {
        if (record.register() == Register.CUSTOMERS) {
            String id = bookKeeper.addCustomer(
                    Map.of(
                            "CustomerNumber",
                            record.number(),
                            "Name",
                            record.value(RegisterField.NAME).orElseThrow()),
                    false);
            bookKeeper.changeCustomer(id, fields(record.values()).put("TermsOfPaymentId", bookKeeper.terms(30)));
            return id;
        } else {
            String id = bookKeeper.addArticle(
                    record.number(), record.value(RegisterField.DESCRIPTION).orElseThrow());
            bookKeeper.changeArticle(id, fields(record.values()));
            return id;
        }
    }

    void change(Register register, String id, Map<RegisterField, String> values) {
        if (register == Register.CUSTOMERS) {
            bookKeeper.changeCustomer(id, fields(values));
        } else {
            bookKeeper.changeArticle(id, fields(values));
        }
    }

    void renumber(Register register, String id, String number) {
        ObjectNode fields = JsonMapper.shared().createObjectNode();
        if (register == Register.CUSTOMERS) {
            bookKeeper.changeCustomer(id, fields.put("CustomerNumber", number));
        } else {
            bookKeeper.changeArticle(id, fields.put("Number", number));
        }
    }

    void delete(Register register, String id) {
        if (register == Register.CUSTOMERS) {
            bookKeeper.deleteCustomer(id);
        } else {
            bookKeeper.deleteArticle(id);
        }
    }

    private ObjectNode fields(Map<RegisterField, String> values) {
        ObjectNode fields = JsonMapper.shared().createObjectNode();
        values.forEach((field, value) -> put(fields, field, value));
        return fields;
    }

    private void put(ObjectNode fields, RegisterField field, String value) {
        switch (field) {
            case CUSTOMER_KIND -> fields.put("IsPrivatePerson", value.equals("PRIVATE"));
            case CUSTOMER_ACTIVE, ARTICLE_ACTIVE -> fields.put("IsActive", Boolean.parseBoolean(value));
            case VAT_TREATMENT ->
                fields.put("ReverseChargeOnConstructionServices", value.equals("DOMESTIC_REVERSE_CHARGE"));
            case PAYMENT_TERMS -> fields.put("TermsOfPaymentId", bookKeeper.terms(Integer.parseInt(value)));
            case UNIT -> fields.put("UnitId", bookKeeper.unit(value)).put("UnitAbbreviation", value);
            case VAT_RATE -> fields.put("CodingId", bookKeeper.coding(Integer.parseInt(value)));
            case PRICE -> fields.put("NetPrice", new BigDecimal(value));
            default -> {
                String name = TEXTS.get(field);
                if (name != null && value.isEmpty()) {
                    fields.putNull(name);
                } else if (name != null) {
                    fields.put(name, value);
                }
            }
        }
    }
}
