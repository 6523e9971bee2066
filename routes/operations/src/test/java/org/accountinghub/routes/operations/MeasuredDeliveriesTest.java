package org.accountinghub.routes.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.connectors.spi.Verdict;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.Conclusion;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.DeliveryLedger;
import org.junit.jupiter.api.Test;

class MeasuredDeliveriesTest {

    private final List<String> asked = new ArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Claim claim = new Claim(
            new Desk()
                    .transfer(7, TransferState.SENDING, Optional.empty())
                    .stories
                    .get(7L)
                    .row()
                    .transfer(),
            "lease",
            Desk.NOW,
            Desk.NOW.plusSeconds(60),
            1,
            List.of(),
            Optional.empty());

    @Test
    void endingsAreCountedByVerdictAndCallsTimed() {
        DeliveryLedger measured = measured(true);
        measured.conclude(claim, conclusion(Optional.of(Verdict.DELIVERED)));
        measured.conclude(claim, conclusion(Optional.empty()));
        assertThat(asked).containsExactly("conclude", "conclude");
        assertThat(endings("delivered")).isEqualTo(1);
        assertThat(endings("none")).isEqualTo(1);
        assertThat(registry.get("hub.partner.calls")
                        .tags("connection", "norr", "status", "201")
                        .timer()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void whatWasNotCommittedIsNotCounted() {
        DeliveryLedger measured = measured(false);
        assertThatThrownBy(() -> measured.conclude(claim, conclusion(Optional.of(Verdict.DELIVERED))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(registry.getMeters()).isEmpty();
    }

    private double endings(String verdict) {
        return registry.get("hub.deliveries")
                .tags("connection", "norr", "verdict", verdict)
                .counter()
                .count();
    }

    private DeliveryLedger measured(boolean commits) {
        Object ledger = Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DeliveryLedger.class}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    if (!commits) {
                        throw new IllegalStateException("the lease was lost");
                    }
                    return null;
                });
        return new MeasuredDeliveries((DeliveryLedger) ledger, registry);
    }

    private static Conclusion conclusion(Optional<Verdict> verdict) {
        return new Conclusion(
                TransferState.DELIVERED,
                Duration.ZERO,
                Optional.empty(),
                verdict,
                Optional.empty(),
                true,
                Optional.empty(),
                false,
                "delivered",
                List.of(new Exchange("POST /3/invoices", "http://there", Desk.NOW, Duration.ofMillis(7), "", 201, "")));
    }
}
