package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.accountinghub.connectors.testkit.SimulatedClock;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.mappings.twentyfoursevenoffice.Contract;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.Product;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistersTest {
    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-11-22T09:10:00Z"));
    private final OfficeSimulator simulator = OfficeSimulator.start(0, clock);
    private Caller caller;
    private OfficePeople people;

    @BeforeEach
    void company() {
        people = simulator.people("1001");
        caller = Caller.loggedIn(simulator, "1001");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Caller.Answered save(String fields) {
        return caller.call(
                Contract.COMPANY, "SaveCompanies", "<companies><Company>" + fields + "</Company></companies>");
    }

    private Caller.Answered find(String search, String... properties) {
        return caller.call(
                Contract.COMPANY,
                "GetCompanies",
                "<searchParams>" + search + "</searchParams>" + Caller.strings("returnProperties", properties));
    }

    private Caller.Answered sync(int page, String active) {
        return caller.call(
                Contract.COMPANY,
                "GetCompanySyncList",
                "<syncSearchParameters><Page>" + page + "</Page>" + active + "</syncSearchParameters>");
    }

    @Test
    void aNewCustomerGetsAnIdAndIsFoundByItsExternalId() {
        Caller.Answered saved = save("<ExternalId>7</ExternalId><OrganizationNumber>923609016</OrganizationNumber>"
                + "<Name>Fjord AS</Name><Type>Business</Type>");

        assertThat(saved.text("Id")).isEqualTo("1001");
        assertThat(simulator.book().created("1001", "customer"))
                .singleElement()
                .satisfies(effect -> assertThat(effect.reference()).isEqualTo("7"));
        assertThat(find("<ExternalId>7</ExternalId>", "Id", "Name").all("Name")).containsExactly("Fjord AS");
        assertThat(find("<ExternalId>70</ExternalId>", "Id").all("Id")).isEmpty();
        assertThat(find("<OrganizationNumber>923 609 016</OrganizationNumber>", "Id")
                        .all("Id"))
                .containsExactly("1001");
    }

    @Test
    void whatIsNotListedComesBackEmpty() {
        people.addCustomer("7", "Fjord AS", "923609016");

        assertThat(find("<ExternalId>7</ExternalId>", "Name").body())
                .contains("Fjord AS")
                .doesNotContain("923609016", "<Id>");
        assertThat(find("<ExternalId>7</ExternalId>").body()).doesNotContain("Fjord AS");
    }

    @Test
    void itemsFailOneByOneInsideASuccessfulAnswer() {
        Caller.Answered answer = caller.call(
                Contract.COMPANY,
                "SaveCompanies",
                "<companies><Company><ExternalId>1</ExternalId></Company>"
                        + "<Company><ExternalId>2</ExternalId><Name>To AS</Name></Company></companies>");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("Message")).isEqualTo("Name is required");
        assertThat(simulator.book().count("customer", Action.CREATED)).isEqualTo(1);
    }

    @Test
    void ourOwnIdIsTakenOnce() {
        String fields =
                "<Id>4711</Id><Name>Egen AS</Name><ExplicitlySpecifyNewCompanyId>true</ExplicitlySpecifyNewCompanyId>";

        assertThat(save(fields).text("Id")).isEqualTo("4711");
        assertThat(save(fields).text("Message")).contains("already exists");
        assertThat(save("<Id>4712</Id><Name>Ukjent AS</Name>").text("Message")).contains("does not exist");
    }

    @Test
    void aSaveEmptiesWhatItLeavesOutUnlessItKeepsThat() {
        String id = people.addCustomer("7", "Fjord AS", "923609016");
        String product = people.addArticle("RØR", "Rør", "25", BigDecimal.TEN);
        simulator.tenant("1001").savesKeep(true);
        save("<Id>" + id + "</Id><Name>Fjord &amp; Fjell AS</Name>");
        saveProduct("<Id>" + product + "</Id><Name>Rørdel</Name>");

        assertThat(find("<CompanyId>" + id + "</CompanyId>", "Name", "OrganizationNumber")
                        .body())
                .contains("Fjord &amp; Fjell AS", "923609016");
        assertThat(simulator.book().count("customer", Action.UPDATED)).isEqualTo(1);
        assertThat(product("RØR").getPrice()).isEqualByComparingTo("10");

        simulator.tenant("1001").savesKeep(false);
        save("<Id>" + id + "</Id><Name>Fjord AS</Name>");
        saveProduct("<Id>" + product + "</Id><No>RØR</No>");
        assertThat(find("<CompanyId>" + id + "</CompanyId>", "Name", "OrganizationNumber")
                        .body())
                .contains("Fjord AS")
                .doesNotContain("923609016");
        assertThat(product("RØR"))
                .returns(null, Product::getName)
                .returns(null, Product::getPrice)
                .returns(null, Product::getTaxRate);
    }

    @Test
    void aNewProductsVatIsItsCategorys() {
        saveProduct("<Name>Bok</Name><TaxRate>25</TaxRate><CategoryId>4</CategoryId><No>BOK</No>");

        assertThat(product("BOK").getTaxRate()).isEqualByComparingTo("6");
        assertThat(saveProduct("<Name>Bil</Name><CategoryId>99</CategoryId><No>BIL</No>")
                        .text("Message"))
                .contains("Category");
    }

    private Caller.Answered saveProduct(String fields) {
        return caller.call(Contract.PRODUCT, "SaveProducts", "<products><Product>" + fields + "</Product></products>");
    }

    private Product product(String number) {
        return people.products().stream()
                .filter(one -> number.equals(one.getNo()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSyncListHasPagesOfAThousandAndTheDeletedOnes() {
        for (int i = 1; i <= 1003; i++) {
            people.addCustomer("E" + i, "Kunde " + i, "");
        }
        people.deleteCustomer("1001");

        Caller.Answered first = sync(1, "<Active xsi:nil=\"true\"/>");
        assertThat(first.all("CompanyId")).hasSize(1000);
        assertThat(first.text("TotalPages")).isEqualTo("2");
        assertThat(first.text("TotalItems")).isEqualTo("1003");
        assertThat(first.text("Active")).isEqualTo("false");
        assertThat(sync(2, "<Active xsi:nil=\"true\"/>").all("CompanyId")).hasSize(3);
        assertThat(sync(1, "<Active>true</Active>").text("TotalItems")).isEqualTo("1002");
        assertThat(find("<ExternalId>E1</ExternalId>", "Id").all("Id")).isEmpty();
    }

    @Test
    void changesAreListedAfterAMoment() {
        String id = people.addCustomer("7", "Fjord AS", "");
        clock.advance(Duration.ofMinutes(5));
        people.addCustomer("8", "Fjell AS", "");

        assertThat(find("<ChangedAfter>2026-11-22T09:10:00</ChangedAfter>", "Id")
                        .all("Id"))
                .hasSize(1)
                .doesNotContain(id);
        clock.advance(Duration.ofMinutes(5));
        people.changeCustomer(id, company -> company.setBlockInvoice(true));
        assertThat(find("<ChangedAfter>2026-11-22T09:15:00</ChangedAfter>", "Id", "BlockInvoice")
                        .body())
                .contains("<BlockInvoice>true</BlockInvoice>");
    }

    @Test
    void productsAreFoundByTheBeginningOfTheirNumber() {
        people.addArticle("FILTER", "Filter", "25");
        people.addArticle("FILTER-2", "Filter to", "12");
        people.expireArticle("FILTER-2");

        Caller.Answered found = caller.call(
                Contract.PRODUCT,
                "GetProducts",
                "<searchParams><No>FILTER</No></searchParams>"
                        + Caller.strings("returnProperties", "Id", "No", "TaxRate", "StatusId"));
        assertThat(found.all("No")).containsExactly("FILTER", "FILTER-2");
        assertThat(found.all("TaxRate")).containsExactly("25", "12");
        assertThat(found.all("StatusId")).containsExactly("1", "0");
        assertThat(caller.call(
                                Contract.PRODUCT,
                                "SaveProducts",
                                "<products><Product><Name>Ny</Name><CategoryId>1</CategoryId><No>NY</No></Product></products>")
                        .text("Id"))
                .isNotEmpty();
    }
}
