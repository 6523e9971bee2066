package org.accountinghub.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.mappings.model.register.FieldChange;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.junit.jupiter.api.Test;

class HiddenPersonsTest {

    private final List<Exchange> heard = new ArrayList<>();

    @Test
    void aCompanysNumberShowsAndAnythingElseDoesNot() {
        HiddenPersons.inJson("Number")
                .of(heard::add)
                .heard(
                        exchange(
                                "{\"Number\" : \"191212121212\"}",
                                "[{\"Number\":\"556036-0793\"},{\"Number\":\"121212-121\"},{\"Number\":\"\"},{\"Number\":\"912121212\"}]"));

        assertThat(heard.get(0).request()).isEqualTo("{\"Number\" : \"***\"}");
        assertThat(heard.get(0).answer())
                .isEqualTo(
                        "[{\"Number\":\"556036-0793\"},{\"Number\":\"***\"},{\"Number\":\"\"},{\"Number\":\"***\"}]");
    }

    /** Elsewhere nine digits are a personal number that lacks one. */
    @Test
    void aNorwegianCompanysNumberShowsWhereThereAreSuch() {
        HiddenPersons.inXml("Number")
                .showing("[89]\\d{8}")
                .of(heard::add)
                .heard(exchange("<Number>987654321</Number>", "<Number>787654321</Number>"));

        assertThat(heard.get(0).request()).isEqualTo("<Number>987654321</Number>");
        assertThat(heard.get(0).answer()).isEqualTo("<Number>***</Number>");
    }

    @Test
    void elementsOfAnyNamespaceAreLookedInto() {
        HiddenPersons.inXml("Number")
                .of(heard::add)
                .heard(exchange(
                        "<Number>19121212-1212</Number>",
                        "<a:Number>1212121212</a:Number><a:Number>165560360793</a:Number>"));

        assertThat(heard.get(0).request()).isEqualTo("<Number>***</Number>");
        assertThat(heard.get(0).answer()).isEqualTo("<a:Number>***</a:Number><a:Number>165560360793</a:Number>");
    }

    @Test
    void theNumberOfAChangeShowsNowhere() {
        RegisterEdit edit = new RegisterEdit(
                Register.CUSTOMERS, "1", Map.of(RegisterField.REGISTRATION_NUMBER, new FieldChange.Set("1212121212")));

        HiddenPersons.inJson("Number")
                .of(edit, heard::add)
                .heard(exchange("{}", "{\"Message\":\"19121212-1212 is no company's\"}"));

        assertThat(heard.get(0).answer()).isEqualTo("{\"Message\":\"*** is no company's\"}");
    }

    private static Exchange exchange(String request, String answer) {
        return new Exchange("PUT /x", "https://example.org/x", Instant.EPOCH, Duration.ZERO, request, 200, answer);
    }
}
