package org.accountinghub.routes.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentsTest {

    private final Documents documents = Documents.of(
            List.of(
                    transfer(1, "customer", "10152", "", "REJECTED", "fortnox.country-unknown", 0),
                    transfer(2, "work", "912", "10152", "WAITING", "", 1),
                    transfer(3, "work", "10", "10001", "DELIVERED", "", 0),
                    transfer(4, "work", "9", "10001", "DELIVERED", "", 0),
                    transfer(5, "work", "9", "10002", "QUEUED", "", 0),
                    transfer(6, "sales", "300", "10003", "REJECTED", "store.price-missing", 0),
                    transfer(7, "customer", "10004", "", "DUE", "", 0),
                    transfer(8, "work", "11", "10004", "WAITING", "", 7)),
            Set.of("NORR work 10 10001"));

    @Test
    void customersAreNoDocuments() {
        assertThat(documents.count()).isEqualTo(6);
        assertThat(documents.orders()).isEqualTo(5);
        assertThat(documents.delivered()).isEqualTo(2);
    }

    @Test
    void whatWaitsForAStoppedCustomerHasStoppedForItsProblem() {
        assertThat(documents.moving()).isEqualTo(2);
        assertThat(documents.stopped()).isEqualTo(2);
        assertThat(documents.causes())
                .extracting(cause -> cause.cause() + " " + cause.count() + " " + cause.orders())
                .containsExactlyInAnyOrder(
                        "fortnox.country-unknown 1 [912]", "store.price-missing 1 [300]", "hub.still-moving 2 [9, 11]");
    }

    @Test
    void anOrderOfSeveralPayersNeedsAllItsInvoices() {
        assertThat(documents.ordersAllOf(document -> Set.of("n3", "n4").contains(Documents.number(document))))
                .isEqualTo(1);
        assertThat(documents.ordersAllOf(document -> Set.of("n3", "n4", "n5").contains(Documents.number(document))))
                .isEqualTo(2);
    }

    @Test
    void anOrderAndAnInvoiceOfTheSameNumberAreNotTheSame() {
        assertThat(documents.deliveredAsOrders("NORR"))
                .extracting(documents::there)
                .containsExactly("norr order n3");
        assertThat(documents.deliveredAsInvoices("NORR"))
                .extracting(documents::there)
                .containsExactly("norr invoice n4");
        assertThat(documents.deliveredAsOrders("SYD")).isEmpty();
    }

    @Test
    void numbersAreInTheOrderInWhichPeopleCount() {
        assertThat(documents.inOrder())
                .extracting(document -> document.path("kind").asString() + " "
                        + document.path("number").asString() + " "
                        + document.path("payer").asString())
                .containsExactly(
                        "sales 300 10003",
                        "work 9 10001",
                        "work 9 10002",
                        "work 10 10001",
                        "work 11 10004",
                        "work 912 10152");
    }

    private static JsonNode transfer(
            long id, String kind, String number, String payer, String state, String cause, long waitsFor) {
        return JsonMapper.shared().readTree("""
                        {"id":%d,"connection":"norr","subgroup":"NORR","kind":"%s","number":"%s","payer":"%s","state":"%s",
                         "partnerNumber":"n%d","problem":%s,"waitsFor":%s}""".formatted(
                        id,
                        kind,
                        number,
                        payer,
                        state,
                        id,
                        cause.isEmpty() ? "null" : "{\"cause\":\"" + cause + "\"}",
                        waitsFor == 0 ? "null" : String.valueOf(waitsFor)));
    }
}
