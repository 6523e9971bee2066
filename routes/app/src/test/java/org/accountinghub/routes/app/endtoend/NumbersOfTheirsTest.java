package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.RegisterPolicy.Numbers;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.ledger.Ledger;
import org.junit.jupiter.api.Test;

/** A company whose accounting system gives new customers their numbers. */
class NumbersOfTheirsTest {

    private final Stage stage = Stage.shared();
    private final Company company = stage.company().withCustomer(1);
    private final String payer = company.payer(1);

    private void numbersAreTheirs() {
        ConnectionLedger connections = stage.bean(Ledger.class).connections();
        Connection now = connections.find(company.connection()).orElseThrow();
        connections.save(new Connection(
                now.name(),
                now.connector(),
                now.subgroup(),
                now.state(),
                now.tenant(),
                now.problem(),
                now.settings(),
                Map.of(Register.CUSTOMERS, new RegisterPolicy(Optional.empty(), false, Numbers.THEIRS, Map.of()))));
    }

    /** In this company's: another connection of the store may have the customer too. */
    private List<Map<String, Object>> inTheBooks() {
        return stage.desk()
                .owner()
                .sql("SELECT accounting_number, balance, last_invoice_number FROM service.hub_customer_accounting"
                        + " WHERE customer_number = ? AND connection = ?")
                .params(payer, company.connection())
                .query()
                .listOfRows();
    }

    @Test
    void aCustomerWhoseAnswerWasLostIsMadeOnceAndTheStoreKnowsItsNumberItsLastInvoiceAndItsBalance() {
        numbersAreTheirs();
        company.bookKeeper().addCustomer(payer, "Någon annan AB", "556036-0793");
        company.fault("POST /3/customers").next(Fault.commitAndCut());

        company.order("1001");
        company.order("1002");
        company.awaitRest();

        List<Effect> customers = stage.fortnox().book().created(company.tenant(), "customer");
        assertThat(customers).hasSize(2);
        String theirs = customers.get(1).number();
        assertThat(theirs).isNotEqualTo(payer);
        assertThat(company.invoices())
                .hasSize(2)
                .allMatch(invoice -> invoice.customer().equals(theirs));
        await().untilAsserted(() -> assertThat(inTheBooks())
                .singleElement()
                .satisfies(card -> assertThat(card)
                        .containsEntry("accounting_number", theirs)
                        .containsEntry("last_invoice_number", null)));

        Effect invoice = company.invoices().get(0);
        company.bookKeeper().book(invoice.number());
        company.fetch();
        await().untilAsserted(() -> assertThat(inTheBooks()).singleElement().satisfies(card -> {
            assertThat(card).containsEntry("last_invoice_number", invoice.number());
            assertThat((BigDecimal) card.get("balance"))
                    .isEqualByComparingTo(invoice.amounts().get("Total"));
        }));
    }
}
