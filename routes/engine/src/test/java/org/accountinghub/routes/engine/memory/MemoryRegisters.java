package org.accountinghub.routes.engine.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.RegisterLedger;

/** Links and what is remembered, in memory, for one connection; as strict as the port says. */
public final class MemoryRegisters implements RegisterLedger {

    private final MemoryLedger transfers;
    private final Map<String, Link> links = new TreeMap<>();
    private final Map<String, String> numbers = new TreeMap<>();
    private final Map<String, Remembered> remembered = new TreeMap<>();
    private final Map<String, Line> linesThere = new TreeMap<>();
    private final Map<String, Line> linesHere = new TreeMap<>();
    private final Map<String, Long> marks = new TreeMap<>();
    private final List<Kept> conflicts = new ArrayList<>();
    private final Set<Long> absorbed = new HashSet<>();

    public MemoryRegisters(MemoryLedger transfers) {
        this.transfers = transfers;
    }

    /** Nobody acknowledges any. */
    private static final class Kept {
        private Noted noted;
        private boolean settled;

        Kept(Noted noted) {
            this.noted = noted;
        }

        void again(Noted now) {
            noted = now;
            settled = false;
        }
    }

    private static String key(Register register, String id) {
        return register + "/" + id;
    }

    /** What a report says of a record of the partner, or of ours. */
    void line(Register register, Optional<String> number, Optional<String> partnerId, Line line) {
        number.ifPresent(one -> linesHere.put(key(register, one), line));
        partnerId.ifPresent(one -> linesThere.put(key(register, one), line));
    }

    void forgetLines(Register register) {
        linesHere.keySet().removeIf(key -> key.startsWith(register + "/"));
        linesThere.keySet().removeIf(key -> key.startsWith(register + "/"));
    }

    void seen(Register register, String partnerId, long run) {
        Remembered now = remembered.getOrDefault(key(register, partnerId), Remembered.NOTHING);
        remembered.put(
                key(register, partnerId),
                new Remembered(now.version(), now.ours(), now.theirs(), run, now.gone(), now.begun()));
    }

