package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.RegisterEditing;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.fortnox.FortnoxEdit;
import org.accountinghub.mappings.fortnox.wire.FortnoxPage;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.register.PartnerEdit;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;

/** Changes records of one register, each by one PUT that names what changes: sent twice it changes nothing more. */
final class RegisterChanges<B, W, P extends FortnoxPage<I>, I> implements RegisterEditing, Delivery<RegisterEdit> {

    static final String UPDATE = "update";

    private final RegisterPlace<B, W, P, I> place;
    private final Set<RegisterField> clearable;
    private final FortnoxClient client;
    private final InstantSource clock;

    RegisterChanges(
            RegisterPlace<B, W, P, I> place, Set<RegisterField> clearable, FortnoxClient client, InstantSource clock) {
        this.place = place;
        this.clearable = Set.copyOf(clearable);
        this.client = client;
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
        return clearable;
    }

    @Override
    public List<Step> steps(RegisterEdit edit) {
        return List.of(new Step(UPDATE, IdempotencyClass.B, Duration.ZERO));
    }

    @Override
    public Outcome perform(Work<RegisterEdit> work, Conversation everything) {
        Instant begun = clock.instant();
        Translation<PartnerEdit> translation = place.form().edit(work.document(), clearable);
        if (translation instanceof Translation.Refused<PartnerEdit> refused) {
            return new Rejected(refused.combined());
        }
        Translation.Done<PartnerEdit> done = (Translation.Done<PartnerEdit>) translation;
        String id = id(work);
        if (done.value().isEmpty()) {
            return new Delivered(new PartnerDocument(id, id, done.notes()));
        }
        Reply<W> reply = client.put(
                        place.path(id),
                        Map.of(place.wrapper(), FortnoxEdit.content(done.value())),
                        place.body(),
                        begun,
                        RegisterPlace.PERSONS.of(work.document(), everything))
                .map(place.content());
        if (reply instanceof Said<W> said) {
            return changed(id, done, place.form().whole(said.body()));
        }
        Outcome failure = ((Failed<W>) reply).outcome();
        return failure instanceof Rejected rejected
                        && RegisterPlace.gone(rejected.problem().cause())
                ? new Rejected(
                        FortnoxProblems.COMMON.gone(place.form().register().kind(), id))
                : failure;
    }

    /** There when every changed field reads as it should: our own lost change, or somebody else's of the same. */
    @Override
    public Finding find(Work<RegisterEdit> work, Conversation everything) {
        String id = id(work);
        Reply<W> reply = place.read(client, id, RegisterPlace.PERSONS.of(work.document(), everything));
        if (reply instanceof Failed<W> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        Optional<RegisterRecord> found =
                reply instanceof Said<W> said ? place.form().whole(said.body()) : Optional.empty();
        Translation<PartnerEdit> translation = place.form().edit(work.document(), clearable);
        return found.isPresent()
                        && translation instanceof Translation.Done<PartnerEdit> done
                        && done.value().differing(found.get()).isEmpty()
                ? new Finding.Found(new PartnerDocument(id, found.get().number(), done.notes()))
                : new Finding.Absent();
    }

    @Override
    public Rehearsal rehearse(RegisterEdit edit, Map<String, String> bound, Conversation conversation) {
        return Rehearsal.of(place.form().edit(edit, clearable));
    }

    private Outcome changed(String id, Translation.Done<PartnerEdit> sent, Optional<RegisterRecord> answered) {
        List<String> notes = new ArrayList<>(sent.notes());
        if (answered.isPresent()) {
            for (RegisterField field : sent.value().differing(answered.get())) {
                if (answered.get()
                        .value(field)
                        .filter(FortnoxEdit.BLANK::equalsIgnoreCase)
                        .isPresent()) {
                    return new Rejected(RegisterProblems.notCleared(field));
                }
                notes.add(field.label() + " was sent, and Fortnox holds something else");
            }
        }
        return new Delivered(
                new PartnerDocument(id, answered.map(RegisterRecord::number).orElse(id), notes));
    }

    private String id(Work<RegisterEdit> work) {
        String kind = place.form().register().kind();
        return Optional.ofNullable(work.bound().get(kind))
                .orElseThrow(() -> new IllegalArgumentException("an edit needs its " + kind + "'s number at Fortnox"));
    }
}
