package org.accountinghub.connectors.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void portAndHostAreTaken() {
        assertThat(Arguments.parse()).isEqualTo(new Arguments("localhost", 0, false));
        assertThat(Arguments.parse("--host", "0.0.0.0", "--port", "8089"))
                .isEqualTo(new Arguments("0.0.0.0", 8089, false));
        assertThat(Arguments.parse("--help").help()).isTrue();
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThatThrownBy(() -> Arguments.parse("--port", "many")).hasMessageContaining("not many");
        assertThatThrownBy(() -> Arguments.parse("--port", "65536")).hasMessageContaining("65535");
        assertThatThrownBy(() -> Arguments.parse("--port")).hasMessage("--port needs a value");
    }
}
