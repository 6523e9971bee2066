package org.accountinghub.connectors.vismaeaccounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Delivered;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.connectors.testkit.acceptance.Progress;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Drafts, the invoices made of them, and what comes back: what no other connector does so. */
class VismaInvoicesTest {

    private static final BillableOrder ORDER = Documents.order();
    private static final Map<String, String> AT_ONCE = Map.of("invoice-as", "invoice");

    private final VismaBench bench = new VismaBench();
    private Trial trial = new Trial(bench);

    @AfterEach
    void close() {
        trial.close();
        bench.close();
    }

    private void withSettings(Map<String, String> other) {
        trial.close();
        trial = new Trial(bench, other);
    }

    private void addBusiness() {
        bench.addCustomer(ORDER.payer().number(), ORDER.payer().name(), Documents.ORGANISATION_NUMBER);
        bench.addArticle(Documents.ARTICLE);
    }

    @Test
    void aDraftIsLeftForAPersonAndTheirInvoiceGoesOnUnderItsId() {
        addBusiness();
        PartnerDocument draft = delivered(trial.bring(ORDER));

        assertThat(bench.bookKeeper().invoices()).isEmpty();
        String number = bench.bookKeeper().book(draft.id());

        assertThat(trial.lookFor(ORDER)).isInstanceOfSatisfying(Finding.Found.class, found -> {
            assertThat(found.document().id()).isEqualTo(draft.id());
            assertThat(found.document().number()).isEqualTo(number);
        });
        assertThat(read(draft.id()).number()).isEqualTo(number);
        assertThat(read(number).number()).isEqualTo(number);
    }

    @Test
    void anInvoiceIsMadeAtOnceOnlyWhenTheDraftComesToWhatWasSent() {
        addBusiness();
        withSettings(AT_ONCE);
        Progress<BillableOrder> progress = trial.begin(ORDER);
        PartnerDocument draft = delivered(progress.perform(progress.step("draft")));
        JsonNode rows = bench.bookKeeper().drafts().get(0).path("Rows").deepCopy();
        ((tools.jackson.databind.node.ObjectNode) rows.path(1)).put("UnitPrice", 1);
        bench.bookKeeper()
                .changeDraft(
                        draft.id(),
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("TotalAmount", 126.75)
                                .put("TotalVatAmount", 25.35)
                                .set("Rows", rows));

        Outcome outcome = progress.perform(progress.step(Step.CREATE));

        assertProblem(outcome, "visma-eaccounting.amounts-differ");
        assertThat(bench.bookKeeper().invoices()).isEmpty();
    }

    @Test
    void aDraftThatAPersonMadeTheInvoiceOfIsNotMadeAgain() {
        addBusiness();
        withSettings(AT_ONCE);
        Progress<BillableOrder> progress = trial.begin(ORDER);
        PartnerDocument draft = delivered(progress.perform(progress.step("draft")));
        String number = bench.bookKeeper().book(draft.id());

        PartnerDocument made = delivered(progress.perform(progress.step(Step.CREATE)));

        assertThat(made.number()).isEqualTo(number);
        assertThat(made.id()).isEqualTo(draft.id());
        assertThat(bench.partner().book().count("invoice", Action.DERIVED)).isEqualTo(1);
    }

    @Test
    void aDraftThatWasDeletedIsAProblem() {
        addBusiness();
        withSettings(AT_ONCE);
        Progress<BillableOrder> progress = trial.begin(ORDER);
        PartnerDocument draft = delivered(progress.perform(progress.step("draft")));
        bench.bookKeeper().deleteDraft(draft.id());

        assertProblem(progress.perform(progress.step(Step.CREATE)), "visma-eaccounting.invoice-draft-gone");
    }

    @Test
    void aChangedSettingOfTheCompanyNeverGivesAWrongAmount() {
        Customer person = Documents.person();
        bench.addCustomer(person.number(), person.name(), Documents.PERSONAL_NUMBER);
        BillableOrder order = Documents.orderWithEverything();

        for (boolean without : new boolean[] {true, false}) {
            bench.simulator().tenant(VismaBench.TENANT).settings().put("ShowPricesExclVatPC", without);
            trial.bench().clock().advance(Duration.ofSeconds(1));
            BillableOrder next = generation(order, without ? 1 : 2);

            delivered(trial.bring(next));
        }

        List<tools.jackson.databind.node.ObjectNode> drafts = bench.bookKeeper().drafts();
        assertThat(drafts).hasSize(2);
        assertThat(drafts)
                .extracting(draft -> draft.path("IncludesVat").booleanValue())
                .containsExactly(false, true);
        for (JsonNode draft : drafts) {
            BigDecimal exact = draft.path("TotalAmount")
                    .decimalValue()
                    .subtract(draft.path("TotalRoundings").decimalValue());
            assertThat(exact).isEqualByComparingTo(order.totals().total().amount());
        }
    }

