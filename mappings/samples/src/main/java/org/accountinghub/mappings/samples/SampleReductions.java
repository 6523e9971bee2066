package org.accountinghub.mappings.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.TaxReduction.Person;
import org.accountinghub.mappings.model.TaxReduction.Property;

/** Tax reductions and who asks for them. */
public final class SampleReductions {

    /** The only personal number that may stand anywhere. */
    public static final String PERSONAL_NUMBER = "191212121212";

    /** A second person: the co-ordination number of the same day. Worked out, so that no file holds it. */
    public static final String COORDINATION_NUMBER = coordination(PERSONAL_NUMBER);

    public static final Property HOUSE = new Property.House("Umeå Solrosen 3:14");

    public static final Property FLAT = new Property.Flat("1202", RegistrationNumber.organisation("769600-1233"));

    private SampleReductions() {}

    /** For a house, by one person. */
    public static TaxReduction of(TaxReduction.Type type) {
        return new TaxReduction(type, Optional.of(HOUSE), List.of(person(1)));
    }

    public static TaxReduction of(TaxReduction.Type type, Property property, int... shares) {
        List<Person> persons = new ArrayList<>(List.of(person(shares[0])));
        if (shares.length > 1) {
            persons.add(second(shares[1]));
        }
        return new TaxReduction(type, Optional.of(property), persons);
    }

    public static TaxReduction withoutProperty(TaxReduction.Type type) {
        return new TaxReduction(type, Optional.empty(), List.of(person(1)));
    }

    public static Person person(int share) {
        return person("Åsa Öhman", PERSONAL_NUMBER, share);
    }

    public static Person second(int share) {
        return person("Örjan Öhman", COORDINATION_NUMBER, share);
    }

    public static Person person(String name, String personalNumber, int share) {
        return new Person(name, RegistrationNumber.personal(personalNumber), share);
    }

    /** The day of birth raised by 60, with its check digit. */
    private static String coordination(String number) {
        int day = Integer.parseInt(number.substring(6, 8)) + 60;
        String nine = number.substring(2, 6) + day + number.substring(8, 11);
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            int product = Character.digit(nine.charAt(i), 10) * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return number.substring(0, 2) + nine + (10 - sum % 10) % 10;
    }
}
