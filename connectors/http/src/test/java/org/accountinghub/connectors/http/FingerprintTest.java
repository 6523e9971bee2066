package org.accountinghub.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void isTheSameHoweverAValueIsWritten() {
        assertThat(Fingerprint.of(Optional.of(new BigDecimal("100.50")), true, null, Optional.empty()))
                .isEqualTo(Fingerprint.of(new BigDecimal("100.5"), Optional.of(true), Optional.empty(), null))
                .isEqualTo("100.5|true|-|-");
        assertThat(Fingerprint.of(new BigDecimal("0.00"))).isEqualTo(Fingerprint.of(BigDecimal.ZERO));
        assertThat(Fingerprint.of(new BigDecimal("1000"))).isEqualTo("1000");
    }

    @Test
    void addressesAreEncodedAndInOneOrder() {
        URI base = URI.create("https://books.example.com/v1");

        assertThat(Addressing.of(base, "/customers/" + Addressing.encoded("Å 1/2"), Map.of("b", "x y", "a", "1&2")))
                .hasToString("https://books.example.com/v1/customers/%C3%85%201%2F2?a=1%262&b=x%20y");
        assertThat(Addressing.of(base, "", Map.of())).isEqualTo(base);
    }
}
