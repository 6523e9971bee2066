package org.accountinghub.routes.engine.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Connection;
import org.junit.jupiter.api.Test;

class ConsentsTest {

    private final TokenPartner partner = new TokenPartner();
    private final InstalledConnectors process = partner.process();
    private int states;
    private final Consents consents = new Consents(
            partner.connections,
            process,
            partner.blockade(),
            () -> "state-" + ++states,
            URI.create("http://localhost/consent"));

    private static String cause(Optional<Problem> problem) {
        return problem.map(Problem::cause).orElse("none");
    }

    @Test
    void aConsentStoresTokensPinsTheCompanyAndFreesTheConnection() {
        partner.blockade()
                .raise("books", Problem.of("partner.consent-gone", Problem.Stage.CONNECTION, "gone", "Consent"));

        assertThat(consents.start("books").link()).contains(URI.create("https://example.test/consent?state=state-1"));
        Consents.Finish finish = consents.finish("state-1", "code");

        assertThat(finish.connection()).contains("books");
        assertThat(finish.problem()).isEmpty();
        Connection connection = partner.connections.find("books").orElseThrow();
        assertThat(connection.tenant()).contains("tenant-1");
        assertThat(connection.state()).isEqualTo(Connection.State.ACTIVE);
        assertThat(partner.alerts).containsExactly("raised partner.consent-gone", "cleared partner.consent-gone");
    }

    @Test
    void anotherCompanyIsRefusedAndItsTokensAreNotKept() {
        consents.start("books");
        consents.finish("state-1", "code");
        partner.company = Optional.of("tenant-2");
        consents.start("books");

        Consents.Finish finish = consents.finish("state-2", "code");

        assertThat(cause(finish.problem())).isEqualTo("engine.other-company");
        assertThat(partner.connections.grant("books").map(Grant::accessToken)).contains(new Secret("access-1"));
    }

    @Test
    void aCompanyThatCannotBeToldIsRefusedOnceOneIsPinned() {
        consents.start("books");
        consents.finish("state-1", "code");
        partner.company = Optional.empty();
        consents.start("books");

        assertThat(cause(consents.finish("state-2", "code").problem())).isEqualTo("engine.other-company");
    }

    @Test
    void aStateIsGoodOnceAndOnlyIfItWasOurs() {
        consents.start("books");
        consents.finish("state-1", "code");

        assertThat(cause(consents.finish("state-1", "code").problem())).isEqualTo("engine.consent-unknown");
        assertThat(cause(consents.finish("guessed", "code").problem())).isEqualTo("engine.consent-unknown");
        assertThat(partner.requests).containsExactly("exchange code");
    }

    @Test
    void anUnknownConnectionOrOneThatNeedsNoConsentHasNoLink() {
        assertThat(cause(consents.start("nobody").problem())).isEqualTo("engine.connection-unknown");
        partner.needsConsent = false;
        assertThat(cause(consents.start("books").problem())).isEqualTo("engine.consent-not-needed");
    }
}
