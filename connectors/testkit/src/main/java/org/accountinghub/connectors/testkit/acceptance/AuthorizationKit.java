package org.accountinghub.connectors.testkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.accountinghub.connectors.spi.Authorization;
import org.accountinghub.connectors.spi.Consent;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Consent by a person, and tokens that rotate. */
@Proves(Authorization.class)
public abstract class AuthorizationKit extends AcceptanceKit {

    private static final URI REDIRECT = URI.create("https://hub.example.org/consents/callback?x=1");

    @BeforeEach
    final void letAPersonConsent() {
        reopened(trial().bench().consenting());
    }

    @Test
    final void theConsentPageNamesStateAndRedirectAndNoSecret() {
        URI page = consent().page("state with blank", REDIRECT);

        assertThat(page.toString())
                .contains("state=state%20with%20blank", "https%3A%2F%2Fhub.example.org%2Fconsents%2Fcallback%3Fx%3D1");
        trial().seen(page);
    }

    @Test
    final void aConsentGivesTokensThatWorkAndNamesTheCompany() {
        Grant grant = consented();

        assertThat(grant.tenant()).contains(trial().bench().tenant());
        assertThat(grant.accessExpires()).isAfter(trial().clock().instant());
        assertThat(trial().connector().check(trial().transcript())).isEmpty();
        assertThat(requests(trial().bench().givesTokens())).isEqualTo(1);
    }

    @Test
    final void aCodeIsGoodOnce() {
        ConsentBench bench = (ConsentBench) trial().bench();
        String code = bench.consent(consent().page("s", REDIRECT), bench.tenant());
        remember(consent().exchange(code, REDIRECT));

        assertThatThrownBy(() -> consent().exchange(code, REDIRECT))
                .isInstanceOfSatisfying(NoConsentException.class, this::explains);
    }

    @Test
    final void aRenewalRotatesAndTheOldTokenIsDead() {
        Grant first = consented();
        Grant second = remember(authorization().renew(first.refreshToken(), first.tenant()));

        assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
        assertThat(second.refreshToken()).isPresent().isNotEqualTo(first.refreshToken());
        assertThat(second.tenant()).isEqualTo(first.tenant());
        assertThatThrownBy(() -> authorization().renew(first.refreshToken(), first.tenant()))
                .isInstanceOfSatisfying(NoConsentException.class, this::explains);
        assertThat(trial().connector().check(trial().transcript())).isEmpty();
    }

    @Test
    final void anExpiredAccessTokenIsRenewedByTheNextCall() {
        Grant grant = consented();
        trial().bench().clock().advance(Duration.ofDays(1));

        assertThat(trial().connector().check(trial().transcript())).isEmpty();
        assertThat(trial().tokens().current()).isNotEqualTo(grant.accessToken());
    }

    @Test
    final void withoutAConsentNothingIsAsked() {
        assertThatThrownBy(() -> authorization().renew(Optional.empty(), Optional.empty()))
                .isInstanceOfSatisfying(NoConsentException.class, this::explains);
        assertThat(requests(trial().bench().givesTokens())).isZero();
    }

    @Test
    final void aTokenServiceThatIsOutOfOrderMayAnswerLater() {
        Grant grant = consented();
        for (Fault fault : new Fault[] {Fault.cut(), Fault.status(500), Fault.status(503)}) {
            faults().clear();
            trial().bench().partner().journal().clear();
            faults().on(trial().bench().givesTokens()).next(fault);

            assertThatThrownBy(() -> authorization().renew(grant.refreshToken(), grant.tenant()))
                    .as("after %s", fault)
                    .isInstanceOfSatisfying(TokenUnavailableException.class, e -> trial().seen(e));
            assertThat(requests(trial().bench().givesTokens())).isEqualTo(1);
        }
    }

    @Test
    final void aRotationWhoseAnswerWasLostEndsInABlockAndNotInASecondRequest() {
        Grant grant = consented();
        faults().on(trial().bench().givesTokens()).next(Fault.commitAndCut());

        assertThatThrownBy(() -> authorization().renew(grant.refreshToken(), grant.tenant()))
                .isInstanceOf(TokenUnavailableException.class);
        assertThatThrownBy(() -> authorization().renew(grant.refreshToken(), grant.tenant()))
                .isInstanceOfSatisfying(NoConsentException.class, this::explains);
        assertThat(requests(trial().bench().givesTokens())).isEqualTo(3);
    }

    @Test
    final void aRevokedConsentIsNoConsent() {
        Grant grant = consented();
        trial().bench().partner().revokeConsent(trial().bench().tenant());

        assertThatThrownBy(() -> authorization().renew(grant.refreshToken(), grant.tenant()))
                .isInstanceOfSatisfying(NoConsentException.class, this::explains);
    }

    private Grant consented() {
        ConsentBench bench = (ConsentBench) trial().bench();
        String code = bench.consent(consent().page("s", REDIRECT), bench.tenant());
        return remember(consent().exchange(code, REDIRECT));
    }

    private Grant remember(Grant grant) {
        trial().testTokens().keep(grant);
        return trial().seen(grant);
    }

    private void explains(NoConsentException refused) {
        trial().seen(refused);
        trial().seen(refused.problem());
        assertThat(refused.problem().remedy()).isNotBlank();
    }

    private Consent consent() {
        return authorization().consent().orElseThrow();
    }

    private Authorization authorization() {
        return trial().authorization();
    }
}
