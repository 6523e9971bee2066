package org.accountinghub.routes.store;

import static org.accountinghub.mappings.model.register.RegisterField.ARTICLE_ACTIVE;
import static org.accountinghub.mappings.model.register.RegisterField.DESCRIPTION;
import static org.accountinghub.mappings.model.register.RegisterField.PRICE;
import static org.accountinghub.mappings.model.register.RegisterField.UNIT;
import static org.accountinghub.mappings.model.register.RegisterField.VAT_RATE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.port.StoreRegisters;

/**
 * The registers of a store that provides the store contract. Fields that the store does not have are left out. A record that
 * somebody is saving and does not finish within 5 s is answered as {@link Verdict.Overtaken}. Only a database that does not
 * answer throws ({@link org.springframework.dao.DataAccessException}).
 */
public final class ContractRegisters implements StoreRegisters {

    private final RegisterReader reader;
    private final RegisterWriter writer;
    private final Currency homeCurrency;

    /** @param hub logs in as the hub's role */
    public ContractRegisters(DataSource hub, StoreSettings settings) {
        this.reader = new RegisterReader(hub, settings);
        this.writer = new RegisterWriter(hub, settings);
        this.homeCurrency = settings.homeCurrency();
    }

    @Override
    public void each(Register register, Consumer<Ours> taker) {
        reader.each(register, OptionalLong.empty(), taker);
    }

    @Override
    public Map<String, Ours> read(Register register, Collection<String> numbers) {
        return reader.named(register, numbers);
    }

    @Override
    public List<Ours> resembling(Register register, Collection<RegisterRecord> theirs) {
        return reader.resembling(register, theirs);
    }

    @Override
    public Optional<Article> article(SourceKey key) {
        return Optional.ofNullable(
                        read(Register.ARTICLES, List.of(key.number())).get(key.number()))
                .map(ours -> article(key, ours.record()));
    }

    private Article article(SourceKey key, RegisterRecord record) {
        return new Article(
                key,
                record.value(DESCRIPTION).orElse(""),
                record.value(UNIT),
                record.value(PRICE).map(price -> new Money(new BigDecimal(price), homeCurrency)),
                record.value(VAT_RATE).map(rate -> new Vat(new BigDecimal(rate), Vat.Treatment.DOMESTIC)),
                record.value(ARTICLE_ACTIVE).equals(Optional.of("true")));
    }

    @Override
    public Changes changedSince(Register register, Optional<Long> mark, Optional<String> page, int limit) {
        long now = reader.watermark();
        OptionalLong since = still(mark, now);
        List<Ours> records = reader.page(register, since, page.orElse(""), limit);
        Optional<String> next = records.size() < limit
                ? Optional.empty()
                : Optional.of(records.get(records.size() - 1).record().number());
        return new Changes(records, next, now);
    }

    /** A mark from the time before the database was restored says nothing. */
    private static OptionalLong still(Optional<Long> mark, long now) {
        return mark.filter(before -> before <= now).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    @Override
    public Map<String, String> numbersFor(Register register, Collection<String> wanted) {
        if (register == Register.CUSTOMERS) {
            return writer.numbersFor(wanted);
        }
        Set<String> taken = reader.named(register, wanted).keySet();
        return wanted.stream()
                .filter(number -> !number.isBlank() && !taken.contains(number))
                .distinct()
                .collect(Collectors.toMap(number -> number, number -> number));
    }

    @Override
    public Renumberings renumbered(Register register, Optional<Long> mark) {
        long now = reader.watermark();
        return new Renumberings(register == Register.CUSTOMERS ? reader.renumbered(still(mark, now)) : List.of(), now);
    }

    @Override
    public List<Verdict> write(String connection, Register register, List<Write> writes) {
        List<PutVerdict> put = writer.put(
                register,
                writes.stream().map(write -> record(register, write)).toList(),
                writes.stream().map(Write::expected).toList(),
                connection.isBlank() ? "hub" : connection);
        return register == Register.CUSTOMERS
                ? noted(connection, writes, put)
                : put.stream().map(ContractRegisters::said).toList();
    }

    /** What only the accounting system knows is of customers alone. */
    private List<Verdict> noted(String connection, List<Write> writes, List<PutVerdict> put) {
        List<AccountingNote> notes = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
            AccountingNote note = note(writes.get(i));
            if (put.get(i).isWritten() && !note.isEmpty()) {
                notes.add(note);
                places.add(i);
            }
        }
        List<Verdict> verdicts =
                new ArrayList<>(put.stream().map(ContractRegisters::said).toList());
        List<PutVerdict> noted = writer.note(connection, notes);
        for (int i = 0; i < noted.size(); i++) {
            int place = places.get(i);
            if (verdicts.get(place) instanceof Verdict.Unchanged
                    || !noted.get(i).isWritten()) {
                verdicts.set(place, said(noted.get(i)));
            }
        }
        return verdicts;
    }

    @Override
    public void note(String connection, List<Note> notes) {
        writer.note(
                connection,
                notes.stream()
                        .map(note ->
                                new AccountingNote(note.number(), Optional.of(note.accountingNumber()), note.values()))
                        .toList());
    }

    private static RegisterRecord record(Register register, Write write) {
        Map<RegisterField, String> held = new EnumMap<>(RegisterField.class);
        held.putAll(write.fields());
        held.keySet().retainAll(RegisterColumns.of(register));
        return new RegisterRecord(register, write.number(), held);
    }

    private static AccountingNote note(Write write) {
        Map<RegisterField, String> noted = new EnumMap<>(RegisterField.class);
        noted.putAll(write.fields());
        noted.keySet().removeIf(field -> !RegisterColumns.isNoted(field));
        return new AccountingNote(write.number(), write.accountingNumber(), noted);
    }

    private static Verdict said(PutVerdict verdict) {
        return switch (verdict.kind()) {
            case CREATED -> new Verdict.Created();
            case UPDATED -> new Verdict.Updated();
            case UNCHANGED -> new Verdict.Unchanged();
            case OVERTAKEN, BUSY -> new Verdict.Overtaken();
            case REFUSED -> new Verdict.Refused((verdict.field() + ": ").replace('_', ' ') + verdict.reason());
        };
    }
}
