package org.accountinghub.connectors.twentyfoursevenoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.spi.Returns.Brief;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.DistributionMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What this partner alone has: sessions, documents that are order and invoice in one, and no search. */
class OfficeConnectorTest {

    private static final BillableOrder INVOICE = Documents.order();
    private static final BillableOrder ORDER = Documents.asOrder(Documents.order());

    private final OfficeBench bench = new OfficeBench();

    @BeforeEach
    void prepare() {
        bench.addCustomer(INVOICE.payer().number(), INVOICE.payer().name(), Documents.ORGANISATION_NUMBER);
        bench.addArticle(Documents.ARTICLE);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void refusedCredentialsAreNotTriedAgainForAMinuteWhoeverAsks() {
        try (Trial trial = new Trial(bench, Map.of("password", "mistyped"))) {
            for (int worker = 0; worker < 8; worker++) {
                assertThat(trial.bring(INVOICE)).isInstanceOf(Outcome.Blocked.class);
            }
            assertThat(logins()).isEqualTo(1);
            bench.clock().advance(Duration.ofMinutes(2));
            assertThat(trial.bring(INVOICE)).isInstanceOf(Outcome.Blocked.class);
            assertThat(logins()).isEqualTo(2);
        }
    }

    @Test
    void anIdentityThatTheUserLacksIsNoConsent() {
        String other = "20000000-0000-4000-8000-000000000001";
        try (Trial trial = new Trial(bench, Map.of("identity-id", other))) {
            assertThatThrownBy(() -> trial.tokens().current())
                    .isInstanceOfSatisfying(
                            NoConsentException.class,
                            refused -> assertThat(refused.problem().cause())
                                    .isEqualTo("24sevenoffice.credentials-refused"));
            assertThatThrownBy(() -> trial.tokens().current())
                    .isInstanceOfSatisfying(
                            NoConsentException.class,
                            refused -> assertThat(refused.problem().reason())
                                    .as("it says that it was not asked again")
                                    .contains("when a minute is over"));
        }
    }

    @Test
    void sessionsThatEndAreReplacedWithoutLosingAReadOrDoingAWriteTwice() {
        try (Trial trial = new Trial(bench)) {
            trial.bring(INVOICE);
            bench.simulator().endSessions(OfficeBench.TENANT);
            assertThat(trial.lookFor(INVOICE)).isInstanceOf(Finding.Found.class);
            assertThat(logins()).isEqualTo(2);

            bench.clock().advance(Duration.ofHours(2));
            assertThat(trial.lookFor(INVOICE)).isInstanceOf(Finding.Found.class);
            assertThat(logins()).isEqualTo(3);
            assertThat(bench.people().documents()).hasSize(1);
        }
    }

    @Test
    void oneThatShouldBeAnInvoiceAndStayedAnOrderIsForAPerson() {
        bench.addOrder(INVOICE, INVOICE.payer().number(), INVOICE.reference().value());
        try (Trial trial = new Trial(bench)) {
            assertThat(trial.lookFor(INVOICE))
                    .isInstanceOfSatisfying(
                            Finding.Disagrees.class,
                            finding -> assertThat(finding.problem().cause()).isEqualTo("24sevenoffice.not-invoiced"));
        }
    }

    @Test
    void oneWithoutReferenceButWithOurRowsIsForAPersonAndNeverRepeated() {
        try (Trial trial = new Trial(bench)) {
            bench.partner().faults().on("SaveInvoices").next(Fault.commitAndCut());
            assertThat(trial.bring(ORDER)).isInstanceOf(Outcome.Uncertain.class);
            bench.people().change("501", document -> document.setReferenceNumber(null));
            assertThat(trial.lookFor(ORDER))
                    .isInstanceOfSatisfying(
                            Finding.Disagrees.class,
                            finding -> assertThat(finding.problem().reason()).contains("order 501"));
        }
    }

    @Test
    void theReferenceOfWhatIsInvoicedIsToldAmongInvoicesOnly() {
        try (Trial trial = new Trial(bench)) {
            trial.bring(INVOICE);
            assertThat(changed(trial, trial.invoicesBack()))
                    .singleElement()
                    .satisfies(brief -> assertThat(brief.reference()).contains(INVOICE.reference()));
            assertThat(changed(trial, trial.ordersBack()))
                    .singleElement()
                    .satisfies(brief -> assertThat(brief.reference()).isEmpty());
        }
    }

    @Test
    void distributionIsAMatterOfInvoices() {
        try (Trial trial = new Trial(bench, Map.of("distribution", "e-mail", "external-status", "77"))) {
            trial.bring(INVOICE);
            trial.bring(ORDER);
            assertThat(bench.people().documents())
                    .extracting(document -> document.getDistributionMethod())
                    .containsExactly(DistributionMethod.E_MAIL, null);
            assertThat(bench.people().documents()).allMatch(document -> document.getExternalStatus() == 77);
        }
    }

    private int logins() {
        return bench.partner().journal().count("Login");
    }

    private static List<Brief> changed(Trial trial, Returns<?> source) {
        Answer<Returns.Page> answer = source.changedSince(Instant.EPOCH, Optional.empty(), trial.transcript());
        assertThat(answer).isInstanceOf(Answer.Value.class);
        return ((Answer.Value<Returns.Page>) answer).value().documents();
    }
}
