package org.accountinghub.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.accountinghub.connectors.spi.Exchange;
import org.junit.jupiter.api.Test;

class HidingTest {

    @Test
    void noValueShowsAnywhere() {
        List<Exchange> heard = new ArrayList<>();

        Hiding.of(List.of("no:7", "no:77 x", " "), heard::add)
                .heard(new Exchange(
                        "GET /things",
                        "http://h/things?n=no%3A77+x",
                        Instant.EPOCH,
                        Duration.ZERO,
                        "{\"n\":\"no:77 x\"}",
                        200,
                        "[no:7, other]"));

        assertThat(heard).singleElement().satisfies(exchange -> {
            assertThat(exchange.uri()).isEqualTo("http://h/things?n=***");
            assertThat(exchange.request()).isEqualTo("{\"n\":\"***\"}");
            assertThat(exchange.answer()).isEqualTo("[***, other]");
            assertThat(exchange.status()).isEqualTo(200);
        });
    }
}
