package org.accountinghub.connectors.twentyfoursevenoffice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.http.PartnerProblems;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Delivered;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.connectors.spi.Outcome.Uncertain;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.RegisterEditing;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.register.PartnerEdit;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.twentyfoursevenoffice.SaveEffect;

/**
 * Changes records of one register. A record is read whole, changed, saved whole and read again: so that it does not matter
 * what a save does to what it leaves out, and what it did besides is told.
 */
final class RecordChanges<W> implements RegisterEditing, Delivery<RegisterEdit> {

    static final String UPDATE = "update";

    private final RecordPlace<W> place;
    private final InstantSource clock;

    RecordChanges(RecordPlace<W> place, InstantSource clock) {
        this.place = place;
        this.clock = clock;
    }

    @Override
    public Delivery<RegisterEdit> edits() {
        return this;
    }

    @Override
    public Set<RegisterField> writable() {
        return place.form().writable();
    }

    @Override
    public Set<RegisterField> clearable() {
        return place.clearable();
    }

    @Override
    public List<Step> steps(RegisterEdit edit) {
        return List.of(new Step(UPDATE, IdempotencyClass.B, Duration.ZERO));
    }

    @Override
    public Outcome perform(Work<RegisterEdit> work, Conversation everything) {
        Instant begun = clock.instant();
        String id = id(work);
        Translation<PartnerEdit> translation = translated(work.document());
        if (translation instanceof Translation.Refused<PartnerEdit> refused) {
            return new Rejected(refused.combined());
        }
        var done = (Translation.Done<PartnerEdit>) translation;
        if (done.value().isEmpty()) {
            return delivered(id, id, done.notes(), List.of());
        }
        Conversation conversation = CustomerRegister.PERSONS.of(work.document(), everything);
        Reply<Optional<W>> there = place.read(id, conversation);
        if (!(there instanceof Said<Optional<W>> said)) {
            return ((Failed<Optional<W>>) there).outcome();
        }
        return said.body()
                .map(before -> change(id, before, done, begun, conversation))
                .orElseGet(() -> new Rejected(OfficeProblems.COMMON.gone(kind(), id)));
    }

    /** There when every changed field reads as it should: our own lost change, or somebody else's of the same. */
    @Override
    public Finding find(Work<RegisterEdit> work, Conversation everything) {
        String id = id(work);
        if (!(translated(work.document()) instanceof Translation.Done<PartnerEdit> done)) {
            return new Finding.Absent();
        }
        Reply<Optional<W>> there = place.read(id, CustomerRegister.PERSONS.of(work.document(), everything));
        if (!(there instanceof Said<Optional<W>> said)) {
            return new Finding.Unreachable(((Failed<Optional<W>>) there).outcome());
        }
        return said.body()
                .filter(record -> isDone(done.value(), record))
                .<Finding>map(record -> new Finding.Found(new PartnerDocument(id, place.number(record), done.notes())))
                .orElseGet(Finding.Absent::new);
    }

    @Override
    public Rehearsal rehearse(RegisterEdit edit, Map<String, String> bound, Conversation everything) {
        return Rehearsal.of(translated(edit));
    }

    private Outcome change(
            String id, W before, Translation.Done<PartnerEdit> edit, Instant begun, Conversation conversation) {
        if (isDone(edit.value(), before)) {
            return delivered(id, place.number(before), edit.notes(), List.of("24SevenOffice has it so already"));
        }
        Translation<W> translated = place.whole(before, edit.value());
        if (translated instanceof Translation.Refused<W> refused) {
            return new Rejected(refused.combined());
        }
        var whole = (Translation.Done<W>) translated;
        Reply<Boolean> saved = place.save(whole.value(), begun, conversation);
        if (saved instanceof Failed<Boolean> failed) {
            return failed.outcome();
        }
        Reply<Optional<W>> again = place.read(id, conversation);
        if (!(again instanceof Said<Optional<W>> said)) {
            return notSeen(id, "could not be asked what it holds now");
        }
        return said.body()
                .map(after -> compared(id, before, whole, after, edit))
                .orElseGet(() -> new Rejected(OfficeProblems.COMMON.gone(kind(), id)));
    }

    private Outcome compared(
            String id, W before, Translation.Done<W> meant, W after, Translation.Done<PartnerEdit> edit) {
        SaveEffect effect = place.effect(before, meant.value(), after);
        if (!effect.lost().isEmpty()) {
            return new Rejected(OfficeProblems.partner(
                            "save-emptied",
                            "24SevenOffice has saved " + kind() + " " + id
                                    + ", and does not hold any more what it held in: "
                                    + String.join(", ", effect.lost())
                                    + ". The change itself " + (isDone(edit.value(), after) ? "is" : "is not")
                                    + " there.",
                            "Fill in these fields in 24SevenOffice by hand, set the connection's register-changes to off, and report this.")
                    .at(effect.lost().get(0)));
        }
        if (!effect.any() && !edit.value().values().isEmpty()) {
            return notSeen(id, "holds what it held before");
        }
        List<String> more = new ArrayList<>(meant.notes());
        place.form().whole(after).stream()
                .flatMap(record -> edit.value().differing(record).stream())
                .map(field -> field.label() + " was sent, and 24SevenOffice holds something else")
                .forEach(more::add);
        if (!effect.altered().isEmpty()) {
            more.add("saved as it was, and 24SevenOffice holds something else in: "
                    + String.join(", ", effect.altered()));
        }
        return delivered(id, place.number(after), edit.notes(), more);
    }

    private Outcome notSeen(String id, String why) {
        return new Uncertain(OfficeProblems.partner(
                "save-not-seen",
                "24SevenOffice has answered the save of " + kind() + " " + id + ", and " + why + ".",
                PartnerProblems.SEARCHES));
    }

    private boolean isDone(PartnerEdit edit, W record) {
        return place.form()
                .whole(record)
                .filter(found -> edit.differing(found).isEmpty())
                .isPresent();
    }

    private Translation<PartnerEdit> translated(RegisterEdit edit) {
        return place.form().edit(edit, place.clearable());
    }

    private static Outcome delivered(String id, String number, List<String> notes, List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new Delivered(new PartnerDocument(id, number, all));
    }

    private String kind() {
        return place.form().register().kind();
    }

    private String id(Work<RegisterEdit> work) {
        return Optional.ofNullable(work.bound().get(kind()))
                .orElseThrow(
                        () -> new IllegalArgumentException("an edit needs its " + kind() + "'s id at 24SevenOffice"));
    }
}
