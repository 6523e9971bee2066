package org.accountinghub.routes.engine.registers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.RegisterEditing;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.connectors.spi.RegisterSource.There;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.register.FieldChange;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.port.RegisterConflicts.Settled;
import org.accountinghub.routes.engine.port.RegisterLedger.Known;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.accountinghub.routes.engine.port.RegisterLedger.Noted;
import org.accountinghub.routes.engine.port.RegisterLedger.Remembered;
import org.accountinghub.routes.engine.port.RegisterLedger.Synchronised;
import org.accountinghub.routes.engine.port.RegisterLedger.Writing;

/** One linked record that a transfer makes alike: read on both sides, merged, written here, and told what to write there. */
public final class RecordAlike {

    private static final int TRIES = 3;

    private final RegisterPorts ports;
    private final Connection connection;
    private final Connector connector;
    private final Register register;
    private final String number;
    private final Reconciler reconciler;

    /** @param key of the record in the store */
    public RecordAlike(RegisterPorts ports, Connection connection, Connector connector, SourceKey key) {
        this.ports = ports;
        this.connection = connection;
        this.connector = connector;
        this.register = key.kind().equals(SourceKey.ARTICLE) ? Register.ARTICLES : Register.CUSTOMERS;
        this.number = key.number();
        RegisterPolicy policy = connection.registers().getOrDefault(register, RegisterPolicy.defaults());
        this.reconciler = new Reconciler(
                ports.ledger(),
                ports.store(),
                ports.fingerprints(),
                connection.name(),
                register,
                RegisterConnector.merge(connector, register, policy));
    }

    /** What looking at both sides gave. */
    public sealed interface Looked {

        /** The partner gave no answer. */
        record Unread(Outcome why) implements Looked {}

        /** A person must do something. */
        record Stopped(Problem problem) implements Looked {}

        /** Nothing to do any more. */
        record Unwanted(Problem problem) implements Looked {}

        /** Try again soon. */
        record Overtaken() implements Looked {}

        /** Nothing differs that could be written there. */
        record Alike(String id, String number, Optional<Problem> remark) implements Looked {}

        /** The partner is to be told. */
        record Differs(
                RegisterEdit edit,
                Link link,
                Merge.Merged merged,
                RegisterRecord ours,
                RegisterRecord theirs,
                Remembered remembered)
                implements Looked {}
    }

    /** How edits are written; only after {@link #look} said that the sides differ. */
    public Delivery<RegisterEdit> edits() {
        return RegisterConnector.editing(connector, register)
                .map(RegisterEditing::edits)
                .orElseThrow(() -> new IllegalStateException("nothing differs where nothing can be written"));
    }

    /** Reads both sides and writes the store's. */
    public Looked look(Conversation conversation) {
        Optional<RegisterSource> source = RegisterConnector.source(connector, register);
        if (source.isEmpty()) {
            return new Looked.Stopped(RegisterProblems.notRead(connection.connector(), register));
        }
        Optional<Known> known = Optional.ofNullable(ports.ledger()
                .ofStore(connection.name(), register, List.of(number))
                .get(number));
        Optional<Link> link = known.flatMap(Known::link);
        if (link.isEmpty()) {
            return new Looked.Unwanted(RegisterProblems.unlinked(number));
        }
        Remembered remembered = known.flatMap(Known::remembered).orElse(Remembered.NOTHING);
        Answer<Optional<There>> answer = source.get().read(link.get().partnerId(), conversation);
        if (answer instanceof Answer.None<Optional<There>> none) {
            return new Looked.Unread(none.why());
        }
        Optional<There> there = ((Answer.Value<Optional<There>>) answer).value();
        if (there.isEmpty()) {
            return new Looked.Stopped(RegisterProblems.goneThere(number));
        }
        Link now = NumberThere.followed(link.get(), there.get());
        if (!now.equals(link.get())) {
            ports.ledger().renumberedThere(connection.name(), register, List.of(now));
        }
        return merged(new Pair(now, remembered, there.get().record()));
    }

    private Looked merged(Pair pair) {
        Reconciled result = reconciler.of(List.of(pair), true).get(number);
        if (result instanceof Reconciled.Overtaken) {
            return new Looked.Overtaken();
        }
        if (result instanceof Reconciled.Failed failed) {
            return new Looked.Stopped(failed.problem());
        }
        if (!(result instanceof Reconciled.Done done)) {
            return new Looked.Unwanted(RegisterProblems.deletedHere(number));
        }
        if (done.merged().toPartner().isEmpty()) {
            return new Looked.Alike(
                    pair.link().partnerId(),
                    pair.link().partnerNumber(),
                    remark(done.merged().uncleared()));
        }
        RegisterEdit edit = new RegisterEdit(register, number, done.merged().toPartner());
        return new Looked.Differs(edit, pair.link(), done.merged(), done.ours(), pair.theirs(), done.remembered());
    }

