package org.accountinghub.routes.engine.registers;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.RegisterSource.There;

/**
 * Reads records of a partner in the order they are worked on, several at a time. When the partner wants nobody to ask now,
 * the caller waits, once for all of them. To be used by one thread.
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
    private final Map<String, CompletableFuture<Said>> begun = new LinkedHashMap<>();

    /** @param atOnce reads under way at most; one is done by the caller's own thread */
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

    private record Said(Answer<Optional<There>> answer, Instant at) {

        Optional<Outcome> instead() {
            return answer instanceof Answer.None<Optional<There>> none ? Optional.of(none.why()) : Optional.empty();
        }

        boolean isPutOff() {
            return instead().filter(Outcome.Retry.class::isInstance).isPresent();
        }

        boolean isAboutThisRecord() {
            return instead().filter(why -> !(why instanceof Outcome.Rejected)).isEmpty();
        }

        /** What the partner wants to be waited for may be partly over. */
        Answer<Optional<There>> as(Instant now) {
            if (!(answer instanceof Answer.None<Optional<There>> none)
                    || !(none.why() instanceof Outcome.Retry retry)) {
                return answer;
            }
            Duration since = Duration.between(at, now);
            Optional<Duration> left = retry.after()
                    .map(after -> after.minus(since))
                    .map(after -> after.isNegative() ? Duration.ZERO : after);
            return new Answer.None<>(new Outcome.Retry(retry.problem(), left, retry.spendsAttempt()));
        }
    }

    /** What {@link #read} will be asked for, in this order, after what was planned before. */
    void plan(Collection<String> ids) {
        planned.addAll(ids);
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

    private void begin(String id) {
        Executor executor = threads.isPresent() ? threads.get() : Runnable::run;
        begun.put(id, CompletableFuture.supplyAsync(() -> new Said(questions.ask(id), clock.instant()), executor));
    }

    /** Nothing more is begun while something waits to be asked again, or stops the run. */
    private void beginMore() {
        while (!planned.isEmpty()
                && begun.size() < ahead
                && begun.values().stream().allMatch(reading -> !reading.isDone() || isAboutThisRecord(reading))) {
            begin(planned.remove());
        }
    }

    private static boolean isAboutThisRecord(CompletableFuture<Said> reading) {
        return !reading.isCompletedExceptionally() && reading.join().isAboutThisRecord();
    }

    private void askAgain() {
        List<String> putOff = begun.entrySet().stream()
                .filter(reading -> reading.getValue().isDone()
                        && !reading.getValue().isCompletedExceptionally()
                        && reading.getValue().join().isPutOff())
                .map(Map.Entry::getKey)
                .toList();
        putOff.forEach(this::begin);
    }

    private Answer<Optional<There>> answer(String id) {
        beginMore();
        CompletableFuture<Said> reading = Optional.ofNullable(begun.get(id)).orElseThrow();
        try {
            return reading.get().as(clock.instant());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a record was read", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException exception ? exception : new IllegalStateException(e);
        }
    }

    /** Nothing is begun any more; returns when no read is under way. What was read and not asked for is forgotten. */
    @Override
    public void close() {
        begun.values().forEach(reading -> reading.cancel(false));
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
