package org.accountinghub.connectors.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Returns.Brief;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.mappings.model.BillableOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What happens to invoices in Fortnox beside what every partner does. */
class FortnoxInvoicesTest {

    private static final BillableOrder ORDER = Documents.order();

    private final FortnoxBench bench = new FortnoxBench();
    private final Trial trial = new Trial(bench);

    @BeforeEach
    void prepare() {
        bench.addArticle(Documents.ARTICLE);
    }

    @AfterEach
    void close() {
        trial.close();
        bench.close();
    }

    @Test
    void aFeeOfTheCompanyIsExplainedAndNoDifference() {
        addPayer();
        bench.simulator().tenant(FortnoxBench.TENANT).administrationFee(new BigDecimal("29"));

        assertThat(delivered(trial.bring(ORDER)).notes())
                .anyMatch(note -> note.contains("29"))
                .noneMatch(note -> note.startsWith("DIFFERS"));
        assertThat(trial.lookFor(ORDER)).isInstanceOf(Finding.Found.class);
    }

    @Test
    void theCustomersOwnDiscountInFortnoxChangesNoAmount() {
        bench.bookKeeper()
                .addCustomer(JsonMapper.shared()
                        .createObjectNode()
                        .put("CustomerNumber", payer())
                        .put("Name", ORDER.payer().name())
                        .put("OrganisationNumber", Documents.ORGANISATION_NUMBER)
                        .put("InvoiceDiscount", 10));

        assertThat(delivered(trial.bring(ORDER)).notes()).noneMatch(note -> note.startsWith("DIFFERS"));
        assertThat(trial.lookFor(ORDER)).isInstanceOf(Finding.Found.class);
    }

    @Test
    void aCreditNoteIsNoSecondInvoice() {
        addPayer();
        String number = delivered(trial.bring(ORDER)).number();
        bench.book(number);
        String credit = bench.bookKeeper().credit(number);

        assertThat(credit).isNotEqualTo(number);
        assertThat(trial.lookFor(ORDER))
                .isInstanceOfSatisfying(
                        Finding.Found.class,
                        found -> assertThat(found.document().number()).isEqualTo(number));
        assertThat(carrying()).containsExactly(number);
    }

    @Test
    void aCancelledInvoiceStandsBackForTheOneThatReplacedIt() {
        addPayer();
        String first = delivered(trial.bring(ORDER)).number();
        bench.bookKeeper().cancel(first);
        assertThat(carrying()).containsExactly(first);

        String second = bench.addInvoice(ORDER, payer(), ORDER.reference().value());
        assertThat(carrying()).containsExactly(second);
    }

    @Test
    void aCreditedInvoiceStandsBackForTheOneThatReplacedIt() {
        addPayer();
        String first = delivered(trial.bring(ORDER)).number();
        bench.book(first);
        bench.bookKeeper().credit(first);

        String second = bench.addInvoice(ORDER, payer(), ORDER.reference().value());

        assertThat(carrying()).containsExactly(second);
    }

    @Test
    void aLockedPeriodIsAProblemOfTheDocumentDate() {
        addPayer();
        bench.simulator().tenant(FortnoxBench.TENANT).lockedUntil(LocalDate.of(2026, 3, 31));

        assertThat(trial.bring(ORDER)).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
            assertThat(rejected.problem().cause()).isEqualTo("fortnox.period-locked");
            assertThat(rejected.problem().field()).contains("document date");
            assertThat(rejected.problem().partnerSays()).isPresent();
        });
    }

    @Test
    void anInactiveArticleIsSentAsText() {
        addPayer();
        bench.bookKeeper()
                .addArticle(JsonMapper.shared()
                        .createObjectNode()
                        .put("ArticleNumber", Documents.UNKNOWN_ARTICLE)
                        .put("Description", "Utgången")
                        .put("Active", false));

        PartnerDocument made = delivered(trial.bring(Documents.orderWithUnknownArticle()));

        assertThat(made.notes()).anyMatch(note -> note.contains(Documents.UNKNOWN_ARTICLE));
    }

    private void addPayer() {
        bench.addCustomer(payer(), ORDER.payer().name(), Documents.ORGANISATION_NUMBER);
    }

    private static String payer() {
        return ORDER.payer().number();
    }

    private List<String> carrying() {
        var answer = trial.invoicesBack().carrying(ORDER.reference(), trial.transcript());
        return ((Answer.Value<List<Brief>>) answer)
                .value().stream().map(Brief::id).toList();
    }

    private static PartnerDocument delivered(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        return ((Outcome.Delivered) outcome).document();
    }
}
