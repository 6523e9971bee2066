package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.accountinghub.routes.cli.HubRefusal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A customer that the hub cannot place is found over there by an operator, who says its number. */
class CustomerFoundByHandTest {

    private final Stage stage = Stage.shared();
    private final Company company = stage.company().withCustomer(1);

    @Test
    void itIsBoundOnceItWasReadThereAndItsOrdersAreInvoicedUnderThatNumber() {
        String taken = company.payer(1);
        String there = company.payer(9);
        company.bookKeeper().addCustomer(taken, "Någon annan AB", "556036-0793");
        company.bookKeeper().addCustomer(there, "Kund 1 hos " + company.code() + " AB", "");
        company.order("1101");
        await().until(() -> company.problems().contains("fortnox.customer-number-taken"));
        String customer =
                "/api/transfers/" + company.document("1101").path("waitsFor").asLong();

        assertThatThrownBy(() -> found(customer, taken))
                .isInstanceOf(HubRefusal.class)
                .hasMessageContaining("is not customer " + taken + " here");
        assertThatThrownBy(() -> found(customer, "999999"))
                .isInstanceOf(HubRefusal.class)
                .hasMessageContaining("There is no customer 999999");
        assertThat(found(customer, there).path("changed").asBoolean()).isTrue();
        assertThat(found(customer, there).path("changed").asBoolean())
                .as("safe when pressed twice")
                .isFalse();

        company.awaitRest();
        assertThat(company.state("1101")).isEqualTo("DELIVERED");
        assertThat(company.invoices())
                .singleElement()
                .satisfies(invoice -> assertThat(invoice.customer()).isEqualTo(there));
        assertThat(stage.api().get(customer).path("actions"))
                .singleElement()
                .satisfies(
                        action -> assertThat(action.path("reason").asString("")).isEqualTo("made there last year"));
        assertThat(company.problems()).isEmpty();
    }

    private JsonNode found(String customer, String number) {
        return stage.api().post(customer + "/delivered", Map.of("number", number, "reason", "made there last year"));
    }
}
