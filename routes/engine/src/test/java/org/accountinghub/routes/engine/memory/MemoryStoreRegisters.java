package org.accountinghub.routes.engine.memory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.register.FieldGroup;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.accountinghub.routes.engine.port.ServiceStore;
import org.accountinghub.routes.engine.port.StoreRegisters;

/** The store's customers in memory, or its articles: every change has a number of its own, and writes are held against it. */
public final class MemoryStoreRegisters implements StoreRegisters, ServiceStore {

    private final Register register;
    private final Map<String, Ours> records = new TreeMap<>();
    private final Map<String, Map<RegisterField, String>> notes = new TreeMap<>();
    private final Map<String, String> accountingNumbers = new TreeMap<>();
    private final List<Renumbering> renumbered = new ArrayList<>();
    private HubWrote hubWrote = (number, field, before, after) -> {};
    private int overtaken;
    private long change;
    private long generated = 900_000;

    public MemoryStoreRegisters() {
        this(Register.CUSTOMERS);
    }

    public MemoryStoreRegisters(Register register) {
        this.register = register;
    }

    /** How often somebody had changed what the hub was about to write. */
    public int overtaken() {
        return overtaken;
    }

    /** Hears what the hub writes. */
    public void hear(HubWrote ears) {
        hubWrote = ears;
    }

    @Override
    public Reading<BillableOrder> document(DocumentKey key, LocalDate documentDate) {
        return new Reading.Gone<>("there are no orders here");
    }

    @Override
    public Reading<Customer> customer(SourceKey key) {
        return find(key.number())
                .<Reading<Customer>>map(record -> new Reading.Ready<>(Customers.document(key, record)))
                .orElseGet(() -> new Reading.Gone<>("it is not there"));
    }

    @Override
    public void tell(ReturnLedger.StoreNote note) {
        throw new AssertionError("there are no orders here");
    }

    /** Somebody in the service system changes or creates a customer. */
    public void edit(String number, Map<RegisterField, String> values) {
        put(number, values);
    }

    public void delete(String number) {
        records.remove(number);
    }

    public void renumber(String former, String now) {
        Ours before = records.remove(former);
        records.put(
                now, new Ours(new RegisterRecord(register, now, before.record().values()), ++change));
        renumbered.add(new Renumbering(former, now));
    }

    public Optional<RegisterRecord> find(String number) {
        return Optional.ofNullable(records.get(number)).map(Ours::record);
    }

    public List<RegisterRecord> all() {
        return records.values().stream().map(Ours::record).toList();
    }

    /** What only the accounting system knows of a customer. */
    public Map<RegisterField, String> noted(String number) {
        return notes.getOrDefault(number, Map.of());
    }

    private void put(String number, Map<RegisterField, String> values) {
        Map<RegisterField, String> all = new EnumMap<>(RegisterField.class);
        find(number).ifPresent(record -> all.putAll(record.values()));
        all.putAll(values);
        records.put(number, new Ours(new RegisterRecord(register, number, all), ++change));
    }

    @Override
    public void each(Register register, Consumer<Ours> taker) {
        records.values().forEach(taker);
    }

    @Override
    public Map<String, Ours> read(Register register, Collection<String> numbers) {
        Map<String, Ours> found = new HashMap<>();
        numbers.forEach(number -> Optional.ofNullable(records.get(number)).ifPresent(ours -> found.put(number, ours)));
        return found;
    }

    @Override
    public List<Ours> resembling(Register register, Collection<RegisterRecord> theirs) {
        return List.copyOf(records.values());
    }

    @Override
    public Optional<Article> article(SourceKey key) {
        return find(key.number()).map(record -> Articles.document(key, record));
    }

    @Override
    public Changes changedSince(Register register, Optional<Long> mark, Optional<String> page, int limit) {
        List<Ours> changed = records.values().stream()
                .filter(ours -> ours.change() >= mark.orElse(0L))
                .filter(ours -> ours.record().number().compareTo(page.orElse("")) > 0)
                .limit(limit)
                .toList();
        Optional<String> next = changed.size() < limit
                ? Optional.empty()
                : Optional.of(changed.get(changed.size() - 1).record().number());
        return new Changes(changed, next, change + 1);
    }

    @Override
    public Map<String, String> numbersFor(Register register, Collection<String> wanted) {
        Map<String, String> numbers = new HashMap<>();
        wanted.forEach(number ->
                numbers.put(number, number.isEmpty() || records.containsKey(number) ? "G" + ++generated : number));
        return numbers;
    }

    @Override
    public List<Verdict> write(String connection, Register register, List<Write> writes) {
        if (writes.stream().anyMatch(write -> write.fields().containsValue("break"))) {
            throw new IllegalStateException("the store broke, and nothing was written");
        }
        return writes.stream().map(this::write).toList();
    }

    private Verdict write(Write write) {
        if (write.fields().containsValue("refuse me")) {
            return new Verdict.Refused("a value it refuses");
        }
        Optional<Ours> before = Optional.ofNullable(records.get(write.number()));
        if (write.expected().isPresent()
                && write.expected().getAsLong() != before.map(Ours::change).orElse(0L)) {
            overtaken++;
            return new Verdict.Overtaken();
        }
        Map<RegisterField, String> own = new EnumMap<>(RegisterField.class);
        write.fields().forEach((field, value) -> {
            if (field.group() == FieldGroup.ACCOUNTING) {
                notes.computeIfAbsent(write.number(), number -> new EnumMap<>(RegisterField.class))
                        .put(field, value);
            } else {
                own.put(field, value);
            }
        });
        if (before.isPresent()
                && own.entrySet().stream()
                        .allMatch(field -> field.getValue()
                                .equals(before.get().record().values().get(field.getKey())))) {
            return own.size() == write.fields().size() ? new Verdict.Unchanged() : new Verdict.Updated();
        }
        own.forEach((field, value) -> hubWrote.wrote(
                write.number(),
                field,
                before.map(Ours::record).map(record -> record.values().get(field)),
                value));
        put(write.number(), own);
        return before.isPresent() ? new Verdict.Updated() : new Verdict.Created();
    }

    @Override
    public void note(String connection, List<Note> kept) {
        if (kept.stream().anyMatch(note -> note.number().equals("break"))) {
            throw new IllegalStateException("the store broke, and nothing was kept");
        }
        kept.stream().filter(note -> records.containsKey(note.number())).forEach(note -> {
            accountingNumbers.put(note.number(), note.accountingNumber());
            notes.computeIfAbsent(note.number(), number -> new EnumMap<>(RegisterField.class))
                    .putAll(note.values());
        });
    }

    /** A customer's number in the books, as the hub told it. */
    public Optional<String> accountingNumber(String number) {
        return Optional.ofNullable(accountingNumbers.get(number));
    }

    @Override
    public Renumberings renumbered(Register register, Optional<Long> mark) {
        int from = Math.toIntExact(mark.orElse(0L));
        return register == Register.ARTICLES
                ? new Renumberings(List.of(), 0)
                : new Renumberings(List.copyOf(renumbered.subList(from, renumbered.size())), renumbered.size());
    }
}
