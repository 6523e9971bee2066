package org.accountinghub.routes.engine.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.memory.TestClock;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private static final int AT_ONCE = 4;

    private final TestClock clock = new TestClock();
    private final List<Duration> waits = new ArrayList<>();

    /** A partner of which every record can be read, and the list too, as long as the test lets it answer. */
    private record Partner(
            Function<String, Answer<Optional<There>>> answers, Function<Optional<String>, Answer<Page>> pages)
            implements RegisterSource {

        @Override
        public Set<RegisterField> fields() {
            return Set.of(RegisterField.NAME);
        }

        @Override
        public Duration overlap() {
            return Duration.ZERO;
        }

        @Override
        public Answer<Page> list(Optional<Instant> since, Optional<String> page, Conversation conversation) {
            return pages.apply(page);
        }

        @Override
        public Answer<Optional<There>> read(String id, Conversation conversation) {
            return answers.apply(id);
        }
    }

    private static Answer<Optional<RegisterSource.There>> record(String id) {
        return new Answer.Value<>(Optional.of(new RegisterSource.There(
                id, new RegisterRecord(Register.CUSTOMERS, id, Map.of(RegisterField.NAME, "Customer " + id)))));
    }

    private static Answer<Optional<RegisterSource.There>> none(Outcome why) {
        return new Answer.None<>(why);
    }

    private static Problem problem() {
        return Problem.of("partner.busy", Problem.Stage.PARTNER, "not now", "Wait");
    }

    private static Answer<RegisterSource.Page> empty(Optional<String> token) {
        return new Answer.Value<>(new RegisterSource.Page(List.of(), token, OptionalLong.empty()));
    }

    private Questions questions(Function<String, Answer<Optional<RegisterSource.There>>> answers) {
        return questions(answers, ReadAheadTest::empty);
    }

    private Questions questions(
            Function<String, Answer<Optional<RegisterSource.There>>> answers,
            Function<Optional<String>, Answer<RegisterSource.Page>> pages) {
        return new Questions(
                new Partner(answers, pages),
                wait -> {
                    waits.add(wait);
                    clock.advance(wait);
                },
                RegisterSettings.defaults(),
                () -> false);
    }

    private static List<String> ids(int records) {
        return IntStream.rangeClosed(1, records).mapToObj(Integer::toString).toList();
    }

    private static List<String> readAll(ReadAhead reads, List<String> ids) {
        return ids.stream()
                .map(reads::read)
                .map(answer -> ((Answer.Value<Optional<RegisterSource.There>>) answer)
                        .value()
                        .orElseThrow()
                        .id())
                .toList();
    }

    @Test
    void severalReadsAreUnderWayAtOnceAndNeverMoreThanTheBound() {
        CyclicBarrier together = new CyclicBarrier(AT_ONCE);
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Questions questions = questions(id -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            meet(together);
            underWay.decrementAndGet();
            return record(id);
        });
        List<String> ids = ids(10 * AT_ONCE);
        try (ReadAhead reads = new ReadAhead(questions, AT_ONCE, clock)) {
            reads.plan(ids);
            assertThat(readAll(reads, ids)).isEqualTo(ids);
        }
        assertThat(most).hasValue(AT_ONCE);
        assertThat(questions.takeCalls()).isEqualTo(ids.size());
    }

    /** Nobody gets an answer before as many ask as may. */
    private static void meet(CyclicBarrier together) {
        try {
            together.await(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException("too few ask at once", e);
        }
    }

    @Test
    void aloneItAsksForNothingBeforeItsTurn() {
        List<String> asked = new ArrayList<>();
        Thread caller = Thread.currentThread();
        Questions questions = questions(id -> {
            assertThat(Thread.currentThread()).isEqualTo(caller);
            asked.add(id);
            return record(id);
        });
        try (ReadAhead reads = new ReadAhead(questions, 1, clock)) {
            reads.plan(ids(3));
            reads.read("1");
            reads.read("2");
        }
        assertThat(asked).containsExactly("1", "2");
    }

    @Test
    void aLimitIsWaitedOutForAllThatItPutOffTogether() {
        Map<String, AtomicInteger> asked = new HashMap<>();
        ids(8).forEach(id -> asked.put(id, new AtomicInteger()));
        Questions questions =
                questions(id -> Optional.ofNullable(asked.get(id)).orElseThrow().incrementAndGet() == 1
                        ? none(new Outcome.Retry(problem(), Optional.of(Duration.ofSeconds(3)), false))
                        : record(id));
        List<String> ids = ids(8);
        try (ReadAhead reads = new ReadAhead(questions, 8, clock)) {
            reads.plan(ids);
            assertThat(readAll(reads, ids)).isEqualTo(ids);
        }
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(24));
        assertThat(asked.values()).allSatisfy(times -> assertThat(times).hasValue(2));
        assertThat(questions.takeCalls()).isEqualTo(8);
    }

    @Test
    void whatStopsTheRunStopsTheReadsToo() {
        ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
        Questions questions = questions(id -> {
            asked.add(id);
            return id.equals("3") ? none(new Outcome.Blocked(problem())) : record(id);
        });
        List<String> ids = ids(1_000);
        try (ReadAhead reads = new ReadAhead(questions, AT_ONCE, clock)) {
            reads.plan(ids);
            assertThat(readAll(reads, ids.subList(0, 2))).containsExactly("1", "2");
            assertThatThrownBy(() -> reads.read("3")).isInstanceOf(StoppedException.class);
        }
        assertThat(asked).hasSizeLessThan(30);
    }

    @Test
    void aRefusalOfOneRecordIsThatRecordsAlone() {
        Outcome rejected = new Outcome.Rejected(problem());
        Questions questions = questions(id -> id.equals("2") ? none(rejected) : record(id));
        try (ReadAhead reads = new ReadAhead(questions, AT_ONCE, clock)) {
            reads.plan(ids(3));
            assertThat(reads.read("1")).isEqualTo(record("1"));
            assertThat(reads.read("2")).isEqualTo(none(rejected));
            assertThat(reads.read("3")).isEqualTo(record("3"));
        }
    }

    @Test
    void anErrorInTheHubIsTheCallers() {
        Questions questions = questions(id -> {
            throw new IllegalArgumentException("bug");
        });
        try (ReadAhead reads = new ReadAhead(questions, AT_ONCE, clock)) {
            reads.plan(ids(3));
            assertThatThrownBy(() -> reads.read("1")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theNextPageIsAskedForWhileRecordsOfThisOneAreReadAndNotBeforeTheyAreFew() {
        ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
        CountDownLatch listed = new CountDownLatch(1);
        Questions questions = questions(
                id -> {
                    asked.add(id);
                    if (id.equals("90")) {
                        await(listed);
                    }
                    return record(id);
                },
                token -> {
                    asked.add("page " + token.orElse("1"));
                    listed.countDown();
                    return empty(token);
                });
        List<String> ids = ids(100);
        try (ReadAhead reads = new ReadAhead(questions, AT_ONCE, clock)) {
            reads.plan(ids);
            reads.planPage(Optional.empty(), Optional.of("2"));
            assertThat(readAll(reads, ids)).isEqualTo(ids);
            assertThat(reads.page().next()).contains("2");
        }
        assertThat(List.copyOf(asked).indexOf("page 2")).isBetween(50, 90);
        assertThat(questions.takeCalls()).isEqualTo(101);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aloneItAsksForThePageInItsTurn() {
        List<String> asked = new ArrayList<>();
        Questions questions = questions(
                id -> {
                    asked.add(id);
                    return record(id);
                },
                token -> {
                    asked.add("page");
                    return empty(token);
                });
        try (ReadAhead reads = new ReadAhead(questions, 1, clock)) {
            reads.plan(ids(2));
            reads.planPage(Optional.empty(), Optional.empty());
            readAll(reads, ids(2));
            assertThat(reads.pageIsThere()).isFalse();
            reads.page();
        }
        assertThat(asked).containsExactly("1", "2", "page");
    }

    private Questions puttingOffTheFirstPage(Duration by, AtomicInteger asked) {
        return questions(
                ReadAheadTest::record,
                token -> asked.incrementAndGet() == 1
                        ? new Answer.None<>(new Outcome.Retry(problem(), Optional.of(by), false))
                        : empty(token));
    }

    @Test
    void aPageThatIsPutOffIsWaitedForInItsTurn() {
        AtomicInteger asked = new AtomicInteger();
        Questions questions = puttingOffTheFirstPage(Duration.ofSeconds(3), asked);
        try (ReadAhead reads = new ReadAhead(questions, AT_ONCE, clock)) {
            reads.plan(ids(50));
            reads.planPage(Optional.empty(), Optional.of("2"));
            assertThat(readAll(reads, ids(50))).hasSize(50);
            assertThat(waits).as("records are read all the same").isEmpty();
            assertThat(reads.page().next()).contains("2");
        }
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofSeconds(3));
        assertThat(asked).hasValue(2);
        assertThat(questions.takeCalls()).isEqualTo(51);
    }

    @Test
    void aPageWhoseTimeHasComeIsAskedForAgainWhileRecordsAreRead() {
        AtomicInteger asked = new AtomicInteger();
        Questions questions = puttingOffTheFirstPage(Duration.ZERO, asked);
        try (ReadAhead reads = new ReadAhead(questions, AT_ONCE, clock)) {
            reads.planPage(Optional.empty(), Optional.of("2"));
            for (int record = 1; record < 100_000 && !reads.pageIsThere(); record++) {
                reads.read(Integer.toString(record));
            }
            assertThat(reads.pageIsThere()).isTrue();
        }
        assertThat(asked).hasValue(2);
        assertThat(waits).isEmpty();
    }

    @Test
    void aPageThatCannotBeListedStopsTheRunInItsTurn() {
        Questions questions =
                questions(ReadAheadTest::record, token -> new Answer.None<>(new Outcome.Blocked(problem())));
        List<String> ids = ids(100);
        try (ReadAhead reads = new ReadAhead(questions, AT_ONCE, clock)) {
            reads.plan(ids);
            reads.planPage(Optional.empty(), Optional.of("2"));
            assertThat(readAll(reads, ids)).isEqualTo(ids);
            assertThatThrownBy(reads::page).isInstanceOf(StoppedException.class);
        }
    }
}
