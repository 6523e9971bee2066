package org.accountinghub.connectors.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;

/**
 * Delivers a document part by part: what goes before it, itself, and what follows. Nobody's personal number shows in what is
 * heard of it.
 */
public final class DocumentDelivery implements Delivery<BillableOrder> {

    /** One business of a document's delivery, with its steps: its articles, itself, its tax reduction, what follows. */
    public interface Part {

        /** By document and settings, possibly none. */
        List<Step> steps(BillableOrder order);

        /** By the step's name and what was done before it: the settings may have changed since the steps were fixed. */
        boolean does(Work<BillableOrder> work);

        /** @param begun when this attempt at the step began */
        Outcome perform(Work<BillableOrder> work, Instant begun, Conversation conversation);

        Finding find(Work<BillableOrder> work, Conversation conversation);

        /** @param bound as in {@link Work} */
        Rehearsal rehearse(BillableOrder order, Map<String, String> bound, Conversation conversation);
    }

    private final List<Part> wanted;
    private final List<Part> known;
    private final InstantSource clock;

    /**
     * @param wanted by today's settings, in order
     * @param known all that a step begun under other settings may need
     */
    public DocumentDelivery(InstantSource clock, List<Part> wanted, List<Part> known) {
        this.clock = clock;
        this.wanted = List.copyOf(wanted);
        this.known = List.copyOf(known);
    }

    @Override
    public List<Step> steps(BillableOrder order) {
        return wanted.stream().flatMap(part -> part.steps(order).stream()).toList();
    }

    @Override
    public Outcome perform(Work<BillableOrder> work, Conversation conversation) {
        return doing(work).perform(work, clock.instant(), hiding(work.document(), conversation));
    }

    @Override
    public Finding find(Work<BillableOrder> work, Conversation conversation) {
        return doing(work).find(work, hiding(work.document(), conversation));
    }

    @Override
    public Rehearsal rehearse(BillableOrder order, Map<String, String> bound, Conversation conversation) {
        List<String> notes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Optional<Problem> unanswered = Optional.empty();
        for (Part part : wanted) {
            Rehearsal rehearsal = part.rehearse(order, bound, hiding(order, conversation));
            notes.addAll(rehearsal.notes());
            problems.addAll(rehearsal.problems());
            unanswered = unanswered.or(rehearsal::unanswered);
        }
        return new Rehearsal(notes, problems.stream().distinct().toList(), unanswered);
    }

    private Part doing(Work<BillableOrder> work) {
        return known.stream()
                .filter(part -> part.does(work))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no such step: " + work.step().name()));
    }

    private static Conversation hiding(BillableOrder order, Conversation conversation) {
        return Hiding.of(SecretNumbers.of(order), conversation);
    }
}
