package org.accountinghub.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.accountinghub.connectors.spi.Secret;
import org.junit.jupiter.api.Test;

class MaskingTest {

    @Test
    void aPasswordInXmlIsHiddenWhateverItsPrefixAndHoweverItIsCut() {
        assertThat(shown("<a:Password xsi:type=\"x\">s3cret</a:Password>"))
                .isEqualTo("<a:Password xsi:type=\"x\">***</a:Password>");
        assertThat(shown("<Password>s3c")).isEqualTo("<Password>***");
        assertThat(shown("<PasswordHint>dog</PasswordHint>")).contains("dog");
    }

    @Test
    void aSecretIsHiddenAsXmlWritesIt() {
        assertThat(shown("<faultstring>not a&lt;b&amp;c&gt;</faultstring>", new Secret("a<b&c>")))
                .isEqualTo("<faultstring>not ***</faultstring>");
    }

    @Test
    void aPersonalNumberInXmlIsHidden() {
        assertThat(shown("<OrganizationNumber>191212121212</OrganizationNumber>"))
                .doesNotContain("1212");
    }

    private static String shown(String text, Secret... secrets) {
        return Masking.shown(text, List.of(secrets));
    }
}
