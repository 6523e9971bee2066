package org.accountinghub.connectors.twentyfoursevenoffice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.http.HiddenPersons;
import org.accountinghub.connectors.http.PartnerProblems;
import org.accountinghub.connectors.http.RecordChanges;
import org.accountinghub.connectors.http.RecordChanges.Change;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.connectors.spi.Outcome.Uncertain;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.register.PartnerEdit;
import org.accountinghub.mappings.twentyfoursevenoffice.SaveEffect;

/**
 * The records of one register. One that is changed is read whole, saved whole and read again: so that it does not matter
 * what a save does to what it leaves out, and what it did besides is told.
 */
abstract class OfficeRecords<W> implements RecordChanges.There<W> {

    /** The record as it shall be saved. */
    abstract Translation<W> whole(W there, PartnerEdit edit);

    /**
     * Saves it: one request.
     *
     * @param begun when the step began
     */
    abstract Reply<Boolean> save(W whole, Instant begun, Conversation conversation);

    abstract SaveEffect effect(W before, W meant, W after);

    @Override
    public HiddenPersons persons() {
        return CustomerRegister.PERSONS;
    }

    @Override
    public Outcome change(Change<W> change, Instant begun, Conversation conversation) {
        return change.unlessDone(
                read(change.id(), conversation), before -> replace(change, before, begun, conversation));
    }

    private Outcome replace(Change<W> change, W before, Instant begun, Conversation conversation) {
        Translation<W> translated = whole(before, change.edit());
        if (translated instanceof Translation.Refused<W> refused) {
            return new Rejected(refused.combined());
        }
        var whole = (Translation.Done<W>) translated;
        Reply<Boolean> saved = save(whole.value(), begun, conversation);
        if (saved instanceof Failed<Boolean> failed) {
            return failed.outcome();
        }
        Reply<Optional<W>> again = read(change.id(), conversation);
        if (!(again instanceof Said<Optional<W>> said)) {
            return notSeen(change, "could not be asked what it holds now");
        }
        return said.body().map(after -> compared(change, before, whole, after)).orElseGet(change::gone);
    }

    private Outcome compared(Change<W> change, W before, Translation.Done<W> meant, W after) {
        SaveEffect effect = effect(before, meant.value(), after);
        if (!effect.lost().isEmpty()) {
            return new Rejected(OfficeProblems.partner(
                            "save-emptied",
                            "24SevenOffice has saved " + named(change)
                                    + ", and does not hold any more what it held in: "
                                    + String.join(", ", effect.lost())
                                    + ". The change itself " + (change.isDone(after) ? "is" : "is not")
                                    + " there.",
                            "Fill in these fields in 24SevenOffice by hand, set the connection's register-changes to off, and report this.")
                    .at(effect.lost().get(0)));
        }
        if (!effect.any() && !change.edit().values().isEmpty()) {
            return notSeen(change, "holds what it held before");
        }
        List<String> more = new ArrayList<>(meant.notes());
        more.addAll(change.otherwise(after));
        if (!effect.altered().isEmpty()) {
            more.add("saved as it was, and 24SevenOffice holds something else in: "
                    + String.join(", ", effect.altered()));
        }
        return change.delivered(after, more);
    }

    private Outcome notSeen(Change<W> change, String why) {
        return new Uncertain(OfficeProblems.partner(
                "save-not-seen",
                "24SevenOffice has answered the save of " + named(change) + ", and " + why + ".",
                PartnerProblems.SEARCHES));
    }

    private String named(Change<W> change) {
        return form().register().kind() + " " + change.id();
    }

    @Override
    public PartnerProblems problems() {
        return OfficeProblems.COMMON;
    }
}
