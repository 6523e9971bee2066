package org.accountinghub.connectors.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.accountinghub.connectors.fortnox.simulator.FortnoxSimulator;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Permits;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.connectors.spi.RegisterSource.There;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Setting;
import org.accountinghub.connectors.spi.Tokens;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Three minutes at Fortnox's own limit, by the real clock, with answers that take a quarter of a second: how close several
 * readers at a time come to it. {@code -Pscale -Dtest=TrueLimitTest}, on a machine that has nothing else to do: a call that
 * is late by more than the guard moves the window that Fortnox counts.
 */
@Tag("scale")
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class TrueLimitTest {

    private static final String TENANT = "1001";
    private static final Duration ANSWER = Duration.ofMillis(250);
    private static final Duration GUARDED_WINDOW = Duration.ofMillis(5_100);
    private static final int WINDOWS = 36;
    private static final int CALLS = 25 * WINDOWS;
    private static final int READERS = 4;

    @Test
    void severalReadersReadAsFastAsFortnoxAllowsAndNotOneCallMore() throws Exception {
        try (FortnoxSimulator simulator = FortnoxSimulator.start(0, InstantSource.system());
                Lent lent = new Lent(simulator)) {
            simulator.tenant(TENANT);
            for (int number = 1; number <= CALLS; number++) {
                simulator.bookKeeper(TENANT).addCustomer(Integer.toString(number), "Kund " + number, "");
            }
            RegisterSource source = lent.connector.customersThere();
            lent.tokens().current();
            simulator.faults().onAnything().every(1, Fault.slow(ANSWER));

            Instant begun = Instant.now();
            long read = readAll(source);
            Duration took = Duration.between(begun, Instant.now());

            double ratio = took.toMillis() / (CALLS / 25.0 * 5_000);
            int made = simulator.journal().count("GET /3/customers/{CustomerNumber}");
            double wasted = (double) made / CALLS;
            System.out.printf("%d calls in %s: %.3f of the least time; %d made%n", CALLS, took, ratio, made);
            assertThat(read).isEqualTo(CALLS);
            assertThat(wasted).isLessThanOrEqualTo(1.02);
            assertThat(ratio).isLessThanOrEqualTo(1.05);
        }
    }

    private static long readAll(RegisterSource source) throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int number = 1; number <= CALLS; number++) {
                String id = Integer.toString(number);
                all.add(readers.submit(() -> read(source, id)));
            }
            long read = 0;
            for (Future<Boolean> one : all) {
                read += one.get() ? 1 : 0;
            }
            return read;
        } finally {
            readers.shutdownNow();
        }
    }

    /** Asked again when Fortnox counted a call of a busy machine otherwise than we did; the permits wait. */
    private static boolean read(RegisterSource source, String id) {
        while (true) {
            Answer<Optional<There>> answer = source.read(id, Conversation.UNHEARD);
            if (answer instanceof Answer.Value<Optional<There>> found) {
                return found.value().isPresent();
            }
            assertThat(((Answer.None<Optional<There>>) answer).why())
                    .isInstanceOfSatisfying(
                            Outcome.Retry.class,
                            retry -> assertThat(retry.spendsAttempt()).isFalse());
        }
    }

    /** A hub of one process by the real clock: it waits for each permit as long as that takes. */
    private static final class Lent implements HubServices, Permits, Tokens, AutoCloseable {

        private final FortnoxConnector connector;
        private final Deque<Instant> slots = new ArrayDeque<>();
        private Instant closed = Instant.MIN;
        private Optional<Secret> token = Optional.empty();

        Lent(FortnoxSimulator simulator) {
            Map<String, String> values = new HashMap<>(Map.of(
                    "client-id",
                    FortnoxSimulator.CLIENT_ID,
                    "tenant-id",
                    TENANT,
                    "base-address",
                    simulator.baseUri().toString(),
                    "token-address",
                    simulator.tokenUri().toString()));
            for (Setting setting : SettingsList.ALL) {
                setting.fallback().ifPresent(fallback -> values.putIfAbsent(setting.name(), fallback));
            }
            Map<String, Secret> secrets = Map.of("client-secret", new Secret(FortnoxSimulator.CLIENT_SECRET));
            connector = (FortnoxConnector) new FortnoxConnectorFactory()
                    .open(new ConnectionSettings("scale", ZoneId.of("Europe/Stockholm"), values, secrets), this);
        }

        @Override
        public void acquire(RateLimit limit) {
            Instant slot = next(limit.calls());
            for (Duration left = Duration.between(Instant.now(), slot);
                    left.compareTo(Duration.ZERO) > 0;
                    left = Duration.between(Instant.now(), slot)) {
                LockSupport.parkNanos(left.toNanos());
            }
        }

        private synchronized Instant next(int calls) {
            Instant now = closed.isAfter(Instant.now()) ? closed : Instant.now();
            Instant free = slots.size() < calls ? now : slots.removeFirst().plus(GUARDED_WINDOW);
            Instant slot = free.isAfter(now) ? free : now;
            slots.addLast(slot);
            return slot;
        }

        @Override
        public synchronized void exhausted(RateLimit limit, Duration wait) {
            closed = Instant.now().plus(wait);
            slots.clear();
        }

        @Override
        public synchronized Secret current() {
            if (token.isEmpty()) {
                token = Optional.of(
                        connector.renew(Optional.empty(), Optional.of(TENANT)).accessToken());
            }
            return token.get();
        }

        @Override
        public Secret insteadOf(Secret refused) {
            throw new AssertionError("a token was refused");
        }

        @Override
        public Permits permits() {
            return this;
        }

        @Override
        public Tokens tokens() {
            return this;
        }

        @Override
        public InstantSource clock() {
            return InstantSource.system();
        }

        @Override
        public void close() {
            connector.close();
        }
    }
}
