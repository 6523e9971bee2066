package org.accountinghub.mappings.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.CustomerItem;
import org.accountinghub.mappings.fortnox.wire.FortnoxCustomer;
import org.accountinghub.mappings.json.WireJson;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.samples.SampleCustomers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerMatchTest {

    private final Customer ours = SampleCustomers.company();

    @ParameterizedTest
    @CsvSource({
        "556012-5790, Helt Annat Namn AB",
        "5560125790, Bergs Bygg AB",
        "16556012-5790, ''",
        "'', Bergs Bygg AB",
        "'', 'BERGS  BYGG, AB.'",
        "-, bergs bygg ab"
    })
    void isOursByOrganisationNumberOrLackingOneByName(String number, String name) {
        assertThat(CustomerMatch.confirm(ours, theirs(number, name))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"556036-0793, Bergs Bygg AB", "'', Bergs Måleri AB", "'', ''", "55601257, Bergs Bygg AB"})
    void isNotOursOtherwise(String number, String name) {
        Problem problem = CustomerMatch.confirm(ours, theirs(number, name)).orElseThrow();

        assertThat(problem.cause()).isEqualTo("fortnox.customer-number-taken");
        assertThat(problem.reason()).contains("1001", "Bergs Bygg AB", name);
        assertThat(problem.remedy()).isNotBlank();
    }

    @Test
    void aNumberThatStandsForNoneMakesNobodyTheSame() {
        Customer placeholder = withRegistration("000000-0000");

        assertThat(CustomerMatch.confirm(placeholder, theirs("000000-0000", "Helt Annat Namn AB")))
                .isPresent();
        assertThat(CustomerMatch.withRegistration(
                        placeholder.registration().orElseThrow(), List.of(item("7", "000000-0000"))))
                .isEmpty();
    }

    @Test
    void withoutANumberOfOursTheNameDecides() {
        Customer unregistered = SampleCustomers.unregistered();

        assertThat(CustomerMatch.confirm(unregistered, theirs("556036-0793", "Kiosken vid torget")))
                .isEmpty();
        assertThat(CustomerMatch.confirm(unregistered, theirs("", "Kiosken"))).isPresent();
    }

    @Test
    void aPersonIsKnownByNumberAndShownByNameOnly() {
        Customer person = SampleCustomers.person();

        assertThat(CustomerMatch.confirm(person, theirs("121212-1212", "A. Öhman")))
                .isEmpty();
        assertThat(CustomerMatch.confirm(person, theirs("19121212-1212", "A. Öhman")))
                .isEmpty();
        assertThat(CustomerMatch.confirm(person, theirs("556012-5790", "191212121212"))
                        .orElseThrow()
                        .toString())
                .doesNotContain("1212");
    }

    @Test
    void anInactiveOneMustNotBeBound() {
        FortnoxCustomer inactive =
                customer("{\"CustomerNumber\":\"1001\",\"Name\":\"Bergs Bygg AB\",\"Active\":false}");

        assertThat(CustomerMatch.confirm(ours, inactive).map(Problem::cause)).contains("fortnox.customer-inactive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"556012-5790", "5560125790", "165560125790"})
    void hitsOfASubstringSearchAreCheckedForEquality(String spelling) {
        List<CustomerItem> hits =
                List.of(item("1", spelling), item("2", "5560125790-1"), item("3", ""), item("4", "55601257"));

        assertThat(CustomerMatch.withRegistration(RegistrationNumber.organisation("556012-5790"), hits))
                .extracting(hit -> hit.customerNumber().orElseThrow())
                .containsExactly("1");
        assertThat(CustomerMatch.withRegistration(RegistrationNumber.organisation(" "), hits))
                .isEmpty();
    }

    private Customer withRegistration(String number) {
        return new Customer(
                ours.key(),
                ours.name(),
                ours.type(),
                Optional.of(RegistrationNumber.organisation(number)),
                ours.vatNumber(),
                ours.invoiceAddress(),
                ours.visitingAddress(),
                ours.postalAddress(),
                ours.email(),
                ours.invoiceEmail(),
                ours.phone(),
                ours.contacts(),
                ours.terms(),
                ours.active(),
                ours.extensions());
    }

    private static CustomerItem item(String number, String registration) {
        String json = "{\"Customers\":[{\"CustomerNumber\":\"%s\",\"OrganisationNumber\":\"%s\"}]}";
        return WireJson.read(json.formatted(number, registration), CustomerItem.Page.class)
                .items()
                .get(0);
    }

    private static FortnoxCustomer theirs(String registration, String name) {
        return customer("{\"CustomerNumber\":\"1001\",\"Name\":\"%s\",\"OrganisationNumber\":\"%s\",\"Active\":true}"
                .formatted(name, registration));
    }

    private static FortnoxCustomer customer(String json) {
        return WireJson.read("{\"Customer\":" + json + "}", FortnoxCustomer.Body.class)
                .customer();
    }
}
