package org.accountinghub.routes.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.routes.demo.data.StoredDocument;
import org.accountinghub.routes.demo.data.StoredDocument.StoredInvoice;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultTest {

    private final Documents documents = Documents.of(
            List.of(
                    transfer("work", "1", 1, "DELIVERED"),
                    transfer("work", "2", 1, "REJECTED"),
                    transfer("sales", "3", 1, "DELIVERED"),
                    transfer("sales", "4", 1, "DELIVERED"),
                    transfer("sales", "5", 1, "DELIVERED"),
                    transfer("sales", "5", 2, "DELIVERED")),
            Set.of("NORR sales 3 7", "NORR sales 4 7"));
    private final Result result = Result.of(
            documents,
            List.of(
                    stored("work 1", 1, Optional.empty(), "PAID"),
                    stored("work 2", 1, Optional.empty()),
                    stored("sales 3", 1, Optional.empty(), "PAID", "BOOKED"),
                    stored("sales 4", 1, Optional.empty()),
                    stored("sales 5", 2, Optional.empty()),
                    stored("work 9", 1, Optional.of("the order is cancelled"))),
            JsonMapper.shared().readTree("""
                    [{"kind":"AT_PARTNER","cause":"return.cancelled","orderCount":1,"orders":["4"]},
                     {"kind":"NOT_SENT","cause":"store.price-missing","orderCount":1,"orders":["2"]}]"""));

    @Test
    void eachDocumentsFateIsToldInAFewWords() {
        assertThat(documents.documents().stream().map(result::became))
                .containsExactly(
                        "paid",
                        "store.price-missing",
                        "paid and booked, 2 invoices",
                        "return.cancelled",
                        "sent, and once more since",
                        "sent, not booked yet");
    }

    @Test
    void everyDocumentIsCountedOnceByKindAndOnceByTarget() {
        assertThat(result.kinds())
                .containsExactly(
                        new DemoReport.Kind("NORR", "work", "invoice", 2, 2, 1, 1, 1, 1),
                        new DemoReport.Kind("NORR", "sales", "order", 2, 2, 2, 0, 1, 0),
                        new DemoReport.Kind("NORR", "sales", "invoice", 1, 2, 2, 0, 0, 0));
        assertThat(result.targets())
                .containsExactly(
                        new DemoReport.Kind("", "", "order", 2, 2, 2, 0, 1, 0),
                        new DemoReport.Kind("", "", "invoice", 3, 4, 3, 1, 1, 1));
    }

    @Test
    void whatNobodyWantsSentIsCountedByTheReason() {
        assertThat(result.notWanted()).isEqualTo(Map.of("the order is cancelled", 1));
        assertThat(result.afterwards()).containsExactly(new DemoReport.Cause("return.cancelled", 1, List.of("4")));
    }

    private static StoredDocument stored(String order, int generation, Optional<String> unwanted, String... states) {
        return new StoredDocument(
                "NORR " + order,
                "7",
                generation,
                false,
                "SENT",
                unwanted,
                List.of(states).stream()
                        .map(state -> new StoredInvoice("1", state, "SEK", BigDecimal.TEN, BigDecimal.ZERO))
                        .toList());
    }

    private static JsonNode transfer(String kind, String number, int generation, String state) {
        return JsonMapper.shared().readTree("""
                        {"id":%s%d,"connection":"norr","subgroup":"NORR","kind":"%s","number":"%s","payer":"7","generation":%d,
                         "state":"%s","partnerNumber":"1","problem":{"cause":"store.price-missing"},"waitsFor":null}""".formatted(number, generation, kind, number, generation, state));
    }
}
