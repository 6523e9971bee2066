package org.accountinghub.connectors.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invoices whose date, 2 March 2026, Fortnox does not take. */
class LockedPeriodsTest {

    private static final BillableOrder ORDER = Documents.order();
    private static final String READS = "GET /3/settings/lockedperiod";
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);

    private final FortnoxBench bench = new FortnoxBench();
    private Trial trial = new Trial(bench);

    @BeforeEach
    void prepare() {
        bench.addArticle(Documents.ARTICLE);
        bench.addCustomer(ORDER.payer().number(), ORDER.payer().name(), Documents.ORGANISATION_NUMBER);
    }

    @AfterEach
    void close() {
        trial.close();
        bench.close();
    }

    @Test
    void holdingNamesDatePeriodAndRemedy() {
        lock(MARCH);

        Problem problem = rejected(trial.bring(ORDER));

        assertThat(problem.cause()).isEqualTo("fortnox.period-locked");
        assertThat(problem.field()).contains("document date");
        assertThat(problem.reason()).contains("2026-03-02").contains("through 2026-03-31");
        assertThat(problem.remedy()).contains("Open the period").contains("first-open-date");
        assertThat(problem.partnerSays()).isPresent();
    }

    @Test
    void holdingNeedsNoRightToSettings() {
        bench.simulator()
                .grantConsent(FortnoxBench.TENANT, Set.of("companyinformation", "customer", "article", "invoice"));
        assertThat(trial.bring(ORDER)).isInstanceOf(Outcome.Delivered.class);
        assertThat(bench.partner().journal().count(READS)).isZero();

        lock(MARCH);
        BillableOrder other = Documents.orderWithUnknownArticle();
        assertThat(rejected(trial.bring(other)).reason()).contains("2026-03-02");
        assertThat(trial.rehearse(other).problems()).isEmpty();
    }

    @Test
    void theFirstOpenDateIsUsedAndSaidSo() {
        firstOpenDate();
        lock(MARCH);

        assertThat(trial.bring(ORDER)).isInstanceOfSatisfying(Outcome.Delivered.class, delivered -> {
            assertThat(delivered.document().notes())
                    .anyMatch(note -> note.contains("2026-03-02 to 2026-04-01") && note.contains("through 2026-03-31"));
            assertThat(date(delivered.document().number())).isEqualTo("2026-04-01");
        });
    }

    @Test
    void anOpenDateStaysAsItIs() {
        firstOpenDate();
        lock(LocalDate.of(2026, 3, 1));

        assertThat(trial.bring(ORDER))
                .isInstanceOfSatisfying(
                        Outcome.Delivered.class,
                        delivered ->
                                assertThat(date(delivered.document().number())).isEqualTo("2026-03-02"));
    }

    @Test
    void afterALostAnswerTheMovedInvoiceIsFoundByReferenceCustomerAndAmounts() {
        firstOpenDate();
        lock(MARCH);
        bench.partner().faults().on(bench.createsInvoice()).next(Fault.commitAndCut());

        assertThat(trial.bring(ORDER)).isInstanceOf(Outcome.Uncertain.class);
        assertThat(trial.lookFor(ORDER))
                .isInstanceOfSatisfying(
                        Finding.Found.class,
                        found -> assertThat(found.document().notes())
                                .anyMatch(note -> note.contains("2026-04-01 instead of 2026-03-02")));
    }

    @Test
    void thePeriodIsReadEveryTenMinutesAndAtOnceAfterARefusal() {
        firstOpenDate();
        trial.bring(ORDER);
        trial.bring(Documents.orderWithUnknownArticle());
        assertThat(bench.partner().journal().count(READS)).isEqualTo(1);

        lock(MARCH);
        assertThat(trial.bring(Documents.orderWithUnknownArticle()))
                .isInstanceOfSatisfying(
                        Outcome.Retry.class,
                        retry -> assertThat(retry.problem().cause()).isEqualTo("fortnox.period-locked"));
        assertThat(trial.bring(Documents.orderWithUnknownArticle())).isInstanceOf(Outcome.Delivered.class);
        assertThat(bench.partner().journal().count(READS)).isEqualTo(2);

        bench.clock().advance(Duration.ofMinutes(11));
        trial.bring(ORDER);
        assertThat(bench.partner().journal().count(READS)).isEqualTo(3);
    }

    @Test
    void aMissingFinancialYearHoldsWhateverThePolicy() {
        bench.simulator()
                .tenant(FortnoxBench.TENANT)
                .onlyFinancialYear(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

        for (String policy : new String[] {"hold", "first-open-date"}) {
            open(policy);
            Problem problem = rejected(trial.bring(ORDER));
            assertThat(problem.cause()).isEqualTo("fortnox.financial-year-missing");
            assertThat(problem.reason()).contains("2026-03-02");
            assertThat(problem.remedy()).contains("financial year");
        }
    }

    @Test
    void withoutTheRightTheFirstOpenDateIsAProblemOfThatRight() {
        firstOpenDate();
        bench.simulator()
                .grantConsent(FortnoxBench.TENANT, Set.of("companyinformation", "customer", "article", "invoice"));

        Problem problem = rejected(trial.bring(ORDER));

        assertThat(problem.cause()).isEqualTo("fortnox.right-missing-settings");
        assertThat(trial.connector().check(trial.transcript()))
                .anyMatch(missing -> missing.field().equals(Optional.of("right settings")));
    }

    @Test
    void ordersKnowNoLockedPeriods() {
        firstOpenDate();
        lock(MARCH);

        assertThat(trial.bring(Documents.asOrder(ORDER))).isInstanceOf(Outcome.Delivered.class);
        assertThat(bench.partner().journal().count(READS)).isZero();
    }

    @Test
    void aLookBeforeSendingSaysWhatWouldBecomeOfTheDate() {
        lock(MARCH);
        assertThat(trial.rehearse(ORDER).problems())
                .extracting(Problem::cause)
                .containsExactly("fortnox.period-locked");

        firstOpenDate();
        assertThat(trial.rehearse(ORDER).problems()).isEmpty();
        assertThat(trial.rehearse(ORDER).notes()).anyMatch(note -> note.contains("2026-03-02 to 2026-04-01"));
    }

    private void firstOpenDate() {
        open("first-open-date");
    }

    private void open(String policy) {
        trial.close();
        trial = new Trial(bench, Map.of("locked-period", policy));
    }

    private void lock(LocalDate day) {
        bench.simulator().tenant(FortnoxBench.TENANT).lockedUntil(day);
    }

    private String date(String number) {
        return bench.bookKeeper()
                .invoice(number)
                .orElseThrow()
                .path("InvoiceDate")
                .asString("");
    }

    private static Problem rejected(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return ((Outcome.Rejected) outcome).problem();
    }
}
