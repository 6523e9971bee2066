package org.accountinghub.connectors.vismaeaccounting;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.http.Hiding;
import org.accountinghub.connectors.http.SecretNumbers;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;

/** Delivers a document part by part. Nobody's personal number shows in what is heard of it. */
final class VismaDocuments implements Delivery<BillableOrder> {

    private final List<Part> wanted;
    private final List<Part> known;
    private final InstantSource clock;

    /**
     * @param wanted by today's settings, in order
     * @param known all that a step begun under other settings may need
     */
    VismaDocuments(InstantSource clock, List<Part> wanted, List<Part> known) {
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
