package org.accountinghub.routes.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.accountinghub.routes.engine.Connection;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class HealthTest {

    private final Desk desk = new Desk().connected("norr", Connection.State.ACTIVE, Optional.empty());

    @Test
    void aBlockedConnectionDegradesAndIsNamed() {
        PartnerHealth partners = new PartnerHealth(desk.connectionLedger());
        assertThat(partners.health().getStatus()).isEqualTo(Status.UP);
        desk.connected("syd", Connection.State.BLOCKED, Optional.of(Desk.NO_PRICE));
        assertThat(partners.health().getStatus()).isEqualTo(PartnerHealth.DEGRADED);
        assertThat(partners.health().getDetails()).containsOnlyKeys("syd");
    }

    @Test
    void withoutADatabaseItIsDownAndDoesNotThrow() {
        desk.fails = true;
        assertThat(new PartnerHealth(desk.connectionLedger()).health().getStatus())
                .isEqualTo(Status.DOWN);
    }

    @Test
    void withoutItsBrokerTheHubIsDown() {
        assertThat(new BrokerHealth(Optional::empty).health().getStatus()).isEqualTo(Status.UP);
        assertThat(new BrokerHealth(() -> Optional.of("no disk")).health().getStatus())
                .isEqualTo(Status.DOWN);
    }
}
