package org.accountinghub.connectors.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.fortnox.simulator.Assumption;
import org.accountinghub.connectors.http.RecordChanges;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.RegisterEditing;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.mappings.model.register.FieldChange;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What a change of a record becomes in Fortnox, and what Fortnox will not have. */
class RegisterChangesTest {

    private final FortnoxBench bench = new FortnoxBench();
    private final Trial trial = new Trial(bench);

    @AfterEach
    void close() {
        trial.close();
        bench.close();
    }

    @Test
    void aTextIsClearedByFortnoxsWordAndTheRestStays() {
        bench.addCustomer("7", "Åke", "556036-0793");
        perform(trial, customer("7", Map.of(RegisterField.PHONE, "063-1", RegisterField.INVOICE_CITY, "Åre")));

        assertThat(perform(trial, customer("7", Map.of(RegisterField.PHONE, ""))))
                .isInstanceOfSatisfying(
                        Outcome.Delivered.class,
                        delivered -> assertThat(delivered.document().notes()).isEmpty());

        ObjectNode theirs = theirs("7");
        assertThat(theirs.path("Phone1").asString("")).isEmpty();
        assertThat(theirs.path("City").asString("")).isEqualTo("Åre");
        assertThat(theirs.path("EmailInvoice").asString("")).isEqualTo("faktura@example.org");
    }

    @Test
    void whatCannotBeClearedIsToldAndCostsNoCall() {
        bench.addCustomer("7", "Åke", "556036-0793");
        trial.tokens().current();
        int before = bench.partner().journal().total();

        assertThat(perform(trial, customer("7", Map.of(RegisterField.REGISTRATION_NUMBER, ""))))
                .isInstanceOfSatisfying(
                        Outcome.Delivered.class,
                        delivered -> assertThat(delivered.document().notes())
                                .containsExactly(
                                        "registration-number keeps its value in Fortnox: it cannot be cleared there"));
        assertThat(bench.partner().journal().total()).isEqualTo(before);
    }

    @Test
    void theSettingSaysWhatIsCleared() {
        assertThat(editing(trial).clearable())
                .contains(RegisterField.PHONE)
                .doesNotContain(RegisterField.VAT_NUMBER, RegisterField.NAME);
        try (Trial never = new Trial(bench, Map.of("clear-values", "never"));
                Trial all = new Trial(bench, Map.of("clear-values", "all"))) {
            assertThat(editing(never).clearable()).isEmpty();
            assertThat(editing(all).clearable())
                    .contains(RegisterField.PHONE, RegisterField.VAT_NUMBER)
                    .doesNotContain(RegisterField.NAME, RegisterField.CUSTOMER_ACTIVE);
        }
    }

    @Test
    void aWordThatFortnoxTakesForATextIsAProblem() {
        bench.addCustomer("7", "Åke", "556036-0793");
        bench.simulator().tenant(FortnoxBench.TENANT).assume(Assumption.WORD_CLEARS, false);

        assertThat(perform(trial, customer("7", Map.of(RegisterField.PHONE, ""))))
                .isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
                    assertThat(rejected.problem().cause()).isEqualTo("fortnox.value-not-cleared");
                    assertThat(rejected.problem().remedy()).contains("clear-values");
                });
    }

    @Test
    void aPriceIsNeverSentSinceFortnoxWouldRefuseTheArticle() {
        bench.bookKeeper().addArticle("A-1", "Filter");
        RegisterEdit edit = new RegisterEdit(
                Register.ARTICLES,
                "A-1",
                Map.of(
                        RegisterField.PRICE, new FieldChange.Set("10"),
                        RegisterField.DESCRIPTION, new FieldChange.Set("Filter F7")));

        assertThat(perform(trial, edit))
                .isInstanceOfSatisfying(
                        Outcome.Delivered.class,
                        delivered -> assertThat(delivered.document().notes())
                                .containsExactly("price is not sent: it cannot be changed in Fortnox's register"));
        assertThat(bench.bookKeeper().articles().get(0).path("Description").asString(""))
                .isEqualTo("Filter F7");
    }

    @Test
    void aChangeOfARecordThatIsGoneSaysSo() {
        bench.addCustomer("7", "Åke", "556036-0793");
        bench.bookKeeper().deleteCustomer("7");

        assertThat(perform(trial, customer("7", Map.of(RegisterField.NAME, "Åkes"))))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.problem().cause()).isEqualTo("fortnox.customer-gone"));
    }

    private static RegisterEdit customer(String number, Map<RegisterField, String> values) {
        Map<RegisterField, FieldChange> changes = new EnumMap<>(RegisterField.class);
        values.forEach((field, value) -> changes.put(field, FieldChange.to(field.canonical(value))));
        return new RegisterEdit(Register.CUSTOMERS, number, changes);
    }

    private static RegisterEditing editing(Trial trial) {
        return ((FortnoxConnector) trial.connector()).customerEdits();
    }

    private static Outcome perform(Trial trial, RegisterEdit edit) {
        FortnoxConnector connector = (FortnoxConnector) trial.connector();
        RegisterEditing editing =
                edit.register() == Register.CUSTOMERS ? connector.customerEdits() : connector.articleEdits();
        Step step = new Step(RecordChanges.UPDATE, IdempotencyClass.B, Duration.ZERO);
        return editing.edits()
                .perform(
                        new Work<>(
                                step,
                                edit,
                                Map.of(),
                                Map.of(edit.register().kind(), edit.number()),
                                trial.clock().instant()),
                        Conversation.UNHEARD);
    }

    private ObjectNode theirs(String number) {
        Optional<ObjectNode> found = bench.bookKeeper().customers().stream()
                .filter(customer -> customer.path("CustomerNumber").asString("").equals(number))
                .findFirst();
        return found.orElseThrow();
    }
}
