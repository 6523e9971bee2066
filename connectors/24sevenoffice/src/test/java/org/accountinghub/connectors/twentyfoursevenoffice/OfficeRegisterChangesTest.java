package org.accountinghub.connectors.twentyfoursevenoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.http.RecordChanges;
import org.accountinghub.connectors.spi.ArticleEditor;
import org.accountinghub.connectors.spi.ArticleSink;
import org.accountinghub.connectors.spi.CustomerEditor;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.connectors.testkit.acceptance.Records;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Address;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Addresses;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.ArrayOfCompanyMap;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.ArrayOfRelation;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.CompanyMap;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.CompanyType;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.PhoneNumber;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.PhoneNumbers;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Relation;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.Product;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records are saved whole: whatever a save does to what it leaves out, the rest of the record stays. */
class OfficeRegisterChangesTest {

    private static final String SHOP_PASSWORD = "shop-window-17";
    private static final RegisterEdit RENAMED =
            Records.edit(Register.CUSTOMERS, "4711", RegisterField.NAME, "Fjord och Fjäll AB");

    private final OfficeBench bench = new OfficeBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatTheHubKnowsNothingOfStaysInACustomer(boolean savesKeep) {
        bench.simulator().tenant(OfficeBench.TENANT).savesKeep(savesKeep);
        String id = bench.people().addCustomer(full());
        Company before = company();
        List<String> heard = new ArrayList<>();
        try (Trial trial = new Trial(bench)) {
            Delivery<RegisterEdit> edits = trial.editing(Register.CUSTOMERS).edits();
            Work<RegisterEdit> work = new Work<>(
                    edits.steps(RENAMED).get(0),
                    RENAMED,
                    Map.of(),
                    Map.of(SourceKey.CUSTOMER, id),
                    bench.clock().instant());
            assertThat(edits.perform(work, exchange -> heard.add(exchange.toString())))
                    .isInstanceOfSatisfying(
                            Outcome.Delivered.class,
                            delivered ->
                                    assertThat(delivered.document().notes()).isEmpty());

            before.setName("Fjord och Fjäll AB");
            assertThat(company())
                    .usingRecursiveComparison()
                    .ignoringFields("dateChanged")
                    .isEqualTo(before);
            assertThat(heard)
                    .hasSize(3)
                    .allMatch(exchange -> exchange.contains("Password"))
                    .noneMatch(exchange -> exchange.contains(SHOP_PASSWORD));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatTheHubKnowsNothingOfStaysInAProduct(boolean savesKeep) {
        bench.simulator().tenant(OfficeBench.TENANT).savesKeep(savesKeep);
        String id = bench.people().addArticle("RÖR", "Rör", "12", BigDecimal.TEN);
        bench.people().changeArticle(id, product -> {
            product.setDescriptionLong("Rör, förzinkat");
            product.setInPrice(new BigDecimal("7.25"));
            product.setStock(new BigDecimal("40"));
            product.setStockLocation("A7");
            product.setEAN1("7312345678901");
        });
        Product before = product("RÖR");
        try (Trial trial = new Trial(bench)) {
            RegisterEdit dearer = Records.edit(Register.ARTICLES, "RÖR", RegisterField.PRICE, "11.5");
            assertThat(trial.begin(dearer, id).perform())
                    .isEqualTo(new Outcome.Delivered(new PartnerDocument(id, "RÖR", List.of())));

            before.setPrice(new BigDecimal("11.50"));
            assertThat(product("RÖR"))
                    .usingRecursiveComparison()
                    .ignoringFields("dateChanged")
                    .isEqualTo(before);
        }
    }

    @Test
    void aFirstNameStaysWhereTheNameStillBeginsWithIt() {
        Company person = new Company();
        person.setExternalId("4712");
        person.setFirstName("Anna");
        person.setName("Svensson");
        person.setType(CompanyType.CONSUMER);
        String id = bench.people().addCustomer(person);
        try (Trial trial = new Trial(bench)) {
            trial.begin(Records.edit(Register.CUSTOMERS, "4712", RegisterField.NAME, "Anna Berg"), id)
                    .perform();
            assertThat(company()).returns("Anna", Company::getFirstName).returns("Berg", Company::getName);

            trial.begin(Records.edit(Register.CUSTOMERS, "4712", RegisterField.NAME, "Eva Berg"), id)
                    .perform();
            assertThat(company()).returns("", Company::getFirstName).returns("Eva Berg", Company::getName);
        }
    }

    @Test
    void whatASaveEmptiesAllTheSameIsAProblemThatNamesIt() {
        bench.simulator().tenant(OfficeBench.TENANT).savesNeverTake("Note");
        String id = bench.people().addCustomer(full());
        try (Trial trial = new Trial(bench)) {
            assertThat(trial.begin(RENAMED, id).perform()).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
                assertThat(rejected.problem().cause()).isEqualTo("24sevenoffice.save-emptied");
                assertThat(rejected.problem().reason()).contains(": Note.", "The change itself is there");
            });
        }
    }

    @Test
    void aSaveThatIsAnsweredAndNotSeenIsUncertainAndFound() {
        String id = bench.people().addCustomer(full());
        try (Trial trial = new Trial(bench)) {
            bench.partner().faults().on("GetCompanies").nth(2, Fault.cut());

            assertThat(trial.begin(RENAMED, id).perform()).isInstanceOf(Outcome.Uncertain.class);
            var progress = trial.begin(RENAMED, id);
            assertThat(progress.find(progress.step(RecordChanges.UPDATE))).isInstanceOf(Finding.Found.class);
        }
    }