    private static Optional<Problem> remark(Set<RegisterField> uncleared) {
        return Optional.of(uncleared).filter(fields -> !fields.isEmpty()).map(RegisterProblems::uncleared);
    }

    /**
     * To be called before the partner is written to. What an earlier attempt noted stays: whether it wrote is not known to
     * everybody who may still be at work on this record.
     *
     * @return false when somebody made the record alike meanwhile, so that it must be looked at again
     */
    public boolean intended(Looked.Differs differs) {
        List<Noted> noted = differs.merged().clashes().stream()
                .filter(clash -> clash.settled() == Settled.STORE_WON)
                .map(clash -> Reconciler.noted(differs.link(), differs.remembered(), clash))
                .toList();
        Writing writing = reconciler.writing(
                differs.link(), differs.remembered(), values(differs.edit().changes()));
        ports.ledger().note(connection.name(), register, noted, List.of(writing));
        Map<String, Known> known = ports.ledger().ofStore(connection.name(), register, List.of(number));
        return Reconciler.version(known.get(number)) == differs.remembered().version();
    }

    /** The partner was written to: what it holds now is read and remembered. What a person should know of it is given back. */
    public Optional<Problem> sent(Looked.Differs differs, Conversation conversation) {
        BiFunction<RegisterField, String, String> print =
                reconciler.print(differs.link().partnerId());
        Merge.Merged answered =
                Merge.answered(differs.merged(), differs.ours(), readBack(differs, conversation), print);
        List<Noted> noted = answered.clashes().stream()
                .map(clash -> Reconciler.noted(differs.link(), differs.remembered(), clash))
                .toList();
        if (!noted.isEmpty()) {
            ports.ledger().note(connection.name(), register, noted, List.of());
        }
        remember(differs, answered);
        return remark(differs.merged().uncleared());
    }

    /** An import may have remembered other fields meanwhile: those that were sent are added to them. */
    private void remember(Looked.Differs differs, Merge.Merged answered) {
        Set<RegisterField> sent = differs.merged().toPartner().keySet();
        Remembered before = differs.remembered();
        Map<RegisterField, String> ours = answered.ours();
        Map<RegisterField, String> theirs = answered.theirs();
        for (int tries = 0; tries < TRIES; tries++) {
            Synchronised record =
                    new Synchronised(number, differs.link().partnerId(), before.version(), ours, theirs, sent, false);
            if (ports.ledger()
                    .synchronised(connection.name(), register, List.of(record))
                    .isEmpty()) {
                return;
            }
            before = Optional.ofNullable(ports.ledger()
                            .ofStore(connection.name(), register, List.of(number))
                            .get(number))
                    .flatMap(Known::remembered)
                    .orElse(Remembered.NOTHING);
            ours = with(before.ours(), answered.ours(), sent);
            theirs = with(before.theirs(), answered.theirs(), sent);
        }
        throw new IllegalStateException("record " + number + " is being made alike again and again");
    }

    private static Map<RegisterField, String> with(
            Map<RegisterField, String> all, Map<RegisterField, String> some, Set<RegisterField> fields) {
        Map<RegisterField, String> both = new HashMap<>(all);
        fields.forEach(field -> Optional.ofNullable(some.get(field)).ifPresent(print -> both.put(field, print)));
        return both;
    }

    /** What cannot be read now counts as it was sent; the next import sees it otherwise. */
    private RegisterRecord readBack(Looked.Differs differs, Conversation conversation) {
        Optional<RegisterRecord> read = RegisterConnector.source(connector, register)
                .map(source -> source.read(differs.link().partnerId(), conversation))
                .filter(Answer.Value.class::isInstance)
                .flatMap(answer -> ((Answer.Value<Optional<There>>) answer).value())
                .map(There::record);
        return read.orElseGet(() -> differs.theirs().with(values(differs.edit().changes())));
    }

    private static Map<RegisterField, String> values(Map<RegisterField, FieldChange> changes) {
        return changes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        change -> change.getValue() instanceof FieldChange.Set set ? set.value() : ""));
    }
}
