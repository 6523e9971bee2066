package org.accountinghub.routes.embedded.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.accountinghub.routes.embedded.FreePort;
import org.accountinghub.routes.embedded.OwnerOnly;
import org.accountinghub.routes.embedded.RandomBytes;
import org.accountinghub.routes.embedded.StartRefused;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A persistent Artemis inside this process. Its messages outlive a killed process: the next start on the same folder finds them. */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    /** A folder keeps its number, so that clients find the broker again when it is stopped and started. */
    private static final Map<Path, Integer> IN_THIS_PROCESS = new HashMap<>();

    private static final int START_SECONDS = 60;
    private static final int ACTIVATION_LOOK_MILLIS = 100;

    private final ActiveMQServer server;
    private final BrokerLogin login;
    private final Optional<BrokerLogin> tcp;
    private final BrokerTrouble trouble;

    private EmbeddedBroker(ActiveMQServer server, BrokerLogin login, Optional<BrokerLogin> tcp, BrokerTrouble trouble) {
        this.server = server;
        this.login = login;
        this.tcp = tcp;
        this.trouble = trouble;
    }

    /**
     * Starts the broker of a folder and returns when it accepts messages.
     *
     * @throws StartRefused with the remedy, when it does not
     */
    public static EmbeddedBroker start(Path folder, BrokerSettings settings) {
        Path home = OwnerOnly.folder(folder.toAbsolutePath().normalize());
        return start(home, settings, BrokerConfiguration.of(home, settings));
    }

    static EmbeddedBroker start(Path home, BrokerSettings settings, Configuration configuration) {
        long began = System.nanoTime();
        String password = OwnerOnly.secretOnce(home.resolve("broker.password"), RandomBytes::password);
        BrokerLogin login = new BrokerLogin("vm://" + number(home), "hub", password);
        Optional<BrokerLogin> tcp = settings.tcpPort().isPresent()
                ? Optional.of(new BrokerLogin(tcpUrl(settings.tcpPort().getAsInt()), login.user(), password))
                : Optional.empty();
        ActiveMQServer server = new ActiveMQServerImpl(configuration, new OneUser(login.user(), login.password()));
        BrokerTrouble trouble = new BrokerTrouble(server);
        try {
            configuration.setSecurityEnabled(tcp.isPresent());
            configuration.addAcceptorConfiguration("inside", login.url());
            if (tcp.isPresent()) {
                configuration.addAcceptorConfiguration("beside", tcp.get().url() + "?protocols=CORE");
            }
            server.registerActivationFailureListener(trouble::activationFailed);
            server.registerIOCriticalErrorListener(trouble);
            LOG.info("Starting the broker in {}", home);
            server.start();
            server.getCriticalAnalyzer().addAction(trouble::critical);
            if (!awaitActivation(server, trouble)) {
                throw refused(home, trouble.seen().orElse("it was not active after " + START_SECONDS + " s"), null);
            }
            LOG.info("The broker accepts messages after {} ms", (System.nanoTime() - began) / 1_000_000);
            return new EmbeddedBroker(server, login, tcp, trouble);
        } catch (StartRefused e) {
            abandon(server);
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandon(server);
            throw refused(home, "interrupted", e);
        } catch (Exception e) {
            abandon(server);
            throw refused(home, trouble.seen().orElse(String.valueOf(e.getMessage())), e);
        }
    }

    /** For clients inside this process. */
    public BrokerLogin login() {
        return login;
    }

    /** For other processes of this machine, when a port was asked for. */
    public Optional<BrokerLogin> tcpLogin() {
        return tcp;
    }

    /** Why the broker takes no messages just now; empty = it is well. */
    public Optional<String> trouble() {
        return trouble.now();
    }

    /** Messages of one queue, scheduled ones and those under way to a consumer included; 0 when there is no such queue. */
    public long messageCount(String queue) {
        var found = server.locateQueue(queue);
        return found == null ? 0 : found.getMessageCount();
    }

    public boolean hasQueue(String queue) {
        return server.locateQueue(queue) != null;
    }

    @Override
    public void close() {
        try {
            server.stop();
            LOG.info("The broker stopped");
        } catch (Exception e) {
            LOG.warn("The broker did not stop properly; its journal will be recovered at the next start", e);
        }
    }

    /** False as soon as the broker says that it failed, at the latest when patience ends. */
    private static boolean awaitActivation(ActiveMQServer server, BrokerTrouble trouble) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        boolean active = false;
        while (!active && trouble.seen().isEmpty() && System.nanoTime() < deadline) {
            active = server.waitForActivation(ACTIVATION_LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        return active && server.isStarted() && server.isActive();
    }

    private static synchronized int number(Path home) {
        int next = IN_THIS_PROCESS.size() + 1;
        return IN_THIS_PROCESS.computeIfAbsent(home, first -> next);
    }

    private static String tcpUrl(int port) {
        return "tcp://127.0.0.1:" + (port == 0 ? FreePort.choose() : port);
    }

    private static StartRefused refused(Path home, String reason, @Nullable Exception cause) {
        StartRefused refused = new StartRefused(
                "the embedded broker did not start in " + home + ": " + reason,
                "Check that no other hub uses this folder, that its disk has 100 MB free and that the user who runs the hub may write there");
        if (cause != null) {
            refused.initCause(cause);
        }
        return refused;
    }

    private static void abandon(ActiveMQServer server) {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.debug("the broker that did not start did not stop either", e);
        }
    }
}
