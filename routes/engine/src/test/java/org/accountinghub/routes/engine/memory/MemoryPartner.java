package org.accountinghub.routes.engine.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.ArticleEditor;
import org.accountinghub.connectors.spi.ArticleSink;
import org.accountinghub.connectors.spi.ArticleSource;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.CustomerEditor;
import org.accountinghub.connectors.spi.CustomerSink;
import org.accountinghub.connectors.spi.CustomerSource;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.RegisterEditing;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.FieldChange;
import org.accountinghub.mappings.model.register.FieldGroup;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterEdit;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;

/**
 * A partner's customers, or its articles: lists show a part of the fields, changes to the minute, and late; answers get lost when told. What
 * it was asked is counted. Several may read and list at the same time.
 */
public final class MemoryPartner
        implements CustomerSource,
                CustomerEditor,
                CustomerSink,
                ArticleSource,
                ArticleEditor,
                ArticleSink,
                RegisterSource,
                RegisterEditing {

    private static final Set<RegisterField> LISTED = Set.of(
            RegisterField.NAME,
            RegisterField.REGISTRATION_NUMBER,
            RegisterField.PHONE,
            RegisterField.DESCRIPTION,
            RegisterField.PRICE);

    /** Later than that no change appears in a list. */
    public static final Duration LATEST = Duration.ofMinutes(3);

    private record Held(RegisterRecord record, Instant changed) {}

    private final TestClock clock;
    private final Register register;
    private final Map<String, Held> records =
            new TreeMap<>(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
    private final Map<String, Outcome> answers = new HashMap<>();
    private final Set<String> beingChanged = new HashSet<>();
    private final List<String> reads = new ArrayList<>();
    private final List<RegisterEdit> edits = new ArrayList<>();
    private Luck luck = Luck.GOOD;
    private HubWrote hubWrote = (number, field, before, after) -> {};
    private boolean empty;
    private Duration late = Duration.ZERO;
    private int pageSize = 100;
    public int lists;
    public int creations;

    public MemoryPartner(TestClock clock) {
        this(clock, Register.CUSTOMERS);
    }

    public MemoryPartner(TestClock clock, Register register) {
        this.clock = clock;
        this.register = register;
    }

    /** Hears what the hub writes. */
    public void hear(HubWrote ears) {
        hubWrote = ears;
    }

    public void luck(Luck now) {
        luck = now;
    }

    /** Changes appear in lists so much later. */
    public void late(Duration by) {
        late = by;
    }

    public void pageSize(int records) {
        pageSize = records;
    }

    /** Lists show nothing. */
    public void empty(boolean now) {
        empty = now;
    }

    /** Reading this record gives that. */
    public void answer(String id, Outcome none) {
        answers.put(id, none);
    }

    public void put(String id, Map<RegisterField, String> values) {
        Map<RegisterField, String> all = new EnumMap<>(RegisterField.class);
        find(id).ifPresent(record -> all.putAll(record.values()));
        all.putAll(values);
        String number = find(id).map(RegisterRecord::number).orElse(id);
        records.put(id, new Held(new RegisterRecord(register, number, all), clock.instant()));
    }

    /** Somebody there gives a record another number than its id. */
    public void renumber(String id, String number) {
        RegisterRecord record = find(id).orElseThrow();
        records.put(id, new Held(new RegisterRecord(register, number, record.values()), clock.instant()));
    }

    public void remove(String id) {
        records.remove(id);
    }

    public Optional<RegisterRecord> find(String id) {
        return Optional.ofNullable(records.get(id)).map(Held::record);
    }

    public List<RegisterRecord> all() {
        return records.values().stream().map(Held::record).toList();
    }

    /** Whether a transfer has read it and may be about to write: the moment in which no partner lets two writers see each other. */
    public boolean beingChanged(String id) {
        return beingChanged.contains(id);
    }

    /** Who was about to write is dead, or done. */
    public void nobodyChanges(String id) {
        beingChanged.remove(id);
    }

    public List<String> reads() {
        return List.copyOf(reads);
    }

    public List<RegisterEdit> written() {
        return List.copyOf(edits);
    }

    public void forgetCalls() {
        lists = 0;
        creations = 0;
        reads.clear();
        edits.clear();
    }

    public int calls() {
        return lists + creations + reads.size() + edits.size();
    }

    @Override
    public RegisterSource customersThere() {
        return this;
    }

    @Override
    public RegisterEditing customerEdits() {
        return this;
    }

    @Override
    public RegisterSource articlesThere() {
        return this;
    }

    @Override
    public RegisterEditing articleEdits() {
        return this;
    }

    @Override
    public Set<RegisterField> fields() {
        return Set.copyOf(RegisterField.of(register));
    }

    @Override
    public Duration overlap() {
        return LATEST.plusMinutes(1);
    }

    @Override
    public synchronized Answer<Page> list(Optional<Instant> since, Optional<String> page, Conversation conversation) {
        if (luck.refused()) {
            return new Answer.None<>(retry());
        }
        lists++;
        Instant shown = clock.instant().minus(late);
        List<There> all = records.entrySet().stream()
                .filter(one -> !empty)
                .filter(one -> since.isEmpty()
                        || (!one.getValue().changed().isAfter(shown)
                                && !one.getValue()
                                        .changed()
                                        .truncatedTo(ChronoUnit.MINUTES)
                                        .isBefore(since.get().truncatedTo(ChronoUnit.MINUTES))))
                .map(one -> new There(one.getKey(), listed(one.getValue().record())))
                .toList();
        int from = page.map(Integer::parseInt).orElse(0);
        int until = Math.min(all.size(), from + pageSize);
        Optional<String> next = until < all.size() ? Optional.of(Integer.toString(until)) : Optional.empty();
        return new Answer.Value<>(
                new Page(all.subList(Math.min(from, until), until), next, OptionalLong.of(all.size())));
    }

    private RegisterRecord listed(RegisterRecord whole) {
        Map<RegisterField, String> shown = new EnumMap<>(RegisterField.class);
        LISTED.stream()
                .filter(whole::knows)
                .forEach(field -> shown.put(field, whole.value(field).orElse("")));
        return new RegisterRecord(register, whole.number(), shown);
    }

    @Override
    public synchronized Answer<Optional<There>> read(String id, Conversation conversation) {
        if (answers.containsKey(id)) {
            return new Answer.None<>(answers.get(id));
        }
        if (luck.refused()) {
            return new Answer.None<>(retry());
        }
        reads.add(id);
        if (conversation != Conversation.UNHEARD) {
            beingChanged.add(id);
        }
        return new Answer.Value<>(find(id).map(record -> new There(id, record)));
    }

    @Override
    public Set<RegisterField> writable() {
        Set<RegisterField> own = new HashSet<>(fields());
        own.removeIf(field -> field.group() == FieldGroup.ACCOUNTING);
        return own;
    }

    @Override
    public Set<RegisterField> clearable() {
        return Set.of(RegisterField.PHONE, RegisterField.EMAIL, RegisterField.COST_CENTRE, RegisterField.UNIT);
    }

    private static Outcome.Retry retry() {
        return new Outcome.Retry(problem(), Optional.of(Duration.ofSeconds(2)), false);
    }

    private static Problem problem() {
        return Problem.of("partner.busy", Problem.Stage.PARTNER, "not now", "Wait");
    }

    private Outcome carriedOut(String id, Runnable write) {
        if (luck.refused()) {
            return retry();
        }
        boolean lost = luck.lost();
        if (!lost || luck.carriedOut()) {
            write.run();
        }
        return lost ? new Outcome.Uncertain(problem()) : new Outcome.Delivered(new PartnerDocument(id, id, List.of()));
    }

    private void hubWrites(String id, Map<RegisterField, String> values) {
        Optional<RegisterRecord> before = find(id);
        values.forEach((field, value) ->
                hubWrote.wrote(id, field, before.map(record -> record.values().get(field)), value));
        put(id, values);
    }

    /** Updates of customers. */
    @Override
    public Delivery<RegisterEdit> edits() {
        return new Writing<>() {
            @Override
            Outcome write(Work<RegisterEdit> work) {
                String id = work.bound().get(register.kind());
                return carriedOut(id, () -> {
                    edits.add(work.document());
                    Map<RegisterField, String> values = new EnumMap<>(RegisterField.class);
                    work.document()
                            .changes()
                            .forEach((field, change) ->
                                    values.put(field, change instanceof FieldChange.Set set ? set.value() : ""));
                    hubWrites(id, values);
                });
            }

            @Override
            String step() {
                return "update";
            }
        };
    }

    @Override
    public Delivery<Customer> customers() {
        return creating(Customer::number, Customers::values);
    }

    @Override
    public Delivery<Article> articles() {
        return creating(Article::number, Articles::values);
    }

    private <D> Delivery<D> creating(Function<D, String> number, Function<D, Map<RegisterField, String>> values) {
        return new Writing<>() {
            @Override
            Outcome write(Work<D> work) {
                String id = number.apply(work.document());
                return records.containsKey(id)
                        ? new Outcome.Delivered(new PartnerDocument(id, id, List.of()))
                        : carriedOut(id, () -> {
                            creations++;
                            hubWrites(id, values.apply(work.document()));
                        });
            }

            @Override
            String step() {
                return Step.CREATE;
            }
        };
    }

    /** Class B: what it writes may be repeated. */
    private abstract static class Writing<D> implements Delivery<D> {

        abstract Outcome write(Work<D> work);

        abstract String step();

        @Override
        public List<Step> steps(D document) {
            return List.of(new Step(step(), IdempotencyClass.B, Duration.ZERO));
        }

        @Override
        public Outcome perform(Work<D> work, Conversation conversation) {
            return write(work);
        }

        @Override
        public Finding find(Work<D> work, Conversation conversation) {
            return new Finding.Absent();
        }

        @Override
        public Rehearsal rehearse(D document, Map<String, String> bound, Conversation conversation) {
            return new Rehearsal(List.of(), List.of(), Optional.empty());
        }
    }

    @Override
    public List<Problem> check(Conversation conversation) {
        return List.of();
    }

    @Override
    public void close() {
        lists = 0;
    }
}
