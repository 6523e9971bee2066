package org.accountinghub.routes.engine.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokensTest {

    private final TokenPartner partner = new TokenPartner();
    private final InstalledConnectors process = partner.process();

    @BeforeEach
    void consent() {
        Consents consents = new Consents(
                partner.connections,
                process,
                partner.blockade(),
                () -> "state",
                URI.create("http://localhost/consent"));
        consents.start("books");
        assertThat(consents.finish("state", "code").problem()).isEmpty();
        partner.requests.clear();
    }

    @Test
    void aGoodTokenIsUsedWithoutAsking() {
        Tokens tokens = partner.tokens(process);

        assertThat(tokens.current()).isEqualTo(new Secret("access-1"));
        assertThat(tokens.current()).isEqualTo(new Secret("access-1"));
        assertThat(partner.requests).isEmpty();
    }

    @Test
    void anEndingTokenIsRenewedOnceAndTheNewRefreshTokenIsStored() {
        Tokens tokens = partner.tokens(process);
        partner.clock.advance(Duration.ofMinutes(59).plusSeconds(1));

        assertThat(tokens.current()).isEqualTo(new Secret("access-2"));
        assertThat(tokens.current()).isEqualTo(new Secret("access-2"));

        assertThat(partner.requests).containsExactly("renew refresh-1");
        assertThat(partner.connections.grant("books").flatMap(Grant::refreshToken))
                .contains(new Secret("refresh-2"));
    }

    @Test
    void aRefusedTokenIsReplaced() {
        Tokens tokens = partner.tokens(process);

        assertThat(tokens.insteadOf(tokens.current())).isEqualTo(new Secret("access-2"));
        assertThat(partner.requests).containsExactly("renew refresh-1");
    }

    @Test
    void whatAnotherProcessRenewedIsTaken() {
        Tokens ours = partner.tokens(process);
        Tokens theirs = partner.tokens(partner.process());
        Secret refused = ours.current();
        theirs.insteadOf(theirs.current());

        assertThat(ours.insteadOf(refused)).isEqualTo(new Secret("access-2"));
        assertThat(partner.requests).containsExactly("renew refresh-1");
    }

    @Test
    void withoutConsentNothingIsAsked() {
        TokenPartner fresh = new TokenPartner();

        assertThatThrownBy(() -> fresh.tokens(fresh.process()).current())
                .isInstanceOfSatisfying(
                        NoConsentException.class,
                        e -> assertThat(e.problem().cause()).isEqualTo("engine.no-consent"));
        assertThat(fresh.requests).isEmpty();
    }

    @Test
    void aRefusedRefreshLeavesTheStoredGrantAsItWas() {
        Grant lost = new Grant(
                new Secret("access-0"),
                partner.clock.instant(),
                Optional.of(new Secret("refresh-0")),
                Optional.of("tenant-1"));
        partner.connections.changeGrant("books", stored -> Optional.of(lost));

        assertThatThrownBy(() -> partner.tokens(partner.process()).current()).isInstanceOf(NoConsentException.class);
        assertThat(partner.connections.grant("books")).contains(lost);
    }

    @Test
    void aRenewalForAnotherCompanyIsNotStored() {
        partner.clock.advance(Duration.ofHours(2));
        partner.company = Optional.of("tenant-2");

        assertThatThrownBy(() -> partner.tokens(process).current())
                .isInstanceOfSatisfying(
                        NoConsentException.class,
                        e -> assertThat(e.problem().cause()).isEqualTo("engine.other-company"));
        assertThat(partner.connections.grant("books").map(Grant::accessToken)).contains(new Secret("access-1"));
    }

    @Test
    void clientCredentialsNeedNoConsentAndPinTheCompany() {
        TokenPartner credentials = new TokenPartner();
        credentials.needsConsent = false;

        assertThat(credentials.tokens(credentials.process()).current()).isEqualTo(new Secret("access-1"));

        assertThat(credentials.requests).containsExactly("renew -");
        assertThat(credentials.connections.find("books").orElseThrow().tenant()).contains("tenant-1");
    }
}
