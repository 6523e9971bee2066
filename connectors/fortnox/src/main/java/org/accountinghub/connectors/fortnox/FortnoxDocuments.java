package org.accountinghub.connectors.fortnox;

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

/** Delivers a document part by part: what goes before it, itself, and what follows. */
final class FortnoxDocuments implements Delivery<BillableOrder> {

    private final List<Part> parts;
    private final InstantSource clock;

    FortnoxDocuments(InstantSource clock, Part... parts) {
        this.clock = clock;
        this.parts = List.of(parts);
    }

    @Override
    public List<Step> steps(BillableOrder order) {
        return parts.stream().flatMap(part -> part.steps(order).stream()).toList();
    }

    @Override
    public Outcome perform(Work<BillableOrder> work, Conversation conversation) {
        return doing(work.step()).perform(work, clock.instant(), conversation);
    }

    @Override
    public Finding find(Work<BillableOrder> work, Conversation conversation) {
        return doing(work.step()).find(work, conversation);
    }

    @Override
    public Rehearsal rehearse(BillableOrder order, Map<String, String> bound, Conversation conversation) {
        List<String> notes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Optional<Problem> unanswered = Optional.empty();
        for (Part part : parts) {
            Rehearsal rehearsal = part.rehearse(order, bound, conversation);
            notes.addAll(rehearsal.notes());
            problems.addAll(rehearsal.problems());
            unanswered = unanswered.or(rehearsal::unanswered);
        }
        return new Rehearsal(notes, problems.stream().distinct().toList(), unanswered);
    }

    private Part doing(Step step) {
        return parts.stream()
                .filter(part -> part.does(step.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such step: " + step.name()));
    }
}
