package org.accountinghub.mappings.vismaeaccounting.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EAccountingFaultTest {

    @Test
    void tellsHowLongToWaitInItsWords() {
        EAccountingFault fault =
                EAccountingFault.of("{\"ErrorCode\":4010,\"DeveloperErrorMessage\":\"API calls quota exceeded! "
                        + "maximum admitted 600 per Minute. Try again in 55 seconds.\",\"ErrorId\":\"1\"}");

        assertThat(fault.is(4010)).isTrue();
        assertThat(fault.secondsToWait()).contains(55);
    }

    @Test
    void namesTheFieldsOfNewerAnswers() {
        EAccountingFault fault =
                EAccountingFault.of("{\"ErrorCode\":2000,\"DeveloperErrorMessage\":\"DataModelValidation\","
                        + "\"Errors\":[{\"Field\":\"InvoiceCity\",\"ErrorCode\":2000,\"Message\":\"is required\"}]}");

        assertThat(fault.fields()).containsExactly(new EAccountingFault.FieldFault("InvoiceCity", "is required"));
        assertThat(fault.words()).isEqualTo("2000: DataModelValidation [InvoiceCity: is required]");
        assertThat(fault.secondsToWait()).isEmpty();
    }

    @Test
    void keepsTheFirstWordsOfAnythingElse() {
        assertThat(EAccountingFault.of("<html>\n  Bad gateway</html>").words()).isEqualTo("<html> Bad gateway</html>");
        assertThat(EAccountingFault.of("[1]").code()).isEmpty();
        assertThat(EAccountingFault.of(null).words()).isEmpty();
        assertThat(EAccountingFault.of("x".repeat(900)).words()).hasSize(302);
    }
}
