package org.accountinghub.routes.engine.memory;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.InvoicingTerms;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;

/** The same customer as a record of a register and as a document. */
final class Customers {

    private Customers() {}

    static Customer document(SourceKey key, RegisterRecord record) {
        InvoicingTerms terms = InvoicingTerms.domestic("SEK");
        return new Customer(
                key,
                record.value(RegisterField.NAME).orElse(""),
                Customer.Type.BUSINESS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                record.value(RegisterField.EMAIL).orElse(""),
                "",
                record.value(RegisterField.PHONE).orElse(""),
                List.of(),
                terms,
                true,
                Map.of());
    }

    /** As a partner has it that was given the document, with a default of its own. */
    static Map<RegisterField, String> values(Customer customer) {
        Map<RegisterField, String> values = new EnumMap<>(RegisterField.class);
        values.put(RegisterField.NAME, customer.name());
        values.put(RegisterField.PHONE, customer.phone());
        values.put(RegisterField.EMAIL, customer.email());
        values.put(RegisterField.COST_CENTRE, "");
        values.put(RegisterField.CUSTOMER_ACTIVE, "true");
        values.put(RegisterField.BALANCE, "0");
        return values;
    }
}
