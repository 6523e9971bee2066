package org.accountinghub.routes.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that something in the store may have changed: at once by {@code LISTEN}, and after every pause of the polling
 * interval whether told or not. It is a hint: who is told looks for himself. Survives the loss of its connection.
 */
public final class StoreChanges implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreChanges.class);
    private static final Duration BETWEEN_CONNECTIONS = Duration.ofSeconds(2);

    private final DataSource listening;
    private final Duration poll;
    private final Consumer<Set<Register>> listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final LastingTrouble deaf = new LastingTrouble(System::nanoTime);
    private final LastingTrouble failing = new LastingTrouble(System::nanoTime);
    private final AtomicReference<@Nullable Connection> listeningOn = new AtomicReference<>();
    private final Thread thread;

    /** What may have changed. */
    public enum Register {
        ORDERS,
        CUSTOMERS,
        ARTICLES;

        private String channel() {
            return "hub_" + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param listening gives connections of the hub's role; one is held for as long as this lives, so not one of a small pool
     * @param poll the longest silence; also what is used alone while notifications cannot be heard
     * @param listener called from one thread, never at the same time as itself; what it throws is logged
     */
    public StoreChanges(DataSource listening, Duration poll, Consumer<Set<Register>> listener) {
        this.listening = listening;
        this.poll = poll;
        this.listener = listener;
        this.thread = new Thread(this::run, "store-changes");
        this.thread.setDaemon(true);
    }

    public StoreChanges start() {
        thread.start();
        return this;
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        hangUp();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who waits for a notification is not woken by an interruption. */
    private void hangUp() {
        Connection inUse = listeningOn.get();
        if (inUse != null) {
            try {
                inUse.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("The connection that listens to the store cannot be cut", e);
            }
        }
    }

    private void run() {
        while (!isClosed()) {
            try {
                listen();
            } catch (SQLException e) {
                if (!isClosed() && deaf.isToBeTold()) {
                    LOG.warn("The store's notifications cannot be heard, polling instead: {}", e.getMessage());
                }
            }
            pause(poll.compareTo(BETWEEN_CONNECTIONS) < 0 ? poll : BETWEEN_CONNECTIONS);
            tell(EnumSet.allOf(Register.class));
        }
    }

    private void listen() throws SQLException {
        try (Connection connection = listening.getConnection()) {
            listeningOn.set(connection);
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                for (Register register : Register.values()) {
                    statement.execute("LISTEN " + register.channel());
                }
            }
            if (deaf.isOverNow()) {
                LOG.info("The store's notifications are heard again");
            }
            PGConnection notifications = connection.unwrap(PGConnection.class);
            tell(EnumSet.allOf(Register.class));
            while (!isClosed()) {
                PGNotification[] heard = notifications.getNotifications((int) poll.toMillis());
                tell(heard == null || heard.length == 0 ? silence(connection) : registers(heard));
            }
        } finally {
            listeningOn.set(null);
        }
    }

    private static Set<Register> silence(Connection connection) throws SQLException {
        if (!connection.isValid(5)) {
            throw new SQLException("the connection is dead");
        }
        return EnumSet.allOf(Register.class);
    }

    private static Set<Register> registers(PGNotification[] heard) {
        Set<Register> changed = EnumSet.noneOf(Register.class);
        for (PGNotification one : heard) {
            for (Register register : Register.values()) {
                if (register.channel().equals(one.getName())) {
                    changed.add(register);
                }
            }
        }
        return changed;
    }

    private void tell(Set<Register> changed) {
        if (changed.isEmpty() || isClosed()) {
            return;
        }
        try {
            listener.accept(changed);
            if (failing.isOverNow()) {
                LOG.info("Changes in the store are acted on again");
            }
        } catch (RuntimeException e) {
            if (failing.isToBeTold()) {
                LOG.warn("Acting on a change in the store failed, and is tried again at the next change or poll", e);
            }
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void pause(Duration time) {
        try {
            closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
