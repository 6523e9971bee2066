package org.accountinghub.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenSettingsTest {

    private enum When {
        AT_ONCE,
        LATER
    }

    @Test
    void whatIsNotGivenIsItsDefault() {
        assertThat(given("").choice("when", When.class)).isEqualTo(When.LATER);
        assertThat(given("at-once").choice("when", When.class)).isEqualTo(When.AT_ONCE);
        assertThatThrownBy(() -> given("soon").choice("when", When.class))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage("when: must be at-once or later");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "-1", "1.5", "x", "9999999999"})
    void aNumberOutsideItsBoundsIsRefused(String text) {
        assertThat(given("7").number("when", 1, 10)).isEqualTo(7);
        assertThatThrownBy(() -> given(text).number("when", 1, 10))
                .hasMessage("when: must be a whole number from 1 to 10");
    }

    @Test
    void pairsKeepTheirOrderAndTheNameMayHoldAnEqualsSign() {
        assertThat(pairs("b=2, a = 1,c=d=3"))
                .containsExactly(Map.entry("b", "2"), Map.entry("a", "1"), Map.entry("c=d", "3"));
        assertThat(pairs("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a=x", "=1", "a=1,", "a=1,a=2"})
    void aWrongPairIsRefused(String text) {
        assertThatThrownBy(() -> pairs(text))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageEndingWith("such as a=1");
    }

    private static Map<String, String> pairs(String text) {
        return given(text).pairs("pairs", "\\S.*", "\\d+", "a=1");
    }

    private static GivenSettings given(String value) {
        List<Setting> known =
                List.of(Setting.withDefault("when", "later", "When."), Setting.optional("pairs", "Pairs."));
        Map<String, String> values = Map.of("when", value, "pairs", value);
        return new GivenSettings(new ConnectionSettings("c", ZoneOffset.UTC, values, Map.of()), known);
    }
}
