package org.accountinghub.connectors.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Delivered;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.RegisterEditing;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.register.PartnerEdit;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterForm;
import org.accountinghub.mappings.model.register.RegisterRecord;

/**
 * Changes records of one register, each by one write that sent twice changes nothing more. Who may be a person shows in no
 * exchange.
 *
 * @param <W> a record whole
 */
public final class RecordChanges<W> implements RegisterEditing, Delivery<RegisterEdit> {

    public static final String UPDATE = "update";

    /** The records of one register as a partner has them. */
    public interface There<W> {

        /** How they are read and changed; what they may hold does not depend on what the company has. */
        RegisterForm<W, ?> form();

        /** The same, knowing what the company has of what records name. */
        default Reply<RegisterForm<W, ?>> form(Conversation conversation) {
            return new Said<>(form());
        }

        Set<RegisterField> clearable();

        HiddenPersons persons();

        /** The record as it is now; empty when there is none. */
        Reply<Optional<W>> read(String id, Conversation conversation);

        /** By which people there know the record. */
        default String number(String id, W record) {
            return form().whole(record).map(RegisterRecord::number).orElse(id);
        }

        /** Says all of the change in at most one write. */
        Outcome change(Change<W> change, Instant begun, Conversation conversation);

        PartnerProblems problems();
    }

    /**
     * A change as the partner takes it, which says something.
     *
     * @param id of the record there
     * @param number ours, by which people here know it
     * @param notes what was cut, mended or left out
     */
    public record Change<W>(
            String id, String number, There<W> there, RegisterForm<W, ?> form, PartnerEdit edit, List<String> notes) {

        /** Whether every changed field reads as it should. */
        public boolean isDone(W record) {
            return form.whole(record)
                    .filter(found -> edit.differing(found).isEmpty())
                    .isPresent();
        }

        /** Notes of the changed fields that read otherwise. */
        public List<String> otherwise(W record) {
            return form.whole(record).stream()
                    .flatMap(found -> edit.differing(found).stream())
                    .map(field ->
                            field.label() + " was sent, and " + there.problems().system() + " holds something else")
                    .toList();
        }

        /** Where a record is read first: nothing is written when it has the values already. */
        public Outcome unlessDone(Reply<Optional<W>> reply, Function<W, Outcome> write) {
            if (!(reply instanceof Said<Optional<W>> found)) {
                return ((Failed<Optional<W>>) reply).outcome();
            }
            return found.body()
                    .map(before -> isDone(before)
                            ? delivered(before, List.of(there.problems().system() + " has it so already"))
                            : write.apply(before))
                    .orElseGet(this::gone);
        }

        public Outcome delivered(W record, List<String> more) {
            return new Delivered(document(there.number(id, record), more));
        }

        public Outcome gone() {
            return new Rejected(there.problems().gone(form.register().kind(), number));
        }

        private PartnerDocument document(String number, List<String> more) {
            List<String> all = new ArrayList<>(notes);
            all.addAll(more);
            return new PartnerDocument(id, number, all);
        }
    }

    private final There<W> there;
    private final InstantSource clock;

    public RecordChanges(There<W> there, InstantSource clock) {
        this.there = there;
        this.clock = clock;
    }

    @Override
    public Delivery<RegisterEdit> edits() {
        return this;
    }

    @Override
    public Set<RegisterField> writable() {
        return there.form().writable();
    }

    @Override
    public Set<RegisterField> clearable() {
        return there.clearable();
    }

    @Override
    public List<Step> steps(RegisterEdit edit) {
        return List.of(new Step(UPDATE, IdempotencyClass.B, Duration.ZERO));
    }

    @Override
    public Outcome perform(Work<RegisterEdit> work, Conversation everything) {
        Instant begun = clock.instant();
        Conversation conversation = there.persons().of(work.document(), everything);
        Reply<Outcome> outcome = change(work, conversation)
                .map(change -> change.edit().isEmpty()
                        ? new Delivered(change.document(change.number(), List.of()))
                        : there.change(change, begun, conversation));
        return outcome instanceof Said<Outcome> said ? said.body() : ((Failed<Outcome>) outcome).outcome();
    }

    /** There when every changed field reads as it should: our own lost change, or somebody else's of the same. */
    @Override
    public Finding find(Work<RegisterEdit> work, Conversation everything) {
        Conversation conversation = there.persons().of(work.document(), everything);
        Reply<Change<W>> meant = change(work, conversation);
        if (!(meant instanceof Said<Change<W>> change)) {
            Outcome failure = ((Failed<Change<W>>) meant).outcome();
            return failure instanceof Rejected ? new Finding.Absent() : new Finding.Unreachable(failure);
        }
        Reply<Optional<W>> reply = there.read(change.body().id(), conversation);
        if (!(reply instanceof Said<Optional<W>> found)) {
            return new Finding.Unreachable(((Failed<Optional<W>>) reply).outcome());
        }
        return found.body()
                .filter(change.body()::isDone)
                .map(record -> there.number(change.body().id(), record))
                .<Finding>map(number -> new Finding.Found(change.body().document(number, List.of())))
                .orElseGet(Finding.Absent::new);
    }

    @Override
    public Rehearsal rehearse(RegisterEdit edit, Map<String, String> bound, Conversation everything) {
        Reply<RegisterForm<W, ?>> reply = there.form(there.persons().of(edit, everything));
        return reply instanceof Said<RegisterForm<W, ?>> form
                ? Rehearsal.of(form.body().edit(edit, there.clearable()))
                : Rehearsal.of(((Failed<RegisterForm<W, ?>>) reply).outcome());
    }

    private Reply<Change<W>> change(Work<RegisterEdit> work, Conversation conversation) {
        String id = id(work);
        return there.form(conversation).then(form -> {
            Translation<PartnerEdit> translation = form.edit(work.document(), there.clearable());
            return translation instanceof Translation.Done<PartnerEdit> done
                    ? new Said<>(new Change<>(id, work.document().number(), there, form, done.value(), done.notes()))
                    : new Failed<>(new Rejected(((Translation.Refused<PartnerEdit>) translation).combined()));
        });
    }

    private String id(Work<RegisterEdit> work) {
        String kind = there.form().register().kind();
        return Optional.ofNullable(work.bound().get(kind))
                .orElseThrow(() -> new IllegalArgumentException("an edit needs its " + kind + "'s id at "
                        + there.problems().system()));
    }
}
