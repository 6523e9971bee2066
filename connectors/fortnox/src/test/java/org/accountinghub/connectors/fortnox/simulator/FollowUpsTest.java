package org.accountinghub.connectors.fortnox.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.accountinghub.connectors.testkit.SimulatedClock;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Booking an invoice and bringing it to the customer. */
class FollowUpsTest {
    private static final Map<String, Action> ALL = Map.of(
            "bookkeep", Action.BOOKED,
            "externalprint", Action.SENT,
            "email", Action.EMAILED,
            "einvoice", Action.EINVOICED,
            "eprint", Action.POSTED);

    private final FortnoxSimulator simulator =
            FortnoxSimulator.start(0, new SimulatedClock(Instant.parse("2026-11-22T10:00:00Z")));
    private BookKeeper keeper;
    private Caller caller;

    @BeforeEach
    void connect() {
        simulator.unrecorded();
        simulator.windowScale(0);
        keeper = simulator.bookKeeper("1001");
        keeper.addCustomer("7", "Bergs Bygg AB", "556000-4615");
        keeper.addCustomer("8", "Ek", "");
        caller = new Caller(simulator, "1001");
        create("7", "\"EmailInformation\":{\"EmailAddressTo\":\"a@example.org\"}");
        create("8", "\"Language\":\"SV\"");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void create(String customer, String fields) {
        Caller.Answered answered = caller.post(
                "/invoices",
                "{\"Invoice\":{\"CustomerNumber\":\"" + customer + "\",\"ExternalInvoiceReference1\":\"R" + customer
                        + "\"," + fields
                        + ",\"InvoiceRows\":[{\"Description\":\"x\",\"DeliveredQuantity\":\"1\",\"Price\":80}]}}");
        assertThat(answered.status()).as(answered.body()).isEqualTo(201);
    }

    private Caller.Answered ask(String number, String action) {
        String path = "/invoices/" + number + "/" + action;
        return action.equals("bookkeep") || action.equals("externalprint") ? caller.put(path) : caller.get(path);
    }

    private boolean is(String number, String field) {
        return caller.get("/invoices/" + number)
                .json()
                .path("Invoice")
                .path(field)
                .booleanValue();
    }

    @Test
    void eachIsAnEffectEachTimeButBookingAndMarkingAreDoneOnce() {
        assertThat(ask("1", "externalprint").status()).isEqualTo(200);
        ALL.forEach((action, effect) -> {
            assertThat(ask("1", action).status()).as(action).isEqualTo(200);
            Caller.Answered again = ask("1", action);
            assertThat(again.status()).as(again.body()).isEqualTo(action.equals("bookkeep") ? 400 : 200);
            assertThat(simulator.book().count("invoice", effect))
                    .as(action)
                    .isEqualTo(action.equals("bookkeep") || action.equals("externalprint") ? 1 : 2);
        });
        assertThat(is("1", "Booked")).isTrue();
        assertThat(is("1", "Sent")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"externalprint, true", "email, true", "einvoice, true", "eprint, true", "bookkeep, false"})
    void whatReachesTheCustomerMarksAsSent(String action, boolean sent) {
        ask("1", action);

        assertThat(is("1", "Sent")).isEqualTo(sent);
    }

    @Test
    void thePrintServiceMayNotMarkAsSent() {
        simulator.tenant("1001").assume(Assumption.PRINT_SERVICE_MARKS_SENT, false);

        assertThat(ask("1", "eprint").status()).isEqualTo(200);
        assertThat(is("1", "Sent")).isFalse();
        assertThat(simulator.book().count("invoice", Action.POSTED)).isEqualTo(1);
    }

    @Test
    void whoHasNoAddressGetsNeitherEmailNorElectronicInvoice() {
        assertThat(ask("2", "email").status()).isEqualTo(400);
        assertThat(ask("2", "einvoice").status()).isEqualTo(400);
        assertThat(ask("2", "eprint").status()).isEqualTo(200);
    }

    @Test
    void aCancelledInvoiceIsNeitherBookedNorSent() {
        keeper.cancel("1");

        for (String action : new String[] {"bookkeep", "email", "einvoice", "eprint"}) {
            assertThat(ask("1", action).code()).as(action).isEqualTo(2003125);
        }
    }

    @Test
    void bookingNeedsItsAccounts() {
        simulator.tenant("1001").withoutAccounts(3001);

        assertThat(ask("1", "bookkeep").code()).isEqualTo(2001304);
        assertThat(is("1", "Booked")).isFalse();
    }

    @Test
    void everyOneCanBeLostBeforeAndAfterAndComeLate() {
        ALL.forEach((action, effect) -> {
            create("7", "\"EmailInformation\":{\"EmailAddressTo\":\"a@example.org\"}");
            String number = Long.toString(simulator.book().count("invoice", Action.CREATED));
            String operation = (action.equals("bookkeep") || action.equals("externalprint") ? "PUT" : "GET")
                    + " /3/invoices/{DocumentNumber}/" + action;

            simulator.faults().on(operation).reference("R7").next(Fault.cut());
            assertThatThrownBy(() -> ask(number, action)).isInstanceOf(UncheckedIOException.class);
            assertThat(effects(number, effect)).as(action).isZero();

            simulator.faults().on(operation).next(Fault.commitWhenReleased());
            assertThatThrownBy(() -> ask(number, action)).isInstanceOf(UncheckedIOException.class);
            assertThat(effects(number, effect)).as(action).isZero();
            simulator.releaseLateCommits();
            assertThat(effects(number, effect)).as(action).isEqualTo(1);
        });
    }

    @Test
    void aLateBookingComesTooLateAndUndoesNothing() {
        simulator.faults().on("PUT /3/invoices/{DocumentNumber}/bookkeep").next(Fault.commitWhenReleased());
        simulator.faults().on("PUT /3/invoices/{DocumentNumber}/externalprint").next(Fault.commitWhenReleased());
        assertThatThrownBy(() -> ask("1", "bookkeep")).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> ask("1", "externalprint")).isInstanceOf(UncheckedIOException.class);
        keeper.book("1");
        keeper.payAll("1");

        simulator.releaseLateCommits();

        assertThat(effects("1", Action.BOOKED)).isEqualTo(1);
        assertThat(effects("1", Action.SENT)).isEqualTo(1);
        assertThat(caller.get("/invoices/1")
                        .json()
                        .path("Invoice")
                        .path("Balance")
                        .intValue())
                .isZero();
        assertThat(is("1", "Booked")).isTrue();
    }

    private long effects(String number, Action action) {
        return simulator.book().effects("invoice", action).stream()
                .map(Effect::number)
                .filter(number::equals)
                .count();
    }
}
