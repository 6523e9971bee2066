package org.accountinghub.connectors.vismaeaccounting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Absent;
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
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.register.PartnerEdit;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterForm;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.mappings.vismaeaccounting.wire.EAccountingPage;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes records of one register. A PUT replaces a record: it is read, changed and written back whole, so that sent twice
 * it changes nothing more.
 */
final class RecordChanges<P extends EAccountingPage<W>, W> implements RegisterEditing, Delivery<RegisterEdit> {

    static final String UPDATE = "update";

    private final RegisterPlace<P, W> place;
    private final Class<W> body;
    private final VismaClient client;
    private final VismaLists lists;
    private final InstantSource clock;

    RecordChanges(RegisterPlace<P, W> place, Class<W> body, VismaClient client, VismaLists lists, InstantSource clock) {
        this.place = place;
        this.body = body;
        this.client = client;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * The change as eAccounting takes it, by the form that says so.
     *
     * @param number of the record there
     */
    private record Intended<W>(String number, RegisterForm<W, W> form, PartnerEdit edit, List<String> notes) {

        PartnerDocument known(List<String> more) {
            List<String> all = new ArrayList<>(notes);
            all.addAll(more);
            return new PartnerDocument(number, number, all);
        }

        boolean isDone(W record) {
            return form.whole(record)
                    .filter(found -> edit.differing(found).isEmpty())
                    .isPresent();
        }
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
        Conversation conversation = RegisterPlace.PERSONS.of(work.document(), everything);
        Reply<Outcome> outcome = intended(work.document(), number(work), conversation)
                .then(intended -> intended.edit().isEmpty()
                        ? new Said<>(new Delivered(intended.known(List.of())))
                        : place.find(lists, intended.number(), conversation)
                                .map(found -> found.map(record -> change(intended, record, begun, conversation))
                                        .orElseGet(() -> new Rejected(gone(intended.number())))));
        return outcome instanceof Said<Outcome> said ? said.body() : ((Failed<Outcome>) outcome).outcome();
    }

    /** There when every changed field reads as it should: our own lost change, or somebody else's of the same. */
    @Override
    public Finding find(Work<RegisterEdit> work, Conversation everything) {
        Conversation conversation = RegisterPlace.PERSONS.of(work.document(), everything);
        Reply<Finding> finding = intended(work.document(), number(work), conversation)
                .then(intended -> place.find(lists, intended.number(), conversation)
                        .map(found -> found.filter(intended::isDone)
                                .<Finding>map(record -> new Finding.Found(intended.known(List.of())))
                                .orElseGet(Finding.Absent::new)));
        if (finding instanceof Said<Finding> said) {
            return said.body();
        }
        Outcome failure = ((Failed<Finding>) finding).outcome();
        return failure instanceof Rejected ? new Finding.Absent() : new Finding.Unreachable(failure);
    }

    @Override
    public Rehearsal rehearse(RegisterEdit edit, Map<String, String> bound, Conversation everything) {
        Reply<Intended<W>> intended = intended(edit, "", RegisterPlace.PERSONS.of(edit, everything));
        return intended instanceof Said<Intended<W>> said
                ? Rehearsal.noting(said.body().notes())
                : Rehearsal.of(((Failed<Intended<W>>) intended).outcome());
    }

    private Reply<Intended<W>> intended(RegisterEdit edit, String number, Conversation conversation) {
        return place.form(conversation).then(form -> {
            Translation<PartnerEdit> translation = form.edit(edit, place.clearable());
            return translation instanceof Translation.Done<PartnerEdit> done
                    ? new Said<>(new Intended<>(number, form, done.value(), done.notes()))
                    : new Failed<>(new Rejected(((Translation.Refused<PartnerEdit>) translation).combined()));
        });
    }

    private Outcome change(Intended<W> intended, W found, Instant begun, Conversation conversation) {
        if (intended.isDone(found)) {
            return new Delivered(intended.known(List.of("eAccounting has it so already")));
        }
        String path = place.path(place.id(found).orElse(""));
        Reply<ObjectNode> there = client.read(path, Map.of(), ObjectNode.class, conversation);
        if (there instanceof Absent<ObjectNode>) {
            return new Rejected(gone(intended.number()));
        }
        Reply<Translation<ObjectNode>> translated =
                there.then(record -> place.whole(record, intended.edit(), conversation));
        if (!(translated instanceof Said<Translation<ObjectNode>> said)) {
            return ((Failed<Translation<ObjectNode>>) translated).outcome();
        }
        if (said.body() instanceof Translation.Refused<ObjectNode> refused) {
            return new Rejected(refused.combined());
        }
        ObjectNode whole = ((Translation.Done<ObjectNode>) said.body()).value();
        Reply<W> reply = client.put(path, whole, body, begun, conversation);
        if (reply instanceof Failed<W> failed) {
            place.forget();
            return failed.outcome();
        }
        return new Delivered(intended.known(otherwise(intended, intended.form().whole(((Said<W>) reply).body()))));
    }

    private static List<String> otherwise(Intended<?> intended, Optional<RegisterRecord> answered) {
        return answered.stream()
                .flatMap(record -> intended.edit().differing(record).stream())
                .map(field -> field.label() + " was sent, and eAccounting holds something else")
                .toList();
    }

    private String number(Work<RegisterEdit> work) {
        String kind = place.form().register().kind();
        return Optional.ofNullable(work.bound().get(kind))
                .orElseThrow(
                        () -> new IllegalArgumentException("an edit needs its " + kind + "'s number at eAccounting"));
    }

    private Problem gone(String number) {
        return VismaProblems.COMMON.gone(place.form().register().kind(), number);
    }
}
