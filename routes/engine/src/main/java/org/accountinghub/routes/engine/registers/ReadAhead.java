package org.accountinghub.routes.engine.registers;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.RegisterSource.Page;
import org.accountinghub.connectors.spi.RegisterSource.There;

/**
 * Reads records of a partner in the order they are worked on, several at a time, and the next page of its list among the
 * last of them. When the partner wants nobody to ask now, the caller waits, once for all of them. To be used by one thread.
 */
final class ReadAhead implements AutoCloseable {

    /** Answers that may lie ready while the caller writes, for each read that may be under way. */
    private static final int READY = 4;

    /** Longer than any call. */
    private static final Duration LAST_ANSWER = Duration.ofSeconds(60);

    private final Questions questions;
    private final InstantSource clock;
    private final Optional<ExecutorService> threads;
    private final int ahead;
    private final Deque<String> planned = new ArrayDeque<>();
    private final Map<String, Asked<Optional<There>>> begun = new LinkedHashMap<>();
    private Optional<PlannedPage> plannedPage = Optional.empty();
    private Optional<Asked<Page>> page = Optional.empty();

    private record PlannedPage(Optional<Instant> since, Optional<String> token) {}

    /** @param atOnce questions under way at most; one is asked by the caller's own thread */
    ReadAhead(Questions questions, int atOnce, InstantSource clock) {
        this.questions = questions;
        this.clock = clock;
        this.threads = Optional.of(atOnce)
                .filter(several -> several > 1)
                .map(several -> Executors.newFixedThreadPool(several, ReadAhead::thread));
        this.ahead = threads.isPresent() ? atOnce * READY : 1;
    }

    private static Thread thread(Runnable reading) {
        Thread thread = new Thread(reading, "register-reads");
        thread.setDaemon(true);
        return thread;
    }

    /** What {@link #read} will be asked for, in this order, after what was planned before. */
    void plan(Collection<String> ids) {
        planned.addAll(ids);
    }

    /**
     * What {@link #page} will be asked for after this. The partner is asked so early that its answer is there before what
     * is planned now has been read; alone, not before its turn.
     */
    void planPage(Optional<Instant> since, Optional<String> token) {
        plannedPage = Optional.of(new PlannedPage(since, token));
        if (threads.isPresent()) {
            beginPage();
        }
    }

    /** Whether {@link #page} would answer at once. */
    boolean pageIsThere() {
        return page.filter(Asked::isAnswered).isPresent();
    }

    /** The planned page, as {@link Questions#page}. */
    Page page() {
        if (page.isEmpty()) {
            beginPage(plannedPage.orElseThrow());
        }
        Asked<Page> asked = page.orElseThrow();
        try {
            return questions.page(asked::answer, () -> {
                askAgain();
                return asked.answer();
            });
        } finally {
            page = Optional.empty();
        }
    }

    /** As {@link Questions#read}. */
    Answer<Optional<There>> read(String id) {
        if (!begun.containsKey(id)) {
            planned.remove(id);
            begin(id);
        }
        try {
            return questions.read(() -> answer(id), () -> {
                askAgain();
                return answer(id);
            });
        } finally {
            begun.remove(id);
        }
    }

    private Executor executor() {
        return threads.isPresent() ? threads.get() : Runnable::run;
    }

    private void begin(String id) {
        begun.put(id, new Asked<>(() -> questions.ask(id), executor(), clock));
    }

    private void beginPage(PlannedPage next) {
        plannedPage = Optional.empty();
        page = Optional.of(new Asked<>(() -> questions.askPage(next.since(), next.token()), executor(), clock));
    }

    /** As many reads follow it as may be begun: the next page's own can be planned while these are under way. */
    private void beginPage() {
        if (planned.size() <= ahead) {
            plannedPage.ifPresent(this::beginPage);
        }
        page.filter(Asked::isDueAgain).ifPresent(Asked::again);
    }

    /** Nothing more is begun while a record waits to be asked for again, or stops the run. */
    private void beginMore() {
        while (mayBegin() && !planned.isEmpty() && begun.size() < ahead) {
            begin(planned.remove());
        }
        if (threads.isPresent() && mayBegin()) {
            beginPage();
        }
    }

    private boolean mayBegin() {
        return begun.values().stream().noneMatch(Asked::isAboutMore);
    }

    private void askAgain() {
        Stream.concat(begun.values().stream(), page.stream())
                .filter(Asked::isPutOff)
                .forEach(Asked::again);
    }

    private Answer<Optional<There>> answer(String id) {
        beginMore();
        return Optional.ofNullable(begun.get(id)).orElseThrow().answer();
    }

    /** Nothing is begun any more; returns when nobody is asked. What was answered and not asked for is forgotten. */
    @Override
    public void close() {
        Stream.concat(begun.values().stream(), page.stream()).forEach(Asked::forget);
        threads.ifPresent(ReadAhead::end);
    }

    private static void end(ExecutorService threads) {
        threads.shutdown();
        try {
            threads.awaitTermination(LAST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
