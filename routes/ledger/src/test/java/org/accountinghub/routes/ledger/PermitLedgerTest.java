package org.accountinghub.routes.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.routes.engine.port.PermitLedger;
import org.accountinghub.routes.engine.port.PermitLedger.Slot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PermitLedgerTest {

    private static final Duration PATIENT = Duration.ofHours(1);

    private final LedgerFixture hub = new LedgerFixture();
    private final PermitLedger permits = hub.ledger.permits();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void theFirstCallsAreFreeAndTheNextWaitsForTheWindow() {
        RateLimit limit = new RateLimit("k", 3, Duration.ofMinutes(5));

        for (int call = 0; call < 3; call++) {
            assertThat(permits.reserve(limit, Duration.ZERO)).isEqualTo(new Slot(true, Duration.ZERO));
        }
        Slot refused = permits.reserve(limit, Duration.ofSeconds(1));
        assertThat(refused.reserved()).isFalse();
        assertThat(refused.delay()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(5));
        assertThat(permits.reserve(limit, Duration.ofMinutes(5)).reserved()).isTrue();
        assertThat(permits.reserve(new RateLimit("other", 3, Duration.ofSeconds(5)), Duration.ZERO)
                        .reserved())
                .isTrue();
    }

    @Test
    void aClosedLimitGivesNothingUntilItsTime() {
        RateLimit limit = new RateLimit("k", 3, Duration.ofSeconds(5));
        permits.close(limit, Duration.ofSeconds(30));
        permits.close(limit, Duration.ofSeconds(1));

        Slot slot = permits.reserve(limit, PATIENT);

        assertThat(slot.delay()).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30));
    }

    /** Against brute force: every half-open window that begins with a slot is counted. */
    @Test
    void noWindowEverHoldsMoreThanTheLimit() {
        Random random = new Random(42);
        for (int round = 0; round < 12; round++) {
            int calls = 1 + random.nextInt(6);
            Duration window = Duration.ofMillis(20 + random.nextInt(200));
            RateLimit limit = new RateLimit("round " + round, calls, window);
            for (int call = 0; call < 40; call++) {
                permits.reserve(
                        limit, random.nextInt(3) == 0 ? Duration.ZERO : Duration.ofMillis(random.nextInt(2_000)));
                if (random.nextInt(15) == 0) {
                    permits.close(limit, Duration.ofMillis(random.nextInt(50)));
                }
                remember(limit.key());
            }
            assertWithin(slots(limit.key()), calls, window);
        }
    }

    @Test
    void twoProcessesShareOneWindow() throws Exception {
        PermitLedger other = hub.anotherProcess().permits();
        RateLimit limit = new RateLimit("k", 25, Duration.ofMinutes(5));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> calls = IntStream.range(0, 200)
                    .<Callable<Boolean>>mapToObj(call -> () -> (call % 2 == 0 ? permits : other)
                            .reserve(limit, Duration.ofMinutes(4))
                            .reserved())
                    .toList();
            int granted = 0;
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                granted += call.get() ? 1 : 0;
            }
            assertThat(granted).isEqualTo(25);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void limitsThatNobodyUsesAreForgotten() {
        permits.reserve(new RateLimit("old", 3, Duration.ofSeconds(5)), Duration.ZERO);
        permits.reserve(new RateLimit("new", 3, Duration.ofSeconds(5)), Duration.ZERO);
        hub.sql
                .sql("UPDATE hub.permit_window SET touched_at = touched_at - interval '3 days' WHERE key = 'old'")
                .update();

        hub.ledger.planning().sweep(Duration.ofMinutes(5));

        assertThat(hub.value("SELECT string_agg(key, ',') FROM hub.permit_window"))
                .isEqualTo("new");
    }

    /** The ledger keeps the last slots only; the test keeps all. */
    private final List<Instant> seen = new ArrayList<>();

    private void remember(String key) {
        for (Instant slot : kept(key)) {
            if (seen.isEmpty() || slot.isAfter(seen.get(seen.size() - 1))) {
                seen.add(slot);
            }
        }
    }

    private List<Instant> slots(String key) {
        List<Instant> all = List.copyOf(seen);
        seen.clear();
        assertThat(all).as(key).isNotEmpty();
        return all;
    }

    private List<Instant> kept(String key) {
        return hub.sql
                .sql("SELECT unnest(slots) FROM hub.permit_window WHERE key = ?")
                .param(key)
                .query((row, number) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .list();
    }

    private static void assertWithin(List<Instant> slots, int calls, Duration window) {
        for (Instant begin : slots) {
            long within = slots.stream()
                    .filter(slot -> !slot.isBefore(begin) && slot.isBefore(begin.plus(window)))
                    .count();
            assertThat(within).isLessThanOrEqualTo(calls);
        }
    }
}
