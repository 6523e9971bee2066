package org.accountinghub.routes.engine.simulation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.StepState;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.delivery.DeliverySettings;
import org.accountinghub.routes.engine.memory.Entry;
import org.accountinghub.routes.engine.memory.MemoryLedger;

/** What must be true of ledger and partner's book, whatever has happened. */
final class Invariants {

    private final MemoryLedger ledger;
    private final ScriptedStore store;
    private final ScriptedPartner partner;
    private final DeliverySettings settings;

    Invariants(MemoryLedger ledger, ScriptedStore store, ScriptedPartner partner, DeliverySettings settings) {
        this.ledger = ledger;
        this.store = store;
        this.partner = partner;
        this.settings = settings;
    }

    private static void require(boolean truth, Entry entry, String what) {
        if (!truth) {
            throw new AssertionError(what + ": " + entry.transfer() + " steps " + entry.steps() + "\n  "
                    + String.join("\n  ", entry.history()) + "\n  evidence " + entry.evidence());
        }
    }

    private static String name(Entry entry) {
        return entry.transfer().subject().source().toString();
    }

    private List<Book.Effect> effects(Entry entry, StepProgress step) {
        return partner.book().find(name(entry) + "#" + step.step().name());
    }

    boolean openStepExists(Entry entry) {
        return entry.steps().stream()
                .filter(StepProgress::open)
                .anyMatch(step -> !effects(entry, step).isEmpty());
    }

    boolean atRest() {
        return partner.book().lastExpected().isEmpty()
                && ledger.entries().stream().allMatch(this::rests);
    }

    /** What keeps the world from coming to rest. */
    String restless() {
        return ledger.entries().stream()
                .filter(entry -> !rests(entry))
                .map(entry -> entry.transfer() + " " + entry.steps() + "\n  " + String.join("\n  ", entry.history()))
                .collect(Collectors.joining("\n"));
    }

    private boolean rests(Entry entry) {
        return switch (entry.transfer().state()) {
            case DUE, QUEUED, SENDING -> false;
            case WAITING ->
                entry.transfer()
                        .waitsFor()
                        .map(ledger::entry)
                        .filter(this::rests)
                        .isPresent();
            case REJECTED, EXHAUSTED, IN_DOUBT, DELIVERED, DISMISSED, WITHDRAWN, SUPERSEDED -> true;
        };
    }

    /** Whatever has come to rest without being delivered says why, and nothing was done twice. */
    void nothingIsSilent() {
        for (Entry entry : ledger.entries()) {
            Transfer transfer = entry.transfer();
            TransferState state = transfer.state();
            boolean stopped = state == TransferState.REJECTED
                    || state == TransferState.EXHAUSTED
                    || state == TransferState.IN_DOUBT;
            require(!stopped || transfer.problem().isPresent(), entry, "stopped without a word");
            require(
                    transfer.problem()
                            .map(Problem::cause)
                            .filter("partner.differs"::equals)
                            .isEmpty(),
                    entry,
                    "the partner holds other content than was frozen");
            attemptsAreRight(entry);
            once(entry);
        }
    }

    private void attemptsAreRight(Entry entry) {
        int notConcluded = entry.claims() - entry.conclusions();
        int partners = partner.spentOn(name(entry));
        int ownEnds = (int) entry.history().stream()
                .filter(line -> line.startsWith("REJECTED -")
                        || line.startsWith("WITHDRAWN")
                        || line.startsWith("IN_DOUBT -")
                        || line.startsWith("DELIVERED"))
                .count();
        require(
                entry.transfer().attempts() <= partners + notConcluded + ownEnds,
                entry,
                "more attempts spent than made, " + partners + " at the partner, " + notConcluded + " not concluded");
        require(
                partners
                        <= (entry.retries() + 1)
                                * settings.retry().maxAttempts()
                                * Math.max(1, steps(entry).size()),
                entry,
                "more writes tried than attempts allow, " + partners);
        require(
                entry.transfer().state() != TransferState.EXHAUSTED
                        || entry.transfer().attempts() >= settings.retry().maxAttempts()
                        || diedAtABug(entry),
                entry,
                "exhausted too soon");
    }