    public List<Link> links(Register register) {
        absorb();
        return links.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(register + "/"))
                .map(Map.Entry::getValue)
                .toList();
    }

    Remembered remembered(Register register, String partnerId) {
        return remembered.getOrDefault(key(register, partnerId), Remembered.NOTHING);
    }

    public List<Noted> conflicts() {
        return conflicts.stream().map(kept -> kept.noted).toList();
    }

    /** What transfers have brought is linked. */
    private void absorb() {
        for (Entry entry : transfers.entries()) {
            if (entry.binding().isEmpty() || absorbed.contains(entry.transfer().id())) {
                continue;
            }
            Optional<Register> register = register(entry.transfer().subject());
            if (register.isPresent()) {
                absorbed.add(entry.transfer().id());
                PartnerDocument there = entry.binding().get();
                String number = entry.transfer().subject().source().number();
                put(register.get(), new Link(number, there.id(), there.number(), Link.By.TRANSFER));
            }
        }
    }

    private static Optional<Register> register(Subject subject) {
        if (subject instanceof Subject.OfCustomer) {
            return Optional.of(Register.CUSTOMERS);
        }
        return subject instanceof Subject.OfArticle ? Optional.of(Register.ARTICLES) : Optional.empty();
    }

    private boolean put(Register register, Link link) {
        String there = key(register, link.partnerId());
        String here = key(register, link.number());
        if (links.containsKey(there) || numbers.containsKey(here)) {
            return link.partnerId().equals(numbers.get(here));
        }
        links.put(there, link);
        numbers.put(here, link.partnerId());
        return true;
    }

    private Optional<Known> known(Register register, Optional<String> partnerId, Optional<Line> line) {
        Optional<Link> link = partnerId.map(id -> links.get(key(register, id)));
        if (link.isEmpty() && line.isEmpty()) {
            return Optional.empty();
        }
        Optional<Remembered> before =
                link.map(one -> remembered.get(key(register, one.partnerId()))).or(Optional::empty);
        return Optional.of(new Known(link, before, link.isPresent() ? Optional.empty() : line));
    }

    @Override
    public Map<String, Known> ofPartner(String connection, Register register, Collection<String> partnerIds) {
        absorb();
        Map<String, Known> all = new LinkedHashMap<>();
        partnerIds.forEach(id -> known(
                        register,
                        Optional.of(id).filter(one -> links.containsKey(key(register, one))),
                        Optional.ofNullable(linesThere.get(key(register, id))))
                .ifPresent(known -> all.put(id, known)));
        return all;
    }

    @Override
    public Map<String, Known> ofStore(String connection, Register register, Collection<String> wanted) {
        absorb();
        Map<String, Known> all = new LinkedHashMap<>();
        wanted.forEach(number -> known(
                        register,
                        Optional.ofNullable(numbers.get(key(register, number))),
                        Optional.ofNullable(linesHere.get(key(register, number))))
                .ifPresent(known -> all.put(number, known)));
        return all;
    }

    @Override
    public long links(String connection, Register register) {
        return links(register).stream()
                .filter(link -> !remembered(register, link.partnerId()).gone())
                .count();
    }

    @Override
    public List<Link> link(String connection, Register register, List<Link> wanted) {
        absorb();
        return wanted.stream().filter(link -> !put(register, link)).toList();
    }

    @Override
    public void renumberedThere(String connection, Register register, Collection<Link> renumbered) {
        renumbered.forEach(link -> links.computeIfPresent(
                key(register, link.partnerId()),
                (key, was) -> new Link(was.number(), was.partnerId(), link.partnerNumber(), was.by())));
    }

    @Override
    public void unlink(String connection, Register register, Collection<String> wanted) {
        for (String number : wanted) {
            String id = numbers.get(key(register, number));
            if (id == null
                    || remembered(register, id).version() > 0
                    || links.get(key(register, id)).by() != Link.By.IMPORT) {
                throw new AssertionError("not to be unlinked: " + number);
            }
            numbers.remove(key(register, number));
            links.remove(key(register, id));
        }
    }

    @Override
    public void note(String connection, Register register, List<Noted> noted, List<Writing> writing) {
        for (Writing one : writing) {
            Remembered now = remembered(register, one.partnerId());
            if (now.version() == one.version()) {
                Map<RegisterField, Set<String>> begun = new HashMap<>(now.begun());
                one.prints().forEach((field, print) -> begun.merge(field, Set.of(print), MemoryRegisters::both));
                remembered.put(
                        key(register, one.partnerId()),
                        new Remembered(now.version(), now.ours(), now.theirs(), now.run(), now.gone(), begun));
            }
        }
        for (Noted one : noted) {
            if (remembered(register, one.partnerId()).version() == one.version()) {
                conflicts.removeIf(kept -> !kept.settled
                        && sameField(kept.noted, one)
                        && kept.noted.lost().equals(one.lost())
                        && !same(kept.noted, one));
                conflicts.stream()
                        .filter(kept -> same(kept.noted, one))
                        .findFirst()
                        .ifPresentOrElse(kept -> kept.again(one), () -> conflicts.add(new Kept(one)));
            }
        }
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Map<RegisterField, Set<String>> without(
            Map<RegisterField, Set<String>> begun, Set<RegisterField> settled) {
        Map<RegisterField, Set<String>> left = new HashMap<>(begun);
        left.keySet().removeAll(settled);
        return left;
    }

    private static boolean same(Noted one, Noted other) {
        return sameField(one, other)
                && one.ours().equals(other.ours())
                && one.theirs().equals(other.theirs());
    }

    private static boolean sameField(Noted one, Noted other) {
        return one.partnerId().equals(other.partnerId()) && one.field() == other.field();
    }

    @Override
    public List<String> synchronised(String connection, Register register, List<Synchronised> records) {
        List<String> refused = new ArrayList<>();
        for (Synchronised record : records) {
            Remembered before = remembered(register, record.partnerId());
            if (before.version() != record.version()) {
                refused.add(record.number());
                continue;
            }
            remembered.put(
                    key(register, record.partnerId()),
                    new Remembered(
                            before.version() + 1,
                            record.ours(),
                            record.theirs(),
                            before.run(),
                            record.gone(),
                            without(before.begun(), record.settled())));
            conflicts.stream()
                    .filter(kept -> kept.noted.partnerId().equals(record.partnerId())
                            && record.settled().contains(kept.noted.field()))
                    .forEach(kept -> kept.settled = true);
        }
        return refused;
    }

    @Override
    public int export(String connection, Register register, Collection<String> wanted, Optional<String> who) {
        absorb();
        int made = 0;
        for (String number : wanted) {
            SourceKey key = new SourceKey("store", "", register.kind(), number);
            Subject subject = numbers.containsKey(key(register, number))
                    ? new Subject.OfRecord(key)
                    : register == Register.CUSTOMERS ? new Subject.OfCustomer(key) : new Subject.OfArticle(key);
            boolean added = mayBeThere(connection, subject)
                    .map(before -> addBehind(before, new Subject.OfRecord(key)))
                    .orElseGet(() -> addUnlessWaiting(connection, subject));
            made += added ? 1 : 0;
        }
        return made;
    }

    private Optional<Entry> mayBeThere(String connection, Subject subject) {
        return transfers.entries().stream()
                .filter(entry -> !(subject instanceof Subject.OfRecord))
                .filter(entry -> entry.connection.equals(connection) && entry.subject.equals(subject))
                .filter(entry -> entry.state != TransferState.SENDING && !entry.isOver())
                .filter(entry -> entry.steps.stream().anyMatch(StepProgress::open))
                .findFirst();
    }

    private boolean addBehind(Entry before, Subject change) {
        boolean waits = transfers.entries().stream()
                .anyMatch(entry -> entry.subject.equals(change) && entry.state == TransferState.WAITING);
        if (!waits) {
            Entry added = transfers.add(before.connection, change);
            added.become(TransferState.WAITING);
            added.waitsFor = Optional.of(before.id);
        }
        return !waits;
    }

    private boolean addUnlessWaiting(String connection, Subject subject) {
        List<Entry> same = transfers.entries().stream()
                .filter(entry -> entry.connection.equals(connection) && entry.subject.equals(subject))
                .toList();
        if (same.stream()
                .anyMatch(entry -> entry.state == TransferState.DUE
                        || entry.state == TransferState.QUEUED
                        || entry.state == TransferState.WAITING)) {
            return false;
        }
        same.stream()
                .filter(entry -> entry.state == TransferState.REJECTED || entry.state == TransferState.EXHAUSTED)
                .forEach(entry -> entry.become(TransferState.SUPERSEDED));
        Entry added = transfers.add(connection, subject);
        same.stream()
                .filter(entry -> entry.state == TransferState.SENDING)
                .findFirst()
                .ifPresent(sending -> {
                    added.become(TransferState.WAITING);
                    added.waitsFor = Optional.of(sending.id);
                });
        return true;
    }

    @Override
    public void renumber(Register register, String former, String now) {
        String id = numbers.remove(key(register, former));
        if (id != null) {
            Link link = links.get(key(register, id));
            numbers.put(key(register, now), id);
            links.put(key(register, id), new Link(now, id, link.partnerNumber(), link.by()));
        }
    }

    @Override
    public Optional<Long> mark(String looker, Register register) {
        return Optional.ofNullable(marks.get(key(register, looker)));
    }

    @Override
    public void mark(String looker, Register register, Optional<Long> before, long change) {
        if (mark(looker, register).equals(before)) {
            marks.put(key(register, looker), change);
        }
    }

    @Override
    public void lookAgain(String looker, Register register) {
        marks.merge(key(register, looker), -1L, (mark, first) -> Math.min(mark, 0) - 1);
    }

    /** Transfers that could still write to the partner. */
    public boolean moving() {
        return transfers.entries().stream()
                .anyMatch(entry -> entry.transfer().state() == TransferState.DUE
                        || entry.transfer().state() == TransferState.QUEUED
                        || entry.transfer().state() == TransferState.WAITING
                        || entry.transfer().state() == TransferState.SENDING);
    }
}
