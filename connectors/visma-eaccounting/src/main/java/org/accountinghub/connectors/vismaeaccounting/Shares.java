package org.accountinghub.connectors.vismaeaccounting;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.http.DocumentDelivery.Part;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Absent;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Delivered;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.connectors.vismaeaccounting.Preparation.Ready;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.vismaeaccounting.ReductionShares;
import org.accountinghub.mappings.vismaeaccounting.wire.DocumentThere;

/**
 * The tax reduction that eAccounting computed, divided as the persons want it, where that is not in equal parts: the document
 * is replaced by the same with their amounts. Doing so twice is doing it once.
 */
final class Shares<N, T extends DocumentThere> implements Part {

    static final String STEP = "tax-reduction";

    private final Form<N, T> form;
    private final Preparation preparation;

    Shares(Form<N, T> form, Preparation preparation) {
        this.form = form;
        this.preparation = preparation;
    }

    @Override
    public List<Step> steps(BillableOrder order) {
        return ReductionShares.uneven(order) ? List.of(new Step(STEP, IdempotencyClass.B, Duration.ZERO)) : List.of();
    }

    @Override
    public boolean does(Work<BillableOrder> work) {
        return work.step().name().equals(STEP);
    }

    @Override
    public Outcome perform(Work<BillableOrder> work, Instant begun, Conversation conversation) {
        BillableOrder order = work.document();
        PartnerDocument made = Made.source(work);
        Reply<T> reply = form.read(made.id(), conversation);
        if (reply instanceof Failed<T> failed) {
            return failed.outcome();
        }
        if (reply instanceof Absent<T>) {
            return new Rejected(VismaProblems.COMMON.gone(form.noun(), made));
        }
        T there = ((Said<T>) reply).body();
        if (ReductionShares.made(order, there)) {
            return new Delivered(done(made));
        }
        BigDecimal computed = there.reduction().orElse(BigDecimal.ZERO);
        if (computed.signum() <= 0) {
            return new Rejected(VismaProblems.COMMON.without(
                    nothing(), form.noun(), made, "its tax reduction could not be divided"));
        }
        Reply<Ready> prepared =
                preparation.of(order, Optional.ofNullable(work.bound().get(SourceKey.CUSTOMER)), conversation);
        if (!(prepared instanceof Said<Ready> ready)) {
            return ((Failed<Ready>) prepared).outcome();
        }
        Translation<N> translated =
                form.translate(order, ready.body().recipient(), ready.body().catalogue());
        if (translated instanceof Translation.Refused<N> refused) {
            return new Rejected(
                    VismaProblems.COMMON.without(refused.combined(), form.noun(), made, "it cannot be written anew"));
        }
        N content = form.shared(((Translation.Done<N>) translated).value(), ReductionShares.of(order, computed));
        Reply<Boolean> replaced = form.replace(made.id(), content, begun, conversation);
        if (replaced instanceof Failed<Boolean> failed) {
            return failed.outcome() instanceof Rejected rejected
                    ? new Rejected(VismaProblems.COMMON.without(
                            rejected.problem(), form.noun(), made, "its tax reduction could not be divided"))
                    : failed.outcome();
        }
        return new Delivered(done(made));
    }

    @Override
    public Finding find(Work<BillableOrder> work, Conversation conversation) {
        PartnerDocument made = Made.source(work);
        Reply<T> reply = form.read(made.id(), conversation);
        if (reply instanceof Failed<T> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        if (reply instanceof Absent<T>) {
            return new Finding.Disagrees(VismaProblems.COMMON.gone(form.noun(), made));
        }
        return ReductionShares.made(work.document(), ((Said<T>) reply).body())
                ? new Finding.Found(done(made))
                : new Finding.Absent();
    }

    @Override
    public Rehearsal rehearse(BillableOrder order, Map<String, String> bound, Conversation conversation) {
        return Rehearsal.noting(
                ReductionShares.uneven(order)
                        ? List.of("the tax reduction would then be divided as the persons' shares are")
                        : List.of());
    }

    private static PartnerDocument done(PartnerDocument made) {
        return Made.again(made, "the tax reduction is divided as the persons' shares are");
    }

    private static Problem nothing() {
        return VismaProblems.partner(
                "tax-reduction-not-computed",
                "eAccounting computed no tax reduction.",
                "Look at the document's rows in eAccounting, and enter the persons' amounts there.");
    }
}