    @Test
    void withTheOrdersNumberOnlyAnEarlierSendingLeavesItUndecided() {
        addBusiness();
        withSettings(Map.of("reference-row", "order-number"));
        delivered(trial.bring(ORDER));

        assertThat(trial.lookFor(ORDER)).isInstanceOf(Finding.Found.class);
        assertThat(trial.lookFor(generation(ORDER, 2)))
                .isInstanceOfSatisfying(
                        Finding.Disagrees.class,
                        disagrees -> assertThat(disagrees.problem().cause())
                                .isEqualTo("visma-eaccounting.invoice-draft-undecided"));
    }

    @Test
    void twoThatNameTheOrderAreAProblemAndNothingIsRepeated() {
        addBusiness();
        withSettings(Map.of("reference-row", "order-number"));
        delivered(trial.bring(ORDER));
        bench.addInvoice(ORDER, ORDER.payer().number(), "");

        assertThat(trial.lookFor(ORDER))
                .isInstanceOfSatisfying(
                        Finding.Disagrees.class,
                        disagrees -> assertThat(disagrees.problem().cause())
                                .isEqualTo("visma-eaccounting.invoice-draft-doubled"));
    }

    @Test
    void aRefusedFilterIsMadeUpForByReadingWhole() {
        addBusiness();
        withSettings(Map.of("list-filter", "unused"));
        PartnerDocument draft = delivered(trial.bring(ORDER));

        assertThat(trial.lookFor(ORDER)).isInstanceOf(Finding.Found.class);
        bench.bookKeeper().book(draft.id());
        assertThat(read(draft.id()).booked()).isTrue();
    }

    @Test
    void paymentsAndCreditsComeBack() {
        addBusiness();
        PartnerDocument draft = delivered(trial.bring(ORDER));
        bench.bookKeeper().book(draft.id());
        String invoice = bench.bookKeeper().invoices().get(0).path("Id").asString();
        Instant before = bench.clock().instant();
        bench.clock().advance(Duration.ofDays(3));
        bench.bookKeeper().pay(invoice, BigDecimal.TEN);
        assertThat(read(draft.id()).balance().amount()).isEqualByComparingTo("1553");
        bench.bookKeeper().payAll(invoice);

        Invoice paid = read(draft.id());

        assertThat(paid.balance().isZero()).isTrue();
        assertThat(paid.finalPayment()).hasToString("Optional[2026-03-05]");
        assertThat(changedSince(before)).contains(draft.id());

        String credit = bench.bookKeeper().credit(invoice);
        Invoice credited = read(draft.id());
        Invoice note = read(credit);
        assertThat(credited.creditNote()).contains(note.number());
        assertThat(note.credits()).isPresent();
    }

    @Test
    void aRowWithoutAnArticleOfItsRateStopsTheOrder() {
        addBusiness();
        withSettings(Map.of("fallback-articles", "12=DIV12"));

        assertProblem(trial.bring(ORDER), "");
        assertThat(bench.bookKeeper().drafts()).isEmpty();
    }

    @Test
    void unknownArticlesAreATextRowOrANewArticleOrStopTheOrder() {
        addBusiness();
        BillableOrder order = Documents.orderWithUnknownArticle();
        PartnerDocument made = delivered(trial.bring(order));
        assertThat(made.notes()).anyMatch(note -> note.contains(Documents.UNKNOWN_ARTICLE));

        withSettings(Map.of("unknown-article", "refuse"));
        assertProblem(trial.bring(generation(order, 2)), "");

        withSettings(Map.of("unknown-article", "create", "article-codings", "25=Försäljning 25 %"));
        delivered(trial.bring(generation(order, 3)));
        assertThat(bench.partner().book().count("article", Action.CREATED)).isEqualTo(1);

        withSettings(Map.of("unknown-article", "create", "article-codings", "25=Finns ej"));
        assertProblem(trial.bring(Documents.orderWithEverything()), "");
    }

