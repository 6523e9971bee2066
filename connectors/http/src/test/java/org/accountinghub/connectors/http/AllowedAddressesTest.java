package org.accountinghub.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedAddressesTest {

    private final AllowedAddresses allowed = AllowedAddresses.of(URI.create("https://api.example.org/3"));

    @ParameterizedTest
    @ValueSource(strings = {"https://api.example.org/3/customers", "https://API.example.org:443/other"})
    void theConfiguredPlaceIsPermitted(String uri) {
        assertThat(allowed.permits(URI.create(uri))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.org/3",
                "https://api.example.org:8443/3",
                "https://api.example.org.evil.net/3",
                "https://user@api.example.org/3",
                "https://169.254.169.254/latest",
                "/3/customers"
            })
    void anyOtherPlaceIsNot(String uri) {
        assertThat(allowed.permits(URI.create(uri))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://api.example.org/3/", "http://localhost:8089/3", "http://127.0.0.1:1", "http://[::1]:80"
            })
    void goodSettingsAreRead(String value) {
        assertThat(AllowedAddresses.read("base-address", value, false).toString())
                .doesNotEndWith("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.example.org",
                "http://api.example.org",
                "ftp://api.example.org",
                "https://user:pw@api.example.org",
                "https://api.example.org?x=1",
                "https://api.example.org#x",
                "https://",
                "not an address"
            })
    void badSettingsAreRefusedByName(String value) {
        assertThatThrownBy(() -> AllowedAddresses.read("base-address", value, false))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageStartingWith("base-address: ")
                .message()
                .doesNotContain("pw");
    }

    @Test
    void plainHttpBeyondThisMachineIsAPersonsChoice() {
        assertThat(AllowedAddresses.read("base-address", "http://sandbox:8089/3", true))
                .isEqualTo(URI.create("http://sandbox:8089/3"));
    }
}
