package org.accountinghub.routes.embedded.broker;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.core.io.IOCriticalErrorListener;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.utils.critical.CriticalComponent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the broker complains about. It never ends the hub: the hub's health tells, and a person decides. */
final class BrokerTrouble implements IOCriticalErrorListener {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerTrouble.class);

    private final ActiveMQServer server;
    private final AtomicReference<@Nullable String> seen = new AtomicReference<>();

    BrokerTrouble(ActiveMQServer server) {
        this.server = server;
    }

    void activationFailed(Exception reason) {
        remember("it could not take its journal (" + reason.getMessage() + ")");
    }

    void critical(CriticalComponent component) {
        remember("it has been stuck in " + component.getClass().getSimpleName() + "; restart the hub");
    }

    @Override
    public void onIOException(Throwable reason, String message, @Nullable String file) {
        remember("its disk failed (" + message + (file == null ? "" : ", " + file) + ")");
    }

    /** What was reported since the start, whether or not it lasts. */
    Optional<String> seen() {
        return Optional.ofNullable(seen.get());
    }

    Optional<String> now() {
        if (!server.isStarted() || !server.isActive()) {
            return Optional.of("the embedded broker has stopped"
                    + seen().map(it -> ": " + it).orElse(""));
        }
        if (server.getPagingManager().isDiskFull()) {
            return Optional.of("the embedded broker takes no messages: less than 100 MB of its disk are free");
        }
        return seen().map(it -> "the embedded broker is not well: " + it);
    }

    private void remember(String complaint) {
        seen.set(complaint);
        LOG.error("The embedded broker is not well: {}", complaint);
    }
}
