package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerFixture.KEY;
import static org.accountinghub.routes.ledger.LedgerFixture.READY;
import static org.accountinghub.routes.ledger.LedgerFixture.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContentCipherTest {

    private static final byte[] CONTENT = "191212121212".getBytes(StandardCharsets.UTF_8);
    private static final String OTHER = SecretKeys.generate();

    private final ContentCipher cipher = new ContentCipher(SecretKeys.parse(KEY));

    @Test
    void sealedContentOpensForItsOwnRecordOnly() {
        byte[] sealed = cipher.seal(CONTENT, "transfer/1/north");

        assertThat(cipher.open(sealed, "transfer/1/north")).isEqualTo(CONTENT);
        assertThatThrownBy(() -> cipher.open(sealed, "transfer/2/north")).hasMessageContaining("does not open");
    }

    @Test
    void aChangedByteIsNoticed() {
        byte[] sealed = cipher.seal(CONTENT, "x");
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> cipher.open(sealed, "x")).hasMessageContaining("does not open");
        assertThatThrownBy(() -> cipher.open(CONTENT, "x")).hasMessageContaining("not sealed by this hub");
    }

    @Test
    void equalContentIsSealedDifferentlyAndHashedEqually() {
        assertThat(cipher.seal(CONTENT, "x")).isNotEqualTo(cipher.seal(CONTENT, "x"));
        assertThat(cipher.hash(CONTENT)).isEqualTo(cipher.hash(CONTENT.clone()));
    }

    @Test
    void anEarlierKeyStillOpens() {
        byte[] sealed = cipher.seal(CONTENT, "x");

        ContentCipher rotated = new ContentCipher(SecretKeys.parse(OTHER + ", " + KEY));

        assertThat(rotated.open(sealed, "x")).isEqualTo(CONTENT);
        assertThatThrownBy(() -> new ContentCipher(SecretKeys.parse(OTHER)).open(sealed, "x"))
                .isInstanceOf(WrongKeyException.class)
                .hasMessageContaining("HUB_SECRET_KEY");
    }

    @Test
    void aKeyNeverShows() {
        assertThat(SecretKeys.parse(KEY)).asString().doesNotContain(KEY).isEqualTo("(1 secret keys)");
        assertThatThrownBy(() -> SecretKeys.parse("c2hvcnQ="))
                .hasMessageContaining("HUB_SECRET_KEY")
                .hasMessageNotContaining("c2hvcnQ");
        assertThatThrownBy(() -> SecretKeys.parse("not base64!"))
                .hasMessageContaining("HUB_SECRET_KEY")
                .hasMessageNotContaining("not base64!");
    }

    @Test
    void aWrongKeyRefusesToStartAndTheRightOneStartsAgain() {
        try (LedgerFixture hub = new LedgerFixture()) {
            hub.connection("north", Optional.of("north"));
            hub.frozen(key("1"));

            assertThatThrownBy(() -> Ledger.open(hub.newPool(), SecretKeys.parse(OTHER), "service", READY))
                    .isInstanceOf(WrongKeyException.class)
                    .hasMessageContaining("HUB_SECRET_KEY")
                    .hasMessageContaining("Give the former key back");

            Ledger.open(hub.newPool(), SecretKeys.parse(OTHER + "," + KEY), "service", READY);
            assertThatThrownBy(() -> Ledger.open(hub.newPool(), SecretKeys.parse(KEY), "service", READY))
                    .as("something may be sealed with the new key by now")
                    .isInstanceOf(WrongKeyException.class);
        }
    }
}
