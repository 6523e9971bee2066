package org.accountinghub.connectors.testkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Authorization;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.mappings.model.Customer;
import org.junit.jupiter.api.Test;

/** Tokens or sessions from the settings alone: a login that the hub shares among all its processes, until the partner ends it. */
@Proves(Authorization.class)
public abstract class LoginKit extends AcceptanceKit {

    @Test
    final void aLoginIsOneRequestAndWorks() {
        Grant grant = login();

        assertThat(requests(gives())).isEqualTo(1);
        assertThat(grant.accessExpires()).isAfter(trial().clock().instant());
        assertThat(grant.refreshToken()).isEmpty();
        trial().testTokens().keep(grant);
        assertThat(trial().connector().check(trial().transcript())).isEmpty();
        assertThat(requests(gives())).isEqualTo(1);
    }

    @Test
    final void allCallsShareOneLogin() {
        trial().bring(Documents.business());
        trial().lookFor(Documents.business());
        trial().connector().check(trial().transcript());

        assertThat(requests(gives())).isEqualTo(1);
        assertThat(created(Customer.class)).hasSize(1);
    }

    @Test
    final void oneThatThePartnerEndedIsRenewedOnceByTheNextCall() {
        trial().bring(Documents.business());
        faults().on(trial().bench().searchesCustomer()).next(Fault.status(401));

        trial().lookFor(Documents.business());

        assertThat(faults().struck()).isEqualTo(1);
        assertThat(requests(gives())).isEqualTo(2);
        assertThat(trial().testTokens().seen()).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    final void wrongCredentialsAreNoConsentAndAskedOnce() {
        for (String name : trial().bench().secrets().keySet()) {
            reopened(Map.of(name, "wrong-" + name));
            trial().bench().partner().journal().clear();

            assertThatThrownBy(this::login).as("wrong %s", name).isInstanceOfSatisfying(NoConsentException.class, e -> {
                trial().seen(e);
                trial().seen(e.problem());
                assertThat(e.problem().remedy()).isNotBlank();
            });
            assertThat(requests(gives())).isEqualTo(1);
        }
    }

    @Test
    final void aLoginThatIsNotAnsweredMayBeLater() {
        for (Fault fault : new Fault[] {Fault.cut(), Fault.status(500), Fault.status(503), Fault.malformed()}) {
            faults().clear();
            trial().bench().partner().journal().clear();
            faults().on(gives()).next(fault);

            assertThatThrownBy(this::login)
                    .as("after %s", fault)
                    .isInstanceOfSatisfying(TokenUnavailableException.class, e -> trial().seen(e.problem()));
            assertThat(requests(gives())).isEqualTo(1);
        }
    }

    @Test
    final void nobodyHasToConsent() {
        assertThat(authorization().consent()).isEmpty();
        assertThat(trial().bench().consented()).isEmpty();
        assertThat(trial().bench().partner().journal().total()).isZero();
    }

    private Grant login() {
        return trial().seen(authorization().renew(Optional.empty(), Optional.empty()));
    }

    private String gives() {
        return trial().bench().givesTokens();
    }

    private Authorization authorization() {
        return trial().authorization();
    }
}
