package org.accountinghub.connectors.http;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.register.FieldChange;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;

/** Every way in which a person's number may show; it may be mistyped, so that nothing else would know it for one. */
public final class SecretNumbers {

    private static final List<String> CENTURIES = List.of("18", "19", "20");

    private SecretNumbers() {}

    public static Set<String> of(Customer customer) {
        Set<String> spellings = new TreeSet<>();
        customer.registration()
                .filter(number -> number.kind() == RegistrationNumber.Kind.PERSONAL)
                .ifPresent(number -> spellings.addAll(spellings(number)));
        return spellings;
    }

    /** Of everybody who asks for the tax reduction. */
    public static Set<String> of(BillableOrder order) {
        Set<String> spellings = new TreeSet<>(of(order.payer()));
        order.taxReduction().stream()
                .flatMap(reduction -> reduction.persons().stream())
                .map(TaxReduction.Person::personalNumber)
                .forEach(number -> spellings.addAll(spellings(number)));
        return spellings;
    }

    /** Of a customer whose number is changed, unless it is plainly a company's: 20 or more where a person's has the month. */
    public static Set<String> of(RegisterEdit edit) {
        return edit.changes().get(RegisterField.REGISTRATION_NUMBER) instanceof FieldChange.Set set
                        && !set.value().matches("\\d{2}[2-9]\\d{7}")
                ? spellings(RegistrationNumber.personal(set.value()))
                : Set.of();
    }

    public static String hyphenated(String digits) {
        int last = Math.max(0, digits.length() - 4);
        return digits.substring(0, last) + "-" + digits.substring(last);
    }

    private static Set<String> spellings(RegistrationNumber number) {
        String all = number.value().replaceAll("\\D", "");
        Set<String> spellings = new TreeSet<>(List.of(
                number.value(),
                number.value().strip(),
                number.digits(),
                hyphenated(number.digits()),
                all,
                hyphenated(all)));
        for (String century : CENTURIES) {
            spellings.add(century + number.digits());
            spellings.add(century + hyphenated(number.digits()));
        }
        return spellings;
    }
}
