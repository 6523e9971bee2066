package org.accountinghub.routes.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Optional;
import org.accountinghub.routes.engine.connection.Blockade;
import org.accountinghub.routes.engine.connection.Consents;
import org.accountinghub.routes.engine.port.Alerts;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

class ConsentPageTest {

    private final ConnectionLedger nobody = (ConnectionLedger) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ConnectionLedger.class},
            (proxy, method, asked) -> Optional.empty());
    private final ConsentPage page = new ConsentPage(new Consents(
            nobody,
            connection -> {
                throw new IllegalStateException("nothing is opened");
            },
            new Blockade(nobody, (Alerts) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Alerts.class}, (proxy, method, asked) -> null)),
            () -> "state",
            URI.create("http://hub/callback")));

    @Test
    void whatThePartnerSaysIsNoMarkup() {
        ResponseEntity<String> refused =
                page.finish(Optional.empty(), Optional.empty(), Optional.of("<script>alert(1)</script>"));
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void anUnknownStateIsRefusedWithoutRepeatingIt() {
        ResponseEntity<String> refused =
                page.finish(Optional.of("guessed"), Optional.of("secret-code"), Optional.empty());
        assertThat(refused.getStatusCode().value()).isEqualTo(409);
        assertThat(refused.getBody()).doesNotContain("secret-code", "guessed");
        assertThat(refused.getHeaders().getFirst("Cache-Control")).isEqualTo("no-store");
    }
}
