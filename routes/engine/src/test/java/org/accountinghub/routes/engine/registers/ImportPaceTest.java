package org.accountinghub.routes.engine.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.CustomerSource;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Permits;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.connection.PermitKeeper;
import org.accountinghub.routes.engine.memory.MemoryPermits;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A first import by the real clock, of a partner that allows 25 calls in five seconds and takes its time for each: how near
 * it comes to that limit. {@code -Pscale -Dtest=ImportPaceTest}, on a machine that has little else to do.
 */
@Tag("scale")
class ImportPaceTest {

    private static final int RECORDS = 500;
    private static final RateLimit LIMIT = new RateLimit("partner", 25, Duration.ofSeconds(5));

    @ParameterizedTest
    @CsvSource({"250, 8", "600, 8", "1200, 8"})
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void anImportIsAsFastAsThePartnerAllows(int millis, int reads) {
        ImportBench bench = ImportBench.masteredByAccounting();
        bench.matches.approved();
        for (int number = 1; number <= RECORDS; number++) {
            bench.partner.put("" + number, ImportBench.named("Customer " + number));
        }
        Permits permits = new PermitKeeper(
                new MemoryPermits(InstantSource.system()), Duration.ofSeconds(2), PermitKeeper.Waiter.real());
        SlowPartner slow = new SlowPartner(bench.partner, permits, Duration.ofMillis(millis));
        bench.runs.ask(ImportBench.BOOKS, Register.CUSTOMERS, RegisterRun.Kind.WHOLE, "somebody");
        Instant begun = Instant.now();

        bench.imports(
                        bench.ports,
                        slow,
                        RegisterSettings.defaults().withReads(reads),
                        new RegisterImports.Surroundings("bench", InstantSource.system(), PermitKeeper.Waiter.real()))
                .work();

        Duration took = Duration.between(begun, Instant.now());
        double least =
                (double) slow.calls.get() / LIMIT.calls() * LIMIT.window().toMillis();
        double ratio = took.toMillis() / least;
        System.out.printf(
                "%d ms a call, %d reads at once: %d calls in %s: %.3f of the least time%n",
                millis, reads, slow.calls.get(), took, ratio);
        assertThat(bench.store.all()).hasSize(RECORDS);
        assertThat(slow.calls.get()).isEqualTo(RECORDS + RECORDS / 100);
        assertThat(ratio).isLessThanOrEqualTo(1.05);
    }

    /** Takes a permit and its time for each call. */
    private record SlowPartner(RegisterSource partner, Permits permits, Duration time, AtomicInteger calls)
            implements CustomerSource, RegisterSource {

        SlowPartner(RegisterSource partner, Permits permits, Duration time) {
            this(partner, permits, time, new AtomicInteger());
        }

        private <T> Optional<Answer<T>> notNow() {
            try {
                permits.acquire(LIMIT);
            } catch (LimitReachedException e) {
                Problem busy = Problem.of("partner.busy", Problem.Stage.PARTNER, "not now", "Wait");
                return Optional.of(new Answer.None<>(new Outcome.Retry(busy, Optional.of(e.retryAfter()), false)));
            }
            calls.incrementAndGet();
            LockSupport.parkNanos(time.toNanos());
            return Optional.empty();
        }

        @Override
        public RegisterSource customersThere() {
            return this;
        }

        @Override
        public Set<RegisterField> fields() {
            return partner.fields();
        }

        @Override
        public Duration overlap() {
            return partner.overlap();
        }

        @Override
        public Answer<Page> list(Optional<Instant> since, Optional<String> page, Conversation conversation) {
            return this.<Page>notNow().orElseGet(() -> partner.list(since, page, conversation));
        }

        @Override
        public Answer<Optional<There>> read(String id, Conversation conversation) {
            return this.<Optional<There>>notNow().orElseGet(() -> partner.read(id, conversation));
        }

        @Override
        public List<Problem> check(Conversation conversation) {
            return List.of();
        }

        @Override
        public void close() {
            calls.set(0);
        }
    }
}
