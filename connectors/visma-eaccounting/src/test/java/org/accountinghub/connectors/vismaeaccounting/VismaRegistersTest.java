package org.accountinghub.connectors.vismaeaccounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.connectors.spi.RegisterSource.There;
import org.accountinghub.connectors.testkit.acceptance.Records;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.register.FieldChange;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What eAccounting's registers tell and take besides what the kit asks of every register. */
class VismaRegistersTest {

    private static final String PUT_CUSTOMER = "PUT /v2/customers/{id}";

    private final VismaBench bench = new VismaBench();
    private final Trial trial = new Trial(bench);

    @AfterEach
    void close() {
        trial.close();
        bench.close();
    }

    @Test
    void aChangeLeavesWhatTheHubKnowsNothingOf() {
        bench.addCustomer("7", "Åke", "556036-0793");
        String id = bench.bookKeeper().id("customers", "7");
        bench.bookKeeper()
                .changeCustomer(
                        id,
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("Note", "Ring först")
                                .put("MobilePhone", "070-1")
                                .put("DiscountPercentage", new BigDecimal("0.1250")));

        assertThat(perform(trial, customer("7", Map.of(RegisterField.PHONE, "063-1"))))
                .isInstanceOf(Outcome.Delivered.class);

        ObjectNode theirs = theirs("7");
        assertThat(theirs.path("Telephone").asString()).isEqualTo("063-1");
        assertThat(theirs.path("Note").asString()).isEqualTo("Ring först");
        assertThat(theirs.path("MobilePhone").asString()).isEqualTo("070-1");
        assertThat(theirs.path("DiscountPercentage").decimalValue()).isEqualByComparingTo("0.125");
        assertThat(theirs.path("Id").asString()).isEqualTo(id);
    }

    @Test
    void whenACustomerWasInvoicedLastAndWhatItOwesComesBack() {
        bench.addCustomer("7", "Åke", "556036-0793");
        assertThat(read(trial, "7").value(RegisterField.BALANCE)).contains("0");
        assertThat(read(trial, "7").knows(RegisterField.LAST_INVOICE_DATE)).isTrue();
        assertThat(read(trial, "7").value(RegisterField.LAST_INVOICE_DATE)).isEmpty();

        ObjectNode draft = JsonMapper.shared()
                .createObjectNode()
                .put("CustomerId", bench.bookKeeper().id("customers", "7"))
                .put("RotReducedInvoicingType", 0)
                .put("EuThirdParty", false)
                .put("InvoiceDate", "2026-03-02");
        draft.putArray("Rows")
                .addObject()
                .put("LineNumber", 1)
                .put("IsTextRow", false)
                .put("ReversedConstructionServicesVatFree", false)
                .put("ArticleId", bench.bookKeeper().id("articles", "DIV25"))
                .put("Text", "Arbete")
                .put("Quantity", 1)
                .put("UnitPrice", 100);
        bench.bookKeeper().book(bench.bookKeeper().addDraft(draft));

        RegisterRecord owing = list(trial, Optional.empty()).get(0).record();
        assertThat(owing.value(RegisterField.BALANCE)).contains("125");
        assertThat(owing.value(RegisterField.LAST_INVOICE_DATE)).contains("2026-03-02");
        assertThat(read(trial, "7")).isEqualTo(owing);
    }

    @Test
    void whatCannotBeClearedIsToldAndNothingIsWritten() {
        bench.addCustomer("7", "Åke", "556036-0793");

        assertThat(perform(trial, customer("7", Map.of(RegisterField.INVOICE_CITY, ""))))
                .isInstanceOfSatisfying(
                        Outcome.Delivered.class,
                        delivered -> assertThat(delivered.document().notes())
                                .containsExactly(
                                        "invoice-city keeps its value in eAccounting: it cannot be cleared there"));
        assertThat(written()).isZero();
    }

    @Test
    void whatIsThereAlreadyIsNotWrittenAgain() {
        bench.addCustomer("7", "Åke", "556036-0793");

        assertThat(perform(trial, customer("7", Map.of(RegisterField.NAME, "Åke"))))
                .isInstanceOf(Outcome.Delivered.class);
        assertThat(written()).isZero();
    }

