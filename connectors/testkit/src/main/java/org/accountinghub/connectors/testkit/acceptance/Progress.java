package org.accountinghub.connectors.testkit.acceptance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;

/**
 * One delivery under way, as the hub would do it: what a step made is handed to the steps after it, and a step whose end is
 * unknown is come back to by its class.
 *
 * @param <D> the document
 */
public final class Progress<D> {

    private final Trial trial;
    private final Delivery<D> delivery;
    private final D document;
    private final Map<String, String> bound;
    private final Map<String, PartnerDocument> done = new LinkedHashMap<>();
    private final Map<String, Instant> begun;

    /** @param begun when each step was first intended, kept while others come back to the same document */
    Progress(Trial trial, Delivery<D> delivery, D document, Map<String, String> bound, Map<String, Instant> begun) {
        this.trial = trial;
        this.delivery = delivery;
        this.document = document;
        this.bound = bound;
        this.begun = begun;
    }

    public List<Step> steps() {
        return delivery.steps(document);
    }

    /** The step of this name. */
    public Step step(String name) {
        return steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step " + name + " among " + steps()));
    }

    /** What the steps made so far, by name. */
    public Map<String, PartnerDocument> done() {
        return Map.copyOf(done);
    }

    /** Step after step, until one is not delivered. */
    public Outcome perform() {
        List<Outcome> outcomes = new ArrayList<>();
        for (Step step : steps()) {
            Outcome outcome = perform(step);
            outcomes.add(outcome);
            if (!(outcome instanceof Outcome.Delivered)) {
                break;
            }
        }
        return outcomes.get(outcomes.size() - 1);
    }

    /** Does one step; when it is delivered the steps after it are told. */
    public Outcome perform(Step step) {
        Outcome outcome = attempt(step);
        if (outcome instanceof Outcome.Delivered delivered) {
            done(step, delivered.document());
        }
        return outcome;
    }

    /** Does one step as a hub that dies before it can write down how it ended. */
    public Outcome attempt(Step step) {
        begun.putIfAbsent(step.name(), trial.firstIntent(document, step));
        return trial.seen(delivery.perform(work(step), trial.transcript()));
    }

    public Finding find(Step step) {
        return trial.seen(delivery.find(work(step), trial.transcript()));
    }

    /** A person, or the hub, says that the step is done. */
    public void done(Step step, PartnerDocument made) {
        done.put(step.name(), made);
    }

    /**
     * Comes back to a step that was begun and whose end is unknown: A is repeated; B is looked for and repeated; C is looked
     * for twice, each time after a settle wait, and only then repeated; D is left to a person, which is empty.
     */
    public Optional<Outcome> resume(Step step) {
        return switch (step.idempotency()) {
            case A -> Optional.of(perform(step));
            case B -> Optional.of(foundOr(step, () -> perform(step)));
            case C -> Optional.of(settledOr(step, () -> settledOr(step, () -> perform(step))));
            case D -> Optional.empty();
        };
    }

    private Outcome settledOr(Step step, Supplier<Outcome> otherwise) {
        trial.bench().clock().advance(step.lateness().dividedBy(2).plusSeconds(1));
        return foundOr(step, otherwise);
    }

    private Outcome foundOr(Step step, Supplier<Outcome> otherwise) {
        Finding finding = find(step);
        if (finding instanceof Finding.Found found) {
            done(step, found.document());
            return new Outcome.Delivered(found.document());
        }
        if (finding instanceof Finding.Absent) {
            return otherwise.get();
        }
        throw new AssertionError("coming back to " + step.name() + " found " + finding);
    }

    private Work<D> work(Step step) {
        Instant firstIntent = begun.getOrDefault(step.name(), trial.firstIntent(document, step));
        return new Work<>(step, document, done, bound, firstIntent);
    }
}
