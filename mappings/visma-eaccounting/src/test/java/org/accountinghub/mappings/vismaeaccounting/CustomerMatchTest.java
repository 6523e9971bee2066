package org.accountinghub.mappings.vismaeaccounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.json.WireJson;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.samples.SampleCustomers;
import org.accountinghub.mappings.vismaeaccounting.wire.CustomerThere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerMatchTest {

    private final Customer ours = SampleCustomers.company();

    @ParameterizedTest
    @CsvSource({"556012-5790, Annat Namn AB", "5560125790, ''", "'', 'BERGS  BYGG, AB.'"})
    void isOursByOrganisationNumberOrLackingOneByName(String number, String name) {
        assertThat(CustomerMatch.confirm(ours, theirs("1001", number, name, true)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"556036-0793, Bergs Bygg AB", "'', Bergs Måleri AB"})
    void isNotOursOtherwise(String number, String name) {
        assertThat(CustomerMatch.confirm(ours, theirs("1001", number, name, true))
                        .map(Problem::cause))
                .contains("visma-eaccounting.customer-number-taken");
    }

    @Test
    void aLongNameIsKnownByItsFirstPart() {
        Customer longName = SampleCustomers.all().stream()
                .filter(sample -> sample.name().equals("long-name"))
                .findFirst()
                .orElseThrow()
                .document();
        String kept = CustomerTranslation.name(longName).orElseThrow();

        assertThat(kept).hasSizeLessThanOrEqualTo(50);
        assertThat(CustomerMatch.confirm(longName, theirs("2008", "", kept, true)))
                .isEmpty();
    }

    @Test
    void anInactiveOneMustNotBeBound() {
        assertThat(CustomerMatch.confirm(ours, theirs("1001", "556012-5790", "", false))
                        .map(Problem::cause))
                .contains("visma-eaccounting.customer-inactive");
    }

    @Test
    void hitsAreHeldToEquality() {
        List<CustomerThere> hits =
                List.of(theirs("1001", "165560125790", "", true), theirs("10012", "15560125790", "", true));

        assertThat(CustomerMatch.withNumber("1001", hits)).hasSize(1);
        assertThat(CustomerMatch.withRegistration(RegistrationNumber.organisation("556012-5790"), hits))
                .extracting(CustomerThere::customerNumber)
                .containsExactly(Optional.of("1001"));
    }

    private static CustomerThere theirs(String number, String registration, String name, boolean active) {
        return WireJson.read(
                "{\"CustomerNumber\":\"%s\",\"CorporateIdentityNumber\":\"%s\",\"Name\":\"%s\",\"IsActive\":%s,\"Note\":null}"
                        .formatted(number, registration, name, active),
                CustomerThere.class);
    }
}