    @Test
    void aSaveThatIsAnsweredAndNotDoneIsUncertainAndDoneByComingBack() {
        String id = bench.people().addCustomer(full());
        try (Trial trial = new Trial(bench)) {
            bench.partner().faults().on("SaveCompanies").next(Fault.lie());
            var progress = trial.begin(RENAMED, id);

            assertThat(progress.perform()).isInstanceOf(Outcome.Uncertain.class);
            assertThat(progress.resume(progress.step(RecordChanges.UPDATE)))
                    .get()
                    .isInstanceOf(Outcome.Delivered.class);
            assertThat(company().getName()).isEqualTo("Fjord och Fjäll AB");
        }
    }

    @Test
    void aProductWhoseNumberSomebodyTookAwayIsChangedAndFoundByItsId() {
        String id = bench.people().addArticle("RÖR", "Rör", "12", BigDecimal.TEN);
        bench.people().changeArticle(id, product -> product.setNo(null));
        try (Trial trial = new Trial(bench)) {
            RegisterEdit dearer = Records.edit(Register.ARTICLES, "RÖR", RegisterField.PRICE, "11.5");
            bench.partner().faults().on("SaveProducts").next(Fault.commitAndCut());
            var progress = trial.begin(dearer, id);

            assertThat(progress.perform()).isInstanceOf(Outcome.Uncertain.class);
            assertThat(progress.find(progress.step(RecordChanges.UPDATE)))
                    .isEqualTo(new Finding.Found(new PartnerDocument(id, id, List.of())));
        }
    }

    @Test
    void ofAListThatWasLostEachNameIsToldOnce() {
        Company company = full();
        for (int more = 0; more < 30; more++) {
            Relation relation = new Relation();
            relation.setContactId(100 + more);
            company.getRelations().getRelation().add(relation);
        }
        bench.simulator().tenant(OfficeBench.TENANT).savesNeverTake("Relations");
        String id = bench.people().addCustomer(company);
        try (Trial trial = new Trial(bench)) {
            assertThat(trial.begin(RENAMED, id).perform()).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
                assertThat(rejected.problem().reason())
                        .contains(
                                ": Relations.Relation.ContactId, Relations.Relation.LastName. The change itself is there");
            });
        }
    }

    @Test
    void anArticleWhoseNumberSeveralHaveIsForAPerson() {
        bench.people().addArticle("ART-7", "En", "25");
        bench.people().addArticle("ART-7", "En till", "25");
        try (Trial trial = new Trial(bench)) {
            assertThat(trial.bring(Records.article("ART-7")))
                    .isInstanceOfSatisfying(
                            Outcome.Rejected.class,
                            rejected -> assertThat(rejected.problem().cause())
                                    .isEqualTo("24sevenoffice.article-ambiguous"));
        }
    }

    @Test
    void anArticleGetsTheCategoryOfItsRateAndTellsAnotherRateThanWanted() {
        try (Trial trial = new Trial(bench, Map.of("article-categories", "25=3"))) {
            assertThat(trial.bring(Records.article("ART-7")))
                    .isInstanceOfSatisfying(
                            Outcome.Delivered.class,
                            delivered -> assertThat(delivered.document().notes())
                                    .anyMatch(note -> note.contains("12 % VAT")));
        }
        try (Trial trial = new Trial(bench, Map.of("article-categories", "12=3"))) {
            assertThat(trial.bring(Records.article("ART-8")))
                    .isInstanceOfSatisfying(
                            Outcome.Rejected.class,
                            rejected ->
                                    assertThat(rejected.problem().cause()).isEqualTo("24sevenoffice.category-unknown"));
        }
    }

    @Test
    void nothingIsChangedUnlessTheConnectionSaysSo() {
        try (Trial trial = new Trial(bench, Map.of("register-changes", "off"))) {
            assertThat(trial.connector())
                    .isNotInstanceOf(CustomerEditor.class)
                    .isNotInstanceOf(ArticleEditor.class)
                    .isNotInstanceOf(ArticleSink.class);
        }
    }

    private Company company() {
        return bench.people().customers().get(0);
    }

    private Product product(String number) {
        return bench.people().products().stream()
                .filter(one -> number.equals(one.getNo()))
                .findFirst()
                .orElseThrow();
    }

    private static Company full() {
        Company company = new Company();
        company.setExternalId("4711");
        company.setName("Fjord AB");
        company.setType(CompanyType.BUSINESS);
        company.setUsername("fjord");
        company.setPassword(SHOP_PASSWORD);
        company.setNote("Ring före leverans");
        company.setBankAccountNo("5402-9681");
        company.setDiscount(new BigDecimal("12.5"));
        company.setPaymentTime((short) 30);
        company.setGlnNumber("7300009044001");
        company.setAddresses(new Addresses());
        company.getAddresses().setDelivery(new Address());
        company.getAddresses().getDelivery().setStreet("Kajen 3");
        company.setPhoneNumbers(new PhoneNumbers());
        company.getPhoneNumbers().setMobile(new PhoneNumber());
        company.getPhoneNumbers().getMobile().setValue("070-123 45 67");
        Relation relation = new Relation();
        relation.setContactId(5);
        relation.setLastName("Ek");
        company.setRelations(new ArrayOfRelation());
        company.getRelations().getRelation().add(relation);
        CompanyMap map = new CompanyMap();
        map.setMapType(1);
        map.setExternalId("X1");
        map.setCompanyId(1);
        company.setMaps(new ArrayOfCompanyMap());
        company.getMaps().getCompanyMap().add(map);
        return company;
    }
}