    private static boolean diedAtABug(Entry entry) {
        return entry.transfer()
                .problem()
                .map(Problem::cause)
                .filter("engine.error-in-hub"::equals)
                .isPresent();
    }

    private void once(Entry entry) {
        for (StepProgress step : steps(entry)) {
            require(effects(entry, step).size() <= 1, entry, "done twice: " + effects(entry, step));
        }
    }

    /** Also the steps of what was thawed: nothing may be there. */
    private static List<StepProgress> steps(Entry entry) {
        if (!entry.steps().isEmpty() || !(entry.transfer().subject() instanceof Subject.OfDocument)) {
            return entry.steps();
        }
        int number = Integer.parseInt(entry.transfer().subject().source().number());
        return ScriptedPartner.recipe(number).stream()
                .map(StepProgress::planned)
                .toList();
    }

    void atTheEnd() {
        for (Entry entry : ledger.entries()) {
            once(entry);
            for (StepProgress step : steps(entry)) {
                List<Book.Effect> effects = effects(entry, step);
                require(step.state() != StepState.DONE || effects.size() == 1, entry, "done only in the ledger");
                require(
                        step.state() != StepState.PLANNED || effects.isEmpty() || prepares(step),
                        entry,
                        "done only at the partner: " + effects);
            }
            ended(entry);
        }
    }

    private static boolean prepares(StepProgress step) {
        return step.step().name().startsWith("article");
    }

    /** No document is reported as delivered without its tax reduction, or whatever else its delivery consists of. */
    private void wholly(Entry entry) {
        if (entry.transfer().subject() instanceof Subject.OfDocument document) {
            int number = Integer.parseInt(document.source().number());
            for (Step step : ScriptedPartner.recipe(number)) {
                require(
                        effects(entry, StepProgress.planned(step)).size() == 1,
                        entry,
                        "delivered without " + step.name());
            }
        }
    }

    private void ended(Entry entry) {
        Transfer transfer = entry.transfer();
        switch (transfer.state()) {
            case DELIVERED -> {
                require(
                        entry.steps().stream().allMatch(step -> step.state() == StepState.DONE),
                        entry,
                        "half delivered");
                wholly(entry);
                String mark = name(entry) + "#create";
                require(
                        entry.binding().map(PartnerDocument::id).equals(Optional.of(mark)),
                        entry,
                        "bound to something else");
                if (entry.frozen().orElseThrow() instanceof Frozen.Document document) {
                    String sent = document.order().totals().total().toString();
                    require(
                            partner.book().find(mark).get(0).content().equals(sent),
                            entry,
                            "another amount than was frozen");
                }
            }
            case WITHDRAWN ->
                require(
                        transfer.subject() instanceof Subject.OfDocument document
                                && store.condition(document.key()) == ScriptedStore.Condition.CANCELLED,
                        entry,
                        "withdrawn although it is wanted");
            case IN_DOUBT -> require(openStepExists(entry), entry, "in doubt, and the person could have retried");
            case WAITING, DUE, QUEUED, SENDING, REJECTED, EXHAUSTED, DISMISSED, SUPERSEDED ->
                require(false, entry, "lost");
        }
    }

    /** One alert when a connection is blocked, one when it is free again. */
    void alternate(List<String> alerts) {
        for (int position = 0; position < alerts.size(); position++) {
            String expected = position % 2 == 0 ? "raised" : "cleared";
            if (!alerts.get(position).equals(expected)) {
                throw new AssertionError("alerts do not alternate: " + alerts);
            }
        }
        if (alerts.size() % 2 == 1) {
            throw new AssertionError("still blocked at the end: " + alerts);
        }
    }
}
