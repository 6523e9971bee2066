package org.accountinghub.connectors.fortnox;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.http.HiddenPersons;
import org.accountinghub.connectors.http.PartnerProblems;
import org.accountinghub.connectors.http.RecordChanges;
import org.accountinghub.connectors.http.RecordChanges.Change;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Absent;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.mappings.fortnox.FortnoxEdit;
import org.accountinghub.mappings.fortnox.wire.FortnoxPage;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterForm;

/** The records of one register, each changed by one PUT that names what changes. */
final class FortnoxRecords<B, W, P extends FortnoxPage<I>, I> implements RecordChanges.There<W> {

    private final RegisterPlace<B, W, P, I> place;
    private final Set<RegisterField> clearable;
    private final FortnoxClient client;

    FortnoxRecords(RegisterPlace<B, W, P, I> place, Set<RegisterField> clearable, FortnoxClient client) {
        this.place = place;
        this.clearable = Set.copyOf(clearable);
        this.client = client;
    }

    @Override
    public RegisterForm<W, I> form() {
        return place.form();
    }

    @Override
    public Set<RegisterField> clearable() {
        return clearable;
    }

    @Override
    public HiddenPersons persons() {
        return RegisterPlace.PERSONS;
    }

    @Override
    public Reply<Optional<W>> read(String id, Conversation conversation) {
        Reply<W> reply = place.read(client, id, conversation);
        return reply instanceof Absent<W> ? new Said<>(Optional.empty()) : reply.map(Optional::of);
    }

    @Override
    public Outcome change(Change<W> change, Instant begun, Conversation conversation) {
        Reply<W> reply = client.put(
                        place.path(change.id()),
                        Map.of(place.wrapper(), FortnoxEdit.content(change.edit())),
                        place.body(),
                        begun,
                        conversation)
                .map(place.content());
        if (reply instanceof Said<W> said) {
            return changed(change, said.body());
        }
        Outcome failure = ((Failed<W>) reply).outcome();
        return failure instanceof Rejected rejected
                        && RegisterPlace.gone(rejected.problem().cause())
                ? change.gone()
                : failure;
    }

    private Outcome changed(Change<W> change, W answered) {
        return form().whole(answered).stream()
                .flatMap(record -> change.edit().differing(record).stream()
                        .filter(field -> record.value(field)
                                .filter(FortnoxEdit.BLANK::equalsIgnoreCase)
                                .isPresent()))
                .findFirst()
                .<Outcome>map(field -> new Rejected(RegisterProblems.notCleared(field)))
                .orElseGet(() -> change.delivered(answered, change.otherwise(answered)));
    }

    @Override
    public PartnerProblems problems() {
        return FortnoxProblems.COMMON;
    }
}
