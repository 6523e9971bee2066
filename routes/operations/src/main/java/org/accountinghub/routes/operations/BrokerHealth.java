package org.accountinghub.routes.operations;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Without its queue the hub sends nothing: it is down until the broker is back. Nothing is lost meanwhile. */
public final class BrokerHealth extends AbstractHealthIndicator {

    private final Supplier<Optional<String>> trouble;

    /** @param trouble why the broker takes no messages just now; empty = it is well */
    public BrokerHealth(Supplier<Optional<String>> trouble) {
        super("the broker cannot be asked");
        this.trouble = trouble;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        trouble.get().ifPresentOrElse(why -> health.down().withDetail("trouble", why), health::up);
    }
}
