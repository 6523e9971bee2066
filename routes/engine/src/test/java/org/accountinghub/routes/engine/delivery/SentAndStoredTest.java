package org.accountinghub.routes.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.InvoicingTerms;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.SourceKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentAndStoredTest {

    @ParameterizedTest
    @CsvSource({
        // name, number, street, then -> name, number, street, now                           somebody else?
        "Anna Berg,              , Storgatan 1,  Anna Berg,            , Hamngatan 9,  false",
        "Anna Berg,              , Storgatan 1,  ANNA BERG-LIND,       , Hamngatan 9,  false",
        "Anna Berg,              , Storgatan 1,  Berit Ek,             , Storgatan 1,  false",
        "Anna Berg,              , Storgatan 1,  Berit Ek,             , Hamngatan 9,  true",
        "Anna Berg,              ,            ,  Berit Ek,             ,            ,  true",
        "Rör AB,      556012-5790, Storgatan 1,  VVS AB,    5560125790 , Hamngatan 9,  false",
        "Rör AB,      556012-5790, Storgatan 1,  Rör AB,    556016-0680, Hamngatan 9,  false",
        "Rör AB,      556012-5790, Storgatan 1,  VVS AB,    556016-0680, Storgatan 1,  true",
        "Rör AB,      556012-5790, Storgatan 1,  VVS AB,               , Storgatan 1,  true"
    })
    void tellsWhetherTheNumberIsSomebodyElsesNow(
            String name,
            String number,
            String street,
            String nameNow,
            String numberNow,
            String streetNow,
            boolean another) {
        Customer sent = customer(name, Optional.ofNullable(number), Optional.ofNullable(street));
        Customer now = customer(nameNow, Optional.ofNullable(numberNow), Optional.ofNullable(streetNow));

        assertThat(SentAndStored.anotherCustomer(sent, now)).isEqualTo(another);
    }

    private static Customer customer(String name, Optional<String> number, Optional<String> street) {
        return new Customer(
                new SourceKey("store", "", SourceKey.CUSTOMER, "100"),
                name,
                Customer.Type.BUSINESS,
                number.map(RegistrationNumber::organisation),
                Optional.empty(),
                street.map(line -> new Address(line, "", "111 22", "Stockholm", "SE")),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "",
                List.of(),
                InvoicingTerms.domestic("SEK"),
                true,
                Map.of());
    }
}
