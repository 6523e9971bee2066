package org.accountinghub.mappings.twentyfoursevenoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.mappings.samples.SampleCustomers;
import org.accountinghub.mappings.twentyfoursevenoffice.OfficeRules.Customers;
import org.accountinghub.mappings.twentyfoursevenoffice.OfficeRules.ExternalId;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Customers both ways, and products back. */
class CompaniesTest {

    private static final OfficeRules RULES = TestRules.rules();

    @Test
    void whatWasSentIsOurCustomerAgain() {
        for (Customer customer : List.of(
                SampleCustomers.company(),
                SampleCustomers.person(),
                SampleCustomers.association(),
                SampleCustomers.german(),
                SampleCustomers.norwegian())) {
            Company company = sent(customer, RULES);

            assertThat(CustomerMatch.confirm(customer, company))
                    .as(customer.toString())
                    .isEmpty();
            assertThat(CustomerMatch.carrying(customer.number(), List.of(company)))
                    .hasSize(1);
        }
    }

    @Test
    void anotherCompanyUnderOurNumberIsNotOurs() {
        Company company = sent(SampleCustomers.builder(), RULES);

        assertThat(CustomerMatch.confirm(SampleCustomers.company(), company))
                .map(Problem::cause)
                .contains("24sevenoffice.customer-number-taken");
        company = sent(SampleCustomers.company(), RULES);
        company.setBlockInvoice(true);
        assertThat(CustomerMatch.confirm(SampleCustomers.company(), company))
                .map(Problem::cause)
                .contains("24sevenoffice.customer-blocked");
    }

    @Test
    void aConsumersNamesMayStandInTwoFields() {
        Company company = sent(SampleCustomers.person(), RULES);
        company.setOrganizationNumber(null);
        company.setFirstName("Åsa");
        company.setName("Öhman");

        assertThat(CustomerMatch.confirm(SampleCustomers.person(), company)).isEmpty();
    }

    @Test
    void searchesByNumberAreCheckedAgain() {
        Company company = sent(SampleCustomers.company(), RULES);

        assertThat(CustomerMatch.withRegistration(RegistrationNumber.organisation("556012-5790"), List.of(company)))
                .hasSize(1);
        assertThat(CustomerMatch.withRegistration(RegistrationNumber.organisation("556012-5791"), List.of(company)))
                .isEmpty();
        company.setExternalId("10010");
        assertThat(CustomerMatch.carrying("1001", List.of(company))).isEmpty();
    }

    @Test
    void theConnectionSaysWhatTheExternalIdHolds() {
        OfficeRules keys = with(new Customers(ExternalId.KEY));
        Customer customer = SampleCustomers.company();

        assertThat(new CustomerTranslation(keys).externalId(customer))
                .isEqualTo(customer.key().toString());
        assertThat(sent(customer, keys).getExternalId())
                .isEqualTo(customer.key().toString());
    }

    @Test
    void ourNumbersAsIdsMustBeNumbers() {
        CustomerTranslation translation = new CustomerTranslation(RULES);

        Translation<Company> numbered = translation.toCreateUnderOurNumber(SampleCustomers.company());
        Company company = ((Translation.Done<Company>) numbered).value();
        assertThat(company.getId()).isEqualTo(1001);
        assertThat(company.getExplicitlySpecifyNewCompanyId().getValue()).isTrue();
        Translation<Company> refused = translation.toCreateUnderOurNumber(SampleCustomers.german());
        assertThat(((Translation.Refused<Company>) refused).problems())
                .extracting(Problem::cause)
                .containsExactly("24sevenoffice.customer-number-invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "1, true",
        "999999999, true",
        "0, false",
        "0042, false",
        "1000000000, false",
        "10-1, false",
        "10 1, false",
        "K1, false",
        "-7, false"
    })
    void aNumberOfOursHasNineDigitsAtMostAndNoLeadingZero(String number, boolean taken) {
        Customer customer = SampleCustomers.bare(
                new SourceKey("service", "", SourceKey.CUSTOMER, number),
                "Bergs Bygg AB",
                Customer.Type.BUSINESS,
                Optional.empty());

        assertThat(new CustomerTranslation(RULES).toCreateUnderOurNumber(customer) instanceof Translation.Done<Company>)
                .isEqualTo(taken);
        assertThat(new CustomerTranslation(RULES).toCreate(customer)).isInstanceOf(Translation.Done.class);
    }

    @Test
    void aCompanyIsReadAsARecordOfTheRegister() {
        Company company = sent(SampleCustomers.association(), RULES);
        RegisterRecord record = RegisterReading.customer(company, RULES);

        assertThat(record.number()).isEqualTo("1003");
        assertThat(record.values().keySet()).isEqualTo(RegisterReading.CUSTOMER_FIELDS);
        assertThat(record.value(RegisterField.NAME)).contains("Brf Älgörten nr 7");
        assertThat(record.value(RegisterField.INVOICE_EMAIL)).contains("faktura@algorten.example");
        assertThat(record.value(RegisterField.POSTAL_LINE1)).contains("Box 7");
        assertThat(record.value(RegisterField.VISITING_CITY)).contains("Östersund");
        assertThat(record.value(RegisterField.CURRENCY)).contains("SEK");
        assertThat(record.value(RegisterField.CUSTOMER_KIND)).contains("BUSINESS");
        assertThat(RegisterReading.customer(sent(SampleCustomers.person(), RULES), RULES)
                        .value(RegisterField.CUSTOMER_KIND))
                .contains("PRIVATE");
        company.setExternalId("");
        company.setId(99);
        assertThat(RegisterReading.customer(company, RULES).number()).isEqualTo("99");
    }

    @Test
    void aProductIsReadAsAnArticleAndForRows() {
        Product product = new Product();
        product.setId(7);
        product.setNo("FILTER");
        product.setName("Filter");
        product.setPrice(new BigDecimal("129.90"));
        product.setTaxRate(new BigDecimal("25.0"));
        product.setStatusId(1);

        RegisterRecord record = RegisterReading.article(product);
        assertThat(record.number()).isEqualTo("FILTER");
        assertThat(record.value(RegisterField.PRICE)).contains("129.9");
        assertThat(record.value(RegisterField.VAT_RATE)).contains("25");
        assertThat(record.value(RegisterField.ARTICLE_ACTIVE)).contains("true");
        assertThat(RegisterReading.known(product))
                .contains(new KnownProducts.Product(7, Optional.of(new BigDecimal("25.0"))));
        product.setStatusId(0);
        assertThat(RegisterReading.known(product)).isEmpty();
    }

    private static OfficeRules with(Customers customers) {
        return new OfficeRules(
                RULES.currency(),
                RULES.zone(),
                RULES.orderStatus(),
                RULES.taxes(),
                RULES.fallbackProducts(),
                RULES.articlesRequired(),
                RULES.ids(),
                RULES.limits(),
                RULES.nameLength(),
                RULES.externalStatus(),
                customers);
    }

    private static Company sent(Customer customer, OfficeRules rules) {
        return ((Translation.Done<Company>) new CustomerTranslation(rules).toCreate(customer)).value();
    }
}
