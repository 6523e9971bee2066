package org.accountinghub.routes.engine.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.Problem;

/**
 * A partner that does everything a partner may do within the promise.
 *
 * @param <D> the content
 */
final class ScriptedDelivery<D> implements Delivery<D> {

    private final ScriptedPartner partner;
    private final Function<D, List<Step>> steps;
    private final Function<D, String> name;
    private final Function<D, String> content;

    ScriptedDelivery(
            ScriptedPartner partner,
            Function<D, List<Step>> steps,
            Function<D, String> name,
            Function<D, String> content) {
        this.partner = partner;
        this.steps = steps;
        this.name = name;
        this.content = content;
    }

    @Override
    public List<Step> steps(D document) {
        return steps.apply(document);
    }

    @Override
    public Rehearsal rehearse(D document, Map<String, String> bound, Conversation conversation) {
        return new Rehearsal(List.of(), List.of(), Optional.empty());
    }

    private String mark(Work<D> work) {
        return name.apply(work.document()) + "#" + work.step().name();
    }

    @Override
    public Outcome perform(Work<D> work, Conversation conversation) {
        Faults faults = partner.faults();
        faults.momentBeforeWrite();
        String name = this.name.apply(work.document());
        Instant begun = partner.now();
        partner.spend(faults.upTo(partner.stepTime().dividedBy(2)));
        if (partner.blocked()) {
            return new Outcome.Blocked(ScriptedPartner.problem("partner.blocked"));
        }
        if (faults.strike(0.08)) {
            return new Outcome.Retry(
                    ScriptedPartner.problem("partner.limit"), Optional.of(faults.upTo(Duration.ofSeconds(20))), false);
        }
        if (faults.strike(0.08)) {
            partner.spent(name);
            return new Outcome.Retry(ScriptedPartner.problem("partner.refused"), Optional.empty(), true);
        }
        partner.spent(name);
        if (faults.strike(0.03)) {
            throw new IllegalStateException("a bug before the write");
        }
        if (partner.refuses(name)) {
            return new Outcome.Rejected(ScriptedPartner.problem("partner.account-unknown"));
        }
        if (faults.strike(0.08)) {
            return new Outcome.Uncertain(ScriptedPartner.problem("partner.error-before-commit"));
        }
        if (faults.strike(0.12)) {
            Instant late = begun.plus(faults.upTo(partner.lateness()));
            commit(work, late.isBefore(partner.now()) ? partner.now() : late);
            return new Outcome.Uncertain(ScriptedPartner.problem("partner.late"));
        }
        return commitNow(work);
    }

    private Outcome commitNow(Work<D> work) {
        Faults faults = partner.faults();
        List<Book.Effect> present = partner.book().find(mark(work));
        if (work.step().idempotency() == IdempotencyClass.B && !present.isEmpty() && !agrees(present.get(0), work)) {
            return new Outcome.Rejected(ScriptedPartner.problem("partner.taken-by-another"));
        }
        commit(work, partner.now());
        partner.spend(faults.upTo(partner.stepTime().dividedBy(2)));
        if (faults.strike(0.12)) {
            return new Outcome.Uncertain(ScriptedPartner.problem("partner.answer-lost"));
        }
        if (faults.strike(0.02)) {
            throw new IllegalStateException("a bug after the write");
        }
        faults.moment();
        return new Outcome.Delivered(document(work));
    }

    private void commit(Work<D> work, Instant at) {
        boolean unique =
                work.step().idempotency() == IdempotencyClass.A || work.step().idempotency() == IdempotencyClass.B;
        partner.book().commit(new Book.Effect(mark(work), content(work), unique, at));
    }

    /** What prepares a document is the same for all that the document says. */
    private String content(Work<D> work) {
        return work.step().name().startsWith("article") ? "article" : content.apply(work.document());
    }

    private PartnerDocument document(Work<D> work) {
        return new PartnerDocument(mark(work), mark(work), List.of());
    }

    private boolean agrees(Book.Effect effect, Work<D> work) {
        return effect.content().equals(content(work));
    }

    @Override
    public Finding find(Work<D> work, Conversation conversation) {
        Faults faults = partner.faults();
        faults.moment();
        partner.spend(faults.upTo(Duration.ofSeconds(1)));
        if (work.step().idempotency() == IdempotencyClass.D) {
            throw new AssertionError("searched for what cannot be searched for");
        }
        if (partner.blocked()) {
            return new Finding.Unreachable(new Outcome.Blocked(ScriptedPartner.problem("partner.blocked")));
        }
        if (faults.strike(0.1)) {
            return new Finding.Unreachable(new Outcome.Retry(
                    ScriptedPartner.problem("partner.limit"), Optional.of(Duration.ofSeconds(3)), false));
        }
        if (work.step().idempotency() == IdempotencyClass.C && faults.strike(0.1)) {
            return new Finding.Disagrees(ScriptedPartner.problem("partner.cannot-tell"));
        }
        List<Book.Effect> present = partner.book().find(mark(work));
        faults.moment();
        if (present.isEmpty()) {
            return new Finding.Absent();
        }
        Problem differs = ScriptedPartner.problem("partner.differs");
        return present.size() == 1 && agrees(present.get(0), work)
                ? new Finding.Found(document(work))
                : new Finding.Disagrees(differs);
    }
}
