package org.accountinghub.connectors.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.connectors.testkit.acceptance.Progress;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What happens to an invoice after it was created, when people have a hand in it. */
class FollowUpsTest {

    private static final BillableOrder ORDER = Documents.order();

    private final FortnoxBench bench = new FortnoxBench();
    private Trial trial = new Trial(bench);

    @AfterEach
    void close() {
        trial.close();
        bench.close();
    }

    @Test
    void nothingFollowsUnlessItIsSet() {
        assertThat(trial.begin(ORDER).steps()).extracting(Step::name).containsExactly("create");
    }

    @Test
    void theyComeInTheirOwnOrderWhateverTheSettingsOrder() {
        open("print-service, email,bookkeep,e-invoice,mark-sent");

        assertThat(trial.begin(ORDER).steps())
                .extracting(Step::name)
                .containsExactly("create", "bookkeep", "mark-sent", "email", "e-invoice", "print-service");
        assertThat(trial.begin(Documents.asOrder(ORDER)).steps())
                .extracting(Step::name)
                .containsExactly("create");
    }

    /** After {@code mark-sent} the mark says nothing about an e-mail. */
    @Test
    void anEmailIsFoundByTheMarkUnlessTheHubHasSetIt() {
        open("email");
        assertThat(trial.begin(ORDER).step("email").idempotency()).isEqualTo(IdempotencyClass.C);

        open("mark-sent,email");
        assertThat(trial.begin(ORDER).step("email").idempotency()).isEqualTo(IdempotencyClass.D);
        Progress<BillableOrder> progress = created();
        progress.perform(progress.step("mark-sent"));
        assertThat(progress.find(progress.step("email"))).isInstanceOf(Finding.Absent.class);
        assertThat(progress.perform(progress.step("email"))).isInstanceOf(Outcome.Delivered.class);
        assertThat(bench.partner().book().count("invoice", Action.EMAILED)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"email,email", "e-invoice,einvoice", "print-service,eprint"})
    void whatSendsIsAGetThatIsNeverSentAgain(String step, String verb) {
        open(step);
        Progress<BillableOrder> progress = created();
        String operation = "GET /3/invoices/{DocumentNumber}/" + verb;
        for (Fault fault : new Fault[] {Fault.cut(), Fault.status(503), Fault.status(401)}) {
            bench.partner().faults().clear();
            bench.partner().faults().on(operation).next(fault);
            int before = bench.partner().journal().count(operation);

            Outcome outcome = progress.perform(progress.step(step));

            assertThat(outcome).isInstanceOfAny(Outcome.Uncertain.class, Outcome.Retry.class);
            assertThat(outcome instanceof Outcome.Retry).isEqualTo(fault.equals(Fault.status(401)));
            assertThat(bench.partner().journal().count(operation)).isEqualTo(before + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"bookkeep,BOOKED", "mark-sent,SENT", "email,EMAILED"})
    void whatAPersonHasDoneIsNotDoneAgain(String step, Action action) {
        open(step);
        Progress<BillableOrder> progress = created();
        String number = number(progress);
        if (step.equals("bookkeep")) {
            bench.bookKeeper().book(number);
        } else {
            bench.bookKeeper().send(number);
        }
        long before = bench.partner().book().count("invoice", action);

        assertThat(progress.perform(progress.step(step))).isInstanceOfSatisfying(Outcome.Delivered.class, delivered -> {
            assertThat(delivered.document().number()).isEqualTo(number);
            assertThat(delivered.document().notes()).anyMatch(note -> note.contains("already"));
        });
        assertThat(bench.partner().book().count("invoice", action)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bookkeep", "mark-sent", "email", "e-invoice", "print-service"})
    void aCancelledInvoiceIsAProblemThatSaysSo(String step) {
        open(step);
        Progress<BillableOrder> progress = created();
        bench.bookKeeper().cancel(number(progress));

        assertThat(rejected(progress.perform(progress.step(step))).cause()).isEqualTo("fortnox.invoice-cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mark-sent", "email", "e-invoice", "print-service"})
    void aCreditedInvoiceIsAProblemThatSaysSo(String step) {
        open(step);
        Progress<BillableOrder> progress = created();
        bench.bookKeeper().book(number(progress));
        bench.bookKeeper().credit(number(progress));

        assertThat(rejected(progress.perform(progress.step(step))).cause()).isEqualTo("fortnox.invoice-credited");
    }

    @Test
    void aMissingAddressIsARemedyAndDoesNotHideTheInvoice() {
        trial.close();
        trial = new Trial(bench, Map.of("after-invoice", "email"));
        bench.addArticle(Documents.ARTICLE);
        bench.bookKeeper()
                .addCustomer(JsonMapper.shared()
                        .createObjectNode()
                        .put("CustomerNumber", ORDER.payer().number())
                        .put("Name", ORDER.payer().name())
                        .put("OrganisationNumber", Documents.ORGANISATION_NUMBER));
        Progress<BillableOrder> progress = trial.begin(ORDER);
        progress.perform(progress.step(Step.CREATE));

        Problem problem = rejected(progress.perform(progress.step("email")));

        assertThat(problem.cause()).isEqualTo("fortnox.email-missing");
        assertThat(problem.reason()).contains("The invoice is in Fortnox, as number " + number(progress));
        assertThat(problem.remedy()).contains("e-mail address");
        assertThat(problem.partnerSays()).isPresent();
    }

    @Test
    void aPeriodThatWasLockedMeanwhileKeepsTheInvoiceFromBeingBooked() {
        open("bookkeep");
        Progress<BillableOrder> progress = created();
        bench.simulator().tenant(FortnoxBench.TENANT).lockedUntil(LocalDate.of(2026, 3, 31));

        Problem problem = rejected(progress.perform(progress.step("bookkeep")));

        assertThat(problem.cause()).isEqualTo("fortnox.period-locked");
        assertThat(problem.reason()).contains("The invoice is in Fortnox").contains("could not be booked");
    }

    @Test
    void theyAreRehearsedAsNotes() {
        open("bookkeep,e-invoice");

        assertThat(trial.rehearse(ORDER).notes())
                .contains("the invoice would then be booked", "the invoice would then be sent as e-invoice");
    }

    private void open(String afterInvoice) {
        trial.close();
        trial = new Trial(bench, Map.of("after-invoice", afterInvoice));
    }

    private Progress<BillableOrder> created() {
        bench.addArticle(Documents.ARTICLE);
        bench.addCustomer(ORDER.payer().number(), ORDER.payer().name(), Documents.ORGANISATION_NUMBER);
        Progress<BillableOrder> progress = trial.begin(ORDER);
        assertThat(progress.perform(progress.step(Step.CREATE))).isInstanceOf(Outcome.Delivered.class);
        return progress;
    }

    private static String number(Progress<BillableOrder> progress) {
        return Objects.requireNonNull(progress.done().get(Step.CREATE)).number();
    }

    private static Problem rejected(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return ((Outcome.Rejected) outcome).problem();
    }
}