    @Test
    void termsOfPaymentThatTheCompanyLacksAreAProblemAndNothingIsWritten() {
        bench.addCustomer("7", "Åke", "556036-0793");

        assertThat(perform(trial, customer("7", Map.of(RegisterField.PAYMENT_TERMS, "45"))))
                .isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
                    assertThat(rejected.problem().cause()).isEqualTo("visma-eaccounting.payment-terms-unknown");
                    assertThat(rejected.problem().reason()).contains("45");
                });
        assertThat(written()).isZero();
        assertThat(perform(trial, customer("7", Map.of(RegisterField.PAYMENT_TERMS, "30 dagar"))))
                .isInstanceOf(Outcome.Delivered.class);
        assertThat(read(trial, "7").value(RegisterField.PAYMENT_TERMS)).contains("30");
    }

    @Test
    void reverseChargeNeedsAVatNumber() {
        bench.addCustomer("7", "Åke", "556036-0793");
        RegisterEdit reversed = customer("7", Map.of(RegisterField.VAT_TREATMENT, "DOMESTIC_REVERSE_CHARGE"));

        assertThat(perform(trial, reversed))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.problem().cause())
                                .isEqualTo("visma-eaccounting.vat-number-missing"));
        assertThat(written()).isZero();
    }

    @Test
    void whatWasBoundByItsNumberBeforeIdsWereKeptIsFoundByItAndToldWithItsId() {
        bench.addCustomer("7", "Åke", "556036-0793");
        String id = bench.bookKeeper().id("customers", "7");

        assertThat(value(trial.register(Register.CUSTOMERS).read("7", trial.transcript())))
                .hasValueSatisfying(there -> assertThat(there.id()).isEqualTo(id));
        assertThat(trial.begin(customer("7", Map.of(RegisterField.NAME, "Åkes")), "7")
                        .perform())
                .isInstanceOf(Outcome.Delivered.class);
        assertThat(theirs("7").path("Name").asString()).isEqualTo("Åkes");
    }

    @Test
    void aProblemCallsACustomerThatIsGoneByOurNumber() {
        bench.addCustomer("7", "Åke", "556036-0793");
        String id = bench.bookKeeper().id("customers", "7");
        bench.bookKeeper().deleteCustomer(id);

        assertThat(trial.begin(customer("7", Map.of(RegisterField.NAME, "Åkes")), id)
                        .perform())
                .isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
                    assertThat(rejected.problem().cause()).isEqualTo("visma-eaccounting.customer-gone");
                    assertThat(rejected.problem().reason())
                            .contains("customer 7 ")
                            .doesNotContain(id);
                });
    }

    @Test
    void aPersonsNumberShowsInNoExchangeEvenMistyped() {
        bench.bookKeeper()
                .addCustomer(
                        Map.of(
                                "CustomerNumber", "8",
                                "Name", "Privat",
                                "CorporateIdentityNumber", "19121212-1212"),
                        true);
        bench.bookKeeper()
                .addCustomer(
                        Map.of(
                                "CustomerNumber", "9",
                                "Name", "Felskriven",
                                "CorporateIdentityNumber", "121212-121"),
                        true);
        List<Exchange> heard = new ArrayList<>();

        RegisterSource source = trial.register(Register.CUSTOMERS);
        source.list(Optional.empty(), Optional.empty(), heard::add);
        source.read(bench.bookKeeper().id("customers", "8"), heard::add);
        perform(trial, customer("8", Map.of(RegisterField.REGISTRATION_NUMBER, "191212121212")));

        assertThat(heard).isNotEmpty();
        assertThat(heard.toString()).doesNotContain("121212");
        trial.seen(read(trial, "8").toString());
    }

    @Test
    void withoutFiltersWhatChangedIsToldFromTheWholeList() {
        bench.addCustomer("7", "Åke", "556036-0793");
        bench.clock().advance(Duration.ofDays(1));
        Instant since = bench.clock().instant();
        bench.addCustomer("8", "Bo", "556012-5790");

        try (Trial unfiltered = new Trial(bench, Map.of("list-filter", "unused", "page-size", "10"))) {
            assertThat(list(unfiltered, Optional.of(since)))
                    .extracting(there -> there.record().number())
                    .containsExactly("8");
            assertThat(list(unfiltered, Optional.empty()))
                    .extracting(there -> there.record().number())
                    .containsExactly("7", "8");
        }
    }

    @Test
    void anArticlesRateChangesItsCodingAndItsPriceWithVat() {
        String id = bench.bookKeeper().addArticle("A-1", "Filter");
        bench.bookKeeper()
                .changeArticle(
                        id,
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("NetPrice", 100)
                                .put("GrossPrice", 125));

        assertThat(perform(trial, article("A-1", RegisterField.VAT_RATE, "12"))).isInstanceOf(Outcome.Delivered.class);

        ObjectNode theirs = article("A-1");
        assertThat(theirs.path("CodingId").asString())
                .isEqualTo(bench.bookKeeper().coding(12));
        assertThat(theirs.path("NetPrice").decimalValue()).isEqualByComparingTo("100");
        assertThat(theirs.path("GrossPrice").decimalValue()).isEqualByComparingTo("112");
    }

    @Test
    void aRateOrAUnitThatTheCompanyLacksIsAProblem() {
        bench.bookKeeper().addArticle("A-1", "Filter");

        assertThat(perform(trial, article("A-1", RegisterField.VAT_RATE, "15")))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.problem().remedy()).contains("article-codings"));
        assertThat(perform(trial, article("A-1", RegisterField.UNIT, "mil")))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.problem().cause()).isEqualTo("visma-eaccounting.unit-unknown"));
    }

    @Test
    void anArticleWithoutARateIsNotMadeAndAnInactiveOneIsBound() {
        Article whole = Records.article("A-2");
        Article without = new Article(
                whole.key(), whole.description(), whole.unit(), whole.price(), Optional.empty(), whole.active());
        assertThat(trial.bring(without))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected ->
                                assertThat(rejected.problem().cause()).isEqualTo("visma-eaccounting.vat-rate-missing"));
        assertThat(trial.rehearse(without).problems()).hasSize(1);

        String id = bench.bookKeeper().addArticle("A-2", "Filter");
        bench.bookKeeper()
                .changeArticle(id, JsonMapper.shared().createObjectNode().put("IsActive", false));
        assertThat(trial.bring(whole))
                .isInstanceOfSatisfying(
                        Outcome.Delivered.class,
                        delivered -> assertThat(delivered.document().notes())
                                .containsExactly("the article is inactive in eAccounting"));
    }

    private int written() {
        return bench.partner().journal().count(PUT_CUSTOMER);
    }

    private ObjectNode theirs(String number) {
        return bench.bookKeeper().customers().stream()
                .filter(customer -> customer.path("CustomerNumber").asString("").equals(number))
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode article(String number) {
        return bench.bookKeeper().articles().stream()
                .filter(article -> article.path("Number").asString("").equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static RegisterEdit article(String number, RegisterField field, String value) {
        return Records.edit(Register.ARTICLES, number, field, value);
    }

    private static RegisterEdit customer(String number, Map<RegisterField, String> values) {
        Map<RegisterField, FieldChange> changes = new EnumMap<>(RegisterField.class);
        values.forEach((field, value) -> changes.put(field, FieldChange.to(field.canonical(value))));
        return new RegisterEdit(Register.CUSTOMERS, number, changes);
    }

    private Outcome perform(Trial trial, RegisterEdit edit) {
        String id = bench.bookKeeper().id(edit.register().label(), edit.number());
        return trial.begin(edit, id).perform();
    }

    private RegisterRecord read(Trial trial, String number) {
        String id = bench.bookKeeper().id("customers", number);
        return value(trial.register(Register.CUSTOMERS).read(id, trial.transcript()))
                .orElseThrow()
                .record();
    }

    private static List<There> list(Trial trial, Optional<Instant> since) {
        return value(trial.register(Register.CUSTOMERS).list(since, Optional.empty(), trial.transcript()))
                .records();
    }

    private static <T> T value(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Value.class);
        return ((Answer.Value<T>) answer).value();
    }
}
