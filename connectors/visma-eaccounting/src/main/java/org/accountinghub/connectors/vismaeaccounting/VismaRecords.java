package org.accountinghub.connectors.vismaeaccounting;

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
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterForm;
import org.accountinghub.mappings.vismaeaccounting.wire.EAccountingPage;
import tools.jackson.databind.node.ObjectNode;

/**
 * The records of one register, by id. A PUT replaces a record: it is read, changed and written back whole.
 */
final class VismaRecords<P extends EAccountingPage<W>, W> implements RecordChanges.There<W> {

    private final RegisterPlace<P, W> place;
    private final VismaClient client;
    private final VismaLists lists;

    VismaRecords(RegisterPlace<P, W> place, VismaClient client, VismaLists lists) {
        this.place = place;
        this.client = client;
        this.lists = lists;
    }

    @Override
    public RegisterForm<W, W> form() {
        return place.form();
    }

    @Override
    public Reply<RegisterForm<W, ?>> form(Conversation conversation) {
        return place.form(conversation).map(form -> form);
    }

    @Override
    public Set<RegisterField> clearable() {
        return place.clearable();
    }

    @Override
    public HiddenPersons persons() {
        return RegisterPlace.PERSONS;
    }

    @Override
    public Reply<Optional<W>> read(String id, Conversation conversation) {
        return place.bound(lists, id, conversation);
    }

    @Override
    public Outcome change(Change<W> change, Instant begun, Conversation conversation) {
        return change.unlessDone(
                read(change.id(), conversation),
                before -> replace(change, place.path(place.id(before).orElse("")), begun, conversation));
    }

    private Outcome replace(Change<W> change, String path, Instant begun, Conversation conversation) {
        Reply<ObjectNode> there = client.read(path, Map.of(), ObjectNode.class, conversation);
        if (there instanceof Absent<ObjectNode>) {
            return change.gone();
        }
        Reply<Translation<ObjectNode>> translated =
                there.then(record -> place.whole(record, change.edit(), conversation));
        if (!(translated instanceof Said<Translation<ObjectNode>> said)) {
            return ((Failed<Translation<ObjectNode>>) translated).outcome();
        }
        if (said.body() instanceof Translation.Refused<ObjectNode> refused) {
            return new Rejected(refused.combined());
        }
        ObjectNode whole = ((Translation.Done<ObjectNode>) said.body()).value();
        Reply<W> reply = client.put(path, whole, place.body(), begun, conversation);
        if (reply instanceof Failed<W> failed) {
            place.forget();
            return failed.outcome();
        }
        W answered = ((Said<W>) reply).body();
        return change.delivered(answered, change.otherwise(answered));
    }

    @Override
    public PartnerProblems problems() {
        return VismaProblems.COMMON;
    }
}
