package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Instant;
import org.accountinghub.connectors.testkit.SimulatedClock;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.mappings.twentyfoursevenoffice.Contract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FaultsTest {
    private static final String SAVE = "SaveInvoices";

    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-11-22T09:10:00Z"));
    private final OfficeSimulator simulator = OfficeSimulator.start(0, clock);
    private Caller caller;
    private String order;

    @BeforeEach
    void company() {
        simulator.unrecorded();
        String customer = simulator.people("1001").addCustomer("7", "Fjord AS", "");
        int product = simulator.tenant("1001").product("DIV25").orElseThrow().getId();
        order = "<CustomerId>" + customer + "</CustomerId><IncludeVAT>false</IncludeVAT><InvoiceRows>"
                + Caller.row(product, "1", "100") + "</InvoiceRows><ReferenceNumber>R</ReferenceNumber>";
        caller = Caller.loggedIn(simulator, "1001");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private long committed() {
        return simulator.book().count("order", Action.CREATED);
    }

    @Test
    void committedWithoutAnAnswer() {
        simulator.faults().on(SAVE).reference("R").next(Fault.commitAndCut());

        assertThatThrownBy(() -> caller.saveOrder(order)).isInstanceOf(UncheckedIOException.class);
        assertThat(committed()).isEqualTo(1);
        assertThat(simulator.journal().count(SAVE)).isEqualTo(1);
    }

    @Test
    void committedLate() {
        simulator.faults().on(SAVE).next(Fault.commitWhenReleased());

        assertThatThrownBy(() -> caller.saveOrder(order)).isInstanceOf(UncheckedIOException.class);
        assertThat(committed()).isZero();
        assertThat(simulator.releaseLateCommits()).isEqualTo(1);
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void eachFailureIsSaidInThisSystemsOwnWords() {
        simulator.faults().on(SAVE).next(Fault.status(400));
        Caller.Answered refused = caller.saveOrder(order);
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.text("Message")).isEqualTo("The item could not be saved");

        simulator.faults().on(SAVE).next(Fault.status(429));
        assertThat(caller.saveOrder(order).text("faultstring")).contains("Quarantine ends at 2026-11-22 09:10:05");

        simulator.faults().on(SAVE).next(Fault.status(500));
        assertThat(caller.saveOrder(order).text("faultcode")).isEqualTo("soap:Server");

        simulator.faults().on(SAVE).next(Fault.status(503));
        assertThat(caller.saveOrder(order).status()).isEqualTo(503);

        simulator.faults().on(SAVE).next(Fault.status(401));
        assertThat(caller.saveOrder(order).text("faultstring")).endsWith("Not authenticated");
        assertThat(caller.call(Contract.AUTHENTICATE, "HasSession", "").text("HasSessionResult"))
                .as("its session is gone")
                .isEqualTo("false");
        assertThat(committed()).isZero();
    }

    @Test
    void itIsSteeredOverHttp() {
        JsonNode made = Caller.administer(simulator, "POST", "tenants", "{\"id\":\"1002\",\"name\":\"Syd AS\"}");
        assertThat(made.path("identity").asString())
                .isEqualTo(simulator.tenant("1002").identity());
        Caller.administer(
                simulator,
                "POST",
                "tenants/1002/articles",
                "{\"number\":\"X\",\"description\":\"Ex\",\"taxRate\":\"12\"}");
        assertThat(simulator.tenant("1002").product("X")).isPresent();

        String id = caller.saveOrder(order).text("OrderId");
        String invoice = Caller.administer(simulator, "POST", "companies/1001/orders/" + id + "/invoice", "")
                .path("number")
                .asString();
        Caller.administer(simulator, "POST", "companies/1001/invoices/" + invoice + "/pay", "");
        JsonNode invoices = Caller.administer(simulator, "GET", "companies/1001/invoices", "");
        assertThat(invoices.path(0).path("number").asString()).isEqualTo(invoice);
        assertThat(invoices.path(0).path("balance").decimalValue()).isZero();
        Caller.administer(simulator, "POST", "tenants/1001/invoices/" + invoice + "/credit", "");
        assertThat(simulator.book().count("invoice", Action.CREDITED)).isEqualTo(1);

        Caller.administer(simulator, "DELETE", "tenants/1001/sessions", "");
        assertThat(caller.saveOrder(order).status()).isEqualTo(500);
        Caller.administer(simulator, "DELETE", "tenants/1001/consent", "");
        assertThat(Caller.login(simulator, "1001", OfficeSimulator.PASSWORD).text("LoginResult"))
                .isEmpty();
        assertThat(Caller.administer(simulator, "PUT", "tenants/1001", "{\"colour\":\"red\"}")
                        .path("problem")
                        .asString())
                .contains("colour");
    }
}
