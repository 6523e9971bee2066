package org.accountinghub.mappings.twentyfoursevenoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;

class ContractTest {

    @ParameterizedTest
    @EnumSource
    void eachWsdlHoldsASchemaAndTheAddressItIsCalledAt(Contract contract) throws Exception {
        assertThat(contract.schema()).isNotNull();
        assertThat(contract.wsdl()).asString().endsWith(".wsdl");
        assertThat(new String(contract.wsdl().openStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("location=\"https://api.24sevenoffice.com" + contract.path() + "\"");
    }

    @Test
    void theOrderOfElementsCounts() {
        assertThatCode(() -> validate("<CustomerId>7</CustomerId><IncludeVAT xsi:nil=\"true\"/>"
                        + "<YourReference>Kari</YourReference>"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> validate("<YourReference>Kari</YourReference><IncludeVAT xsi:nil=\"true\"/>"))
                .isInstanceOf(SAXException.class)
                .hasMessageContaining("YourReference");
        assertThatThrownBy(() -> validate("<CustomerId>7</CustomerId>"))
                .as("IncludeVAT may be nil, but not be left out")
                .isInstanceOf(SAXException.class);
    }

    private static void validate(String order) throws Exception {
        String body = "<SaveInvoices xmlns=\"" + Contract.NAMESPACE
                + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><invoices><InvoiceOrder>" + order
                + "</InvoiceOrder></invoices></SaveInvoices>";
        Contract.INVOICE.schema().newValidator().validate(new StreamSource(new StringReader(body)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T08:05:01.123, 2026-11-22T08:05:01.123",
        "2026-11-22T08:05:01Z, 2026-11-22T08:05:01",
        "2026-11-22T01:00:00+02:00, 2026-11-21T23:00:00",
        "0001-01-01T00:00:00,",
        "soon,"
    })
    void momentsAreUtcWhateverTheyAreWrittenLike(String written, LocalDateTime moment) {
        assertThat(new MomentAdapter().unmarshal(written)).isEqualTo(moment);
    }

    @Test
    void momentsAreWrittenWithoutZone() {
        assertThat(new MomentAdapter().marshal(LocalDateTime.parse("2026-11-22T08:05")))
                .isEqualTo("2026-11-22T08:05:00");
    }
}