    @Test
    void whatIsTakenForKnownAndIsNotIsLookedUpAgain() {
        addBusiness();
        delivered(trial.bring(ORDER));
        String article = bench.bookKeeper().id("articles", Documents.ARTICLE);
        bench.bookKeeper()
                .changeArticle(article, JsonMapper.shared().createObjectNode().put("IsActive", false));

        assertProblem(trial.bring(generation(ORDER, 2)), "visma-eaccounting.record-unknown");
        delivered(trial.bring(generation(ORDER, 3)));
    }

    @Test
    void aCustomerWithoutAPlaceIsAProblemThatNamesIt() {
        Customer whole = Documents.business();
        Customer nowhere = new Customer(
                whole.key(),
                whole.name(),
                whole.type(),
                whole.registration(),
                whole.vatNumber(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                whole.email(),
                whole.invoiceEmail(),
                whole.phone(),
                whole.contacts(),
                whole.terms(),
                whole.active(),
                whole.extensions());

        assertThat(trial.bring(nowhere))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problem().reason()
                                        + rejected.problem().field())
                                .contains("postal code"));
        assertThat(bench.bookKeeper().customers()).isEmpty();
    }

    @Test
    void theCheckNamesWhatTheSettingsNameAndIsNotThere() {
        withSettings(Map.of("fallback-articles", "25=DIV12,12=FINNS-EJ", "payment-terms", "17"));

        List<Problem> problems = trial.connector().check(trial.transcript());

        assertThat(problems)
                .extracting(Problem::cause)
                .contains("visma-eaccounting.fallback-article-wrong")
                .hasSize(3);
    }

    @Test
    void aCompanyWithoutTheModuleForOrdersSendsInvoicesAllTheSame() {
        addBusiness();
        bench.simulator().tenant(VismaBench.TENANT).ordersLicensed(false);

        assertThat(trial.connector().check(trial.transcript())).isEmpty();
        delivered(trial.bring(ORDER));
        assertProblem(trial.bring(Documents.asOrder(ORDER)), "visma-eaccounting.orders-not-licensed");
        Answer<Returns.Page> page =
                trial.ordersBack().changedSince(bench.clock().instant(), Optional.empty(), trial.transcript());
        assertThat(page).isInstanceOf(Answer.Value.class);
    }

    @Test
    void anEmailWhoseAnswerWasLostIsLeftToAPerson() {
        addBusiness();
        withSettings(Map.of("invoice-as", "invoice", "after-invoice", "email"));
        bench.partner().faults().on("POST /v2/customerinvoices/{id}/email").next(Fault.commitAndCut());

        assertThat(trial.bring(ORDER)).isInstanceOf(Outcome.Uncertain.class);
        assertThat(bench.partner().book().count("invoice", Action.EMAILED)).isEqualTo(1);
    }

    private static BillableOrder generation(BillableOrder order, int generation) {
        DocumentKey key = order.key();
        return new BillableOrder(
                new DocumentKey(key.order(), key.payer(), generation),
                order.target(),
                order.payer(),
                order.documentDate(),
                order.currency(),
                order.pricesIncludeVat(),
                order.yourOrderNumber(),
                order.ourReference(),
                order.yourReference(),
                order.costCentre(),
                order.deliveryAddress(),
                order.taxReduction(),
                order.rows(),
                order.extensions());
    }

    private Invoice read(String id) {
        Answer<Optional<Invoice>> answer = trial.invoicesBack().read(id, trial.transcript());
        assertThat(answer).isInstanceOf(Answer.Value.class);
        return ((Answer.Value<Optional<Invoice>>) answer).value().orElseThrow();
    }

    private List<String> changedSince(Instant since) {
        java.util.ArrayList<String> ids = new java.util.ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Answer<Returns.Page> answer = trial.invoicesBack().changedSince(since, next, trial.transcript());
            Returns.Page page = ((Answer.Value<Returns.Page>) answer).value();
            page.documents().forEach(brief -> ids.add(brief.id()));
            next = page.next();
        } while (next.isPresent());
        return ids;
    }

    private static PartnerDocument delivered(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Delivered.class);
        return ((Delivered) outcome).document();
    }

    /** @param cause any when empty */
    private static void assertProblem(Outcome outcome, String cause) {
        assertThat(outcome).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.problem().remedy()).isNotBlank();
            if (!cause.isEmpty()) {
                assertThat(rejected.problem().cause()).isEqualTo(cause);
            }
        });
    }
}
