package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.fortnox.Policy.WhenLocked;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.connectors.spi.Outcome.Retry;
import org.accountinghub.mappings.fortnox.wire.LockedPeriod;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;

/** The date that an invoice is given: its own, or, when that is locked and the policy says so, the first open one. */
final class InvoiceDates implements Adjustment {

    private static final Set<String> REFUSALS = Set.of("fortnox.period-locked", "fortnox.financial-year-missing");

    private final WhenLocked policy;
    private final LockedPeriods periods;

    InvoiceDates(WhenLocked policy, LockedPeriods periods) {
        this.policy = policy;
        this.periods = periods;
    }

    @Override
    public Reply<Adjusted> adjust(BillableOrder order, Conversation conversation) {
        return policy == WhenLocked.HOLD
                ? new Said<>(new Adjusted(order, List.of()))
                : periods.now(conversation).map(period -> dated(order, period));
    }

    /** Without the right to read it nothing is known, and that is no problem as long as nothing depends on it. */
    @Override
    public Reply<Optional<Problem>> inTheWay(BillableOrder order, Conversation conversation) {
        Reply<LockedPeriod> period = periods.now(conversation);
        if (period instanceof Failed<LockedPeriod> failed && failed.outcome() instanceof Rejected) {
            return new Said<>(Optional.empty());
        }
        LocalDate date = order.documentDate();
        return period.map(locked -> locked.holds(date) ? Optional.of(locked(date, locked)) : Optional.empty());
    }

    /** Which period it is, or that there is no financial year. A lock newer than what was known is tried with at once. */
    @Override
    public Outcome explained(Rejected refused, BillableOrder sent, Conversation conversation) {
        if (!REFUSALS.contains(refused.problem().cause())) {
            return refused;
        }
        periods.forget();
        LocalDate date = sent.documentDate();
        String words = refused.problem().partnerSays().orElse("");
        if (!(periods.now(conversation) instanceof Said<LockedPeriod> said)) {
            return new Rejected(unclear(refused.problem(), date).inWordsOfPartner(words));
        }
        if (!said.body().holds(date)) {
            return new Rejected(yearMissing(date).inWordsOfPartner(words));
        }
        Problem problem = locked(date, said.body()).inWordsOfPartner(words);
        return policy == WhenLocked.HOLD
                ? new Rejected(problem)
                : new Retry(problem, Optional.of(Duration.ofSeconds(1)), true);
    }

    private static Adjusted dated(BillableOrder order, LockedPeriod period) {
        LocalDate open = period.firstOpen(order.documentDate());
        return open.equals(order.documentDate())
                ? new Adjusted(order, List.of())
                : new Adjusted(
                        Orders.dated(order, open),
                        List.of("document date moved from " + order.documentDate() + " to " + open
                                + ", the first open date: the books are locked in Fortnox through " + last(period)));
    }

    private static Problem locked(LocalDate date, LockedPeriod period) {
        return onDate(
                "period-locked",
                "The document's date, " + date + ", lies in a period that is locked in Fortnox: everything through "
                        + last(period) + ".",
                "Open the period in Fortnox and retry, or set the connection's locked-period to first-open-date.");
    }

    private static Problem unclear(Problem refusal, LocalDate date) {
        return onDate(
                refusal.cause().substring("fortnox.".length()),
                "Fortnox does not take the document's date, " + date
                        + ": its period is locked, or its financial year is not set up.",
                refusal.remedy());
    }

    private static Problem yearMissing(LocalDate date) {
        return onDate(
                "financial-year-missing",
                "Fortnox does not take the document's date, " + date
                        + ", though no period is locked then: the financial year is not set up.",
                "Create the financial year in Fortnox and retry.");
    }

    private static Problem onDate(String cause, String reason, String remedy) {
        return FortnoxProblems.partner(cause, reason, remedy).at("document date");
    }

    private static String last(LockedPeriod period) {
        return period.endDate().map(LocalDate::toString).orElse("");
    }
}
