package org.accountinghub.connectors.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.connectors.testkit.acceptance.Progress;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows whose article Fortnox does not have. */
class MissingArticlesTest {

    private static final BillableOrder ORDER = Documents.orderWithUnknownArticle();
    private static final String STEP = "article-" + Documents.UNKNOWN_ARTICLE;

    private final FortnoxBench bench = new FortnoxBench();
    private Trial trial = new Trial(bench, Map.of("unknown-article", "create", "fallback-accounts", "25=3041"));

    @BeforeEach
    void prepare() {
        bench.addCustomer(ORDER.payer().number(), ORDER.payer().name(), Documents.ORGANISATION_NUMBER);
    }

    @AfterEach
    void close() {
        trial.close();
        bench.close();
    }

    @Test
    void itIsCreatedOnItsAccountAndTheInvoiceNamesIt() {
        assertThat(trial.begin(ORDER).steps()).extracting(Step::name).containsExactly(STEP, "create");

        Outcome outcome = trial.bring(ORDER);

        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        assertThat(bench.partner().book().count("article", Action.CREATED)).isEqualTo(1);
        JsonNode row = invoice(outcome).path("InvoiceRows").path(1);
        assertThat(row.path("ArticleNumber").asString("")).isEqualTo(Documents.UNKNOWN_ARTICLE);
        assertThat(row.path("AccountNumber").asInt(0)).isEqualTo(3041);
    }

    @Test
    void anArticleThatIsThereIsNotCreated() {
        bench.addArticle(Documents.UNKNOWN_ARTICLE);

        assertThat(trial.bring(ORDER)).isInstanceOf(Outcome.Delivered.class);
        assertThat(requests()).isZero();
    }

    @Test
    void anInactiveArticleIsAProblemAndNotCreated() {
        addInactive();

        assertThat(rejected(trial.bring(ORDER)).cause()).isEqualTo("fortnox.article-inactive");
        assertThat(trial.rehearse(ORDER).problems())
                .extracting(Problem::cause)
                .containsExactly("fortnox.article-inactive");
        assertThat(requests()).isZero();
    }

    /** What one process knew of the register must not hide the article that another has just made. */
    @Test
    void theStepThatIsDoneDecidesNotWhatWasReadBefore() {
        assertThat(trial.rehearse(ORDER).notes()).anyMatch(note -> note.contains("would be created"));
        Progress<BillableOrder> progress = trial.begin(ORDER);
        try (Trial elsewhere = new Trial(bench, Map.of("unknown-article", "create"))) {
            Progress<BillableOrder> other = elsewhere.begin(ORDER);
            other.perform(other.step(STEP));
            other.done().forEach((step, made) -> progress.done(progress.step(step), made));
        }

        Outcome outcome = progress.perform(progress.step(Step.CREATE));

        assertThat(invoice(outcome)
                        .path("InvoiceRows")
                        .path(1)
                        .path("ArticleNumber")
                        .asString(""))
                .isEqualTo(Documents.UNKNOWN_ARTICLE);
    }

    @Test
    void someoneWasQuicker() {
        Progress<BillableOrder> progress = trial.begin(ORDER);
        trial.rehearse(ORDER);
        bench.addArticle(Documents.UNKNOWN_ARTICLE);

        assertThat(progress.perform(progress.step(STEP))).isInstanceOf(Outcome.Delivered.class);
        assertThat(requests()).isEqualTo(1);
        assertThat(bench.partner().book().count("article", Action.CREATED)).isEqualTo(1);
    }

    @Test
    void anUnknownUnitIsAProblemOfTheArticle() {
        bench.simulator().tenant(FortnoxBench.TENANT).withoutUnits("st");

        assertThat(rejected(trial.bring(ORDER)).cause()).isEqualTo("fortnox.unit-unknown");
    }

    @Test
    void refusingNamesTheArticles() {
        open("refuse");

        Problem problem = rejected(trial.bring(ORDER));

        assertThat(problem.cause()).isEqualTo("fortnox.article-unknown");
        assertThat(problem.reason()).contains(Documents.UNKNOWN_ARTICLE);
        assertThat(trial.rehearse(ORDER).problems()).contains(problem);
    }

    @Test
    void asTextTheRowKeepsItsAmount() {
        open("text-row");

        JsonNode row = invoice(trial.bring(ORDER)).path("InvoiceRows").path(1);

        assertThat(row.path("Description").asString("")).startsWith(Documents.UNKNOWN_ARTICLE);
        assertThat(row.path("ArticleNumber").asString("")).isEmpty();
        assertThat(requests()).isZero();
    }

    @Test
    void theSameHoldsForOrders() {
        assertThat(trial.bring(Documents.asOrder(ORDER))).isInstanceOf(Outcome.Delivered.class);
        assertThat(bench.partner().book().count("article", Action.CREATED)).isEqualTo(1);
    }

    private void open(String policy) {
        trial.close();
        trial = new Trial(bench, Map.of("unknown-article", policy));
    }

    private void addInactive() {
        bench.bookKeeper()
                .addArticle(JsonMapper.shared()
                        .createObjectNode()
                        .put("ArticleNumber", Documents.UNKNOWN_ARTICLE)
                        .put("Description", "Utgången")
                        .put("Active", false));
    }

    private int requests() {
        return bench.partner().journal().count("POST /3/articles");
    }

    private JsonNode invoice(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        return bench.bookKeeper()
                .invoice(((Outcome.Delivered) outcome).document().number())
                .orElseThrow();
    }

    private static Problem rejected(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return ((Outcome.Rejected) outcome).problem();
    }
}
