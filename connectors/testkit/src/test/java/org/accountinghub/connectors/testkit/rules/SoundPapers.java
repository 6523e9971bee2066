package org.accountinghub.connectors.testkit.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.connectors.testkit.rules.Heard.Failed;
import org.accountinghub.connectors.testkit.rules.Heard.Lines;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.SourceKey;

/** Invoices or orders: created (C); with letters an invoice is then booked (A) and a letter sent (D). */
class SoundPapers implements Delivery<BillableOrder> {

    static final String BOOK = "book";
    static final String LETTER = "letter";

    final SoundClient client;
    final String kinds;

    SoundPapers(SoundClient client, String kinds) {
        this.client = client;
        this.kinds = kinds;
    }

    @Override
    public List<Step> steps(BillableOrder order) {
        List<Step> steps = new ArrayList<>(List.of(Step.create(IdempotencyClass.C, client.parts.lateness())));
        if (client.parts.letters() && kinds.equals("invoices")) {
            steps.add(new Step(BOOK, IdempotencyClass.B, Duration.ZERO));
            steps.add(new Step(LETTER, IdempotencyClass.D, Duration.ZERO));
        }
        return steps;
    }

    @Override
    public Outcome perform(Work<BillableOrder> work, Conversation conversation) {
        String step = work.step().name();
        return step.equals(Step.CREATE) ? create(work, conversation) : follow(work, step, conversation);
    }

    Outcome create(Work<BillableOrder> work, Conversation conversation) {
        BillableOrder order = sent(work.document());
        Heard heard = client.write(
                "/" + kinds,
                Map.of(
                        "key", client.parts.partner().layDown(order),
                        "customer", customer(work),
                        "reference", reference(order)),
                conversation);
        return heard instanceof Failed failed
                ? failed.outcome()
                : new Outcome.Delivered(document(((Lines) heard).lines().get(0).get(0)));
    }

    BillableOrder sent(BillableOrder order) {
        return order;
    }

    String reference(BillableOrder order) {
        return order.reference().value();
    }

    /** Booking what is booked does nothing. */
    Outcome follow(Work<BillableOrder> work, String step, Conversation conversation) {
        PartnerDocument made = work.done(Step.CREATE).orElseThrow();
        if (step.equals(BOOK) && find(work, conversation) instanceof Finding.Found found) {
            return new Outcome.Delivered(found.document());
        }
        Heard heard = client.write("/invoices/" + made.id() + "/" + step, Map.of(), conversation);
        return heard instanceof Failed failed ? failed.outcome() : new Outcome.Delivered(made);
    }

    @Override
    public Finding find(Work<BillableOrder> work, Conversation conversation) {
        if (work.step().name().equals(BOOK)) {
            return booked(work, conversation);
        }
        return work.step().name().equals(LETTER)
                ? new Finding.Disagrees(SoundClient.problem("letter-unknown"))
                : candidates(work, conversation);
    }

    private Finding booked(Work<BillableOrder> work, Conversation conversation) {
        PartnerDocument made = work.done(Step.CREATE).orElseThrow();
        Heard heard = client.read("/invoices/" + made.id(), Map.of(), conversation);
        if (heard instanceof Failed failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        return ((Lines) heard).lines().stream().anyMatch(line -> line.get(3).equals("true"))
                ? new Finding.Found(made)
                : new Finding.Absent();
    }

    Finding candidates(Work<BillableOrder> work, Conversation conversation) {
        Heard heard = client.read("/" + kinds, search(work), conversation);
        if (heard instanceof Failed failed) {
            return failedSearch(failed);
        }
        List<Paper> hits = ((Lines) heard)
                .lines().stream()
                        .filter(line -> !line.get(0).equals("next") && isOurs(work.document(), line.get(1)))
                        .map(line -> client.parts.partner().paper(line.get(0)))
                        .toList();
        return decided(work, hits);
    }

    Map<String, String> search(Work<BillableOrder> work) {
        return Map.of("reference", work.document().reference().value());
    }

    Finding failedSearch(Failed failed) {
        return new Finding.Unreachable(failed.outcome());
    }

    boolean isOurs(BillableOrder order, String reference) {
        return reference.equals(order.reference().value());
    }

    Finding decided(Work<BillableOrder> work, List<Paper> hits) {
        if (hits.isEmpty()) {
            return new Finding.Absent();
        }
        Paper hit = hits.get(0);
        boolean agrees = hits.size() == 1 && sameCustomer(work, hit) && sameAmounts(work.document(), hit);
        return agrees ? new Finding.Found(document(hit.id())) : new Finding.Disagrees(SoundClient.problem("disagrees"));
    }

    boolean sameCustomer(Work<BillableOrder> work, Paper hit) {
        return hit.customer().equals(customer(work));
    }

    boolean sameAmounts(BillableOrder order, Paper hit) {
        return hit.content().totals().net().equals(order.totals().net());
    }

    @Override
    public Rehearsal rehearse(BillableOrder order, Map<String, String> bound, Conversation conversation) {
        Heard heard = client.read("/rights", Map.of(), conversation);
        return new Rehearsal(
                List.of(),
                List.of(),
                heard instanceof Failed ? Optional.of(SoundClient.problem("not-asked")) : Optional.empty());
    }

    static PartnerDocument document(String id) {
        return new PartnerDocument(id, id, List.of());
    }

    static String customer(Work<BillableOrder> work) {
        return work.bound().getOrDefault(SourceKey.CUSTOMER, "");
    }
}
