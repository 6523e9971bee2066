package org.accountinghub.routes.engine.registers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import org.accountinghub.mappings.model.register.FieldGroup;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.port.Fingerprints;
import org.accountinghub.routes.engine.port.RegisterConflicts.Settled;
import org.accountinghub.routes.engine.port.RegisterLedger;
import org.accountinghub.routes.engine.port.RegisterLedger.Known;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.accountinghub.routes.engine.port.RegisterLedger.Noted;
import org.accountinghub.routes.engine.port.RegisterLedger.Remembered;
import org.accountinghub.routes.engine.port.RegisterLedger.Synchronised;
import org.accountinghub.routes.engine.port.RegisterLedger.Writing;
import org.accountinghub.routes.engine.port.StoreRegisters;
import org.accountinghub.routes.engine.port.StoreRegisters.Ours;
import org.accountinghub.routes.engine.port.StoreRegisters.Verdict;
import org.accountinghub.routes.engine.port.StoreRegisters.Write;
import org.jspecify.annotations.Nullable;

/**
 * Makes linked records alike as far as the store is concerned: merges, notes conflicts, writes, remembers. In that order,
 * so that a crash after any of them is made good by doing it again.
 */
final class Reconciler {

    private static final int TRIES = 3;

    private final RegisterLedger ledger;
    private final StoreRegisters store;
    private final Fingerprints fingerprints;
    private final String connection;
    private final Register register;
    private final Merge merge;

    Reconciler(
            RegisterLedger ledger,
            StoreRegisters store,
            Fingerprints fingerprints,
            String connection,
            Register register,
            Merge merge) {
        this.ledger = ledger;
        this.store = store;
        this.fingerprints = fingerprints;
        this.connection = connection;
        this.register = register;
        this.merge = merge;
    }

    private record Job(Pair pair, Ours ours, Merge.Merged merged) {}

    BiFunction<RegisterField, String, String> print(String partnerId) {
        return (field, value) -> fingerprints.of(connection, partnerId, field, value);
    }

    /**
     * One result for each, by our number.
     *
     * @param settling whether conflicts may be noted of what is as it was remembered: then they are settled all the same
     */
    Map<String, Reconciled> of(List<Pair> pairs, boolean settling) {
        Map<String, Reconciled> results = new LinkedHashMap<>();
        List<Pair> left = pairs;
        for (int tries = 0; tries < TRIES && !left.isEmpty(); tries++) {
            left = round(left, settling, results);
        }
        left.forEach(pair -> results.put(pair.link().number(), new Reconciled.Overtaken()));
        return results;
    }

    /** Returns those that somebody changed in the store meanwhile. */
    private List<Pair> round(List<Pair> pairs, boolean settling, Map<String, Reconciled> results) {
        Map<String, Ours> read = store.read(
                register, pairs.stream().map(pair -> pair.link().number()).toList());
        List<Job> jobs = new ArrayList<>();
        for (Pair pair : pairs) {
            Ours ours = read.get(pair.link().number());
            if (ours == null) {
                results.put(
                        pair.link().number(),
                        new Reconciled.Missing(pair.remembered().version() > 0));
            } else if (isAnother(pair, ours)) {
                results.put(
                        pair.link().number(),
                        new Reconciled.Failed(
                                RegisterProblems.numberTaken(pair.link().number())));
            } else {
                jobs.add(new Job(
                        pair,
                        ours,
                        merge.of(
                                ours.record(),
                                pair.theirs(),
                                pair.remembered(),
                                print(pair.link().partnerId()),
                                pair.link().by() == Link.By.MATCH
                                        && pair.remembered().version() == 0)));
            }
        }
        note(jobs);
        List<Job> current = stillAsRead(jobs, results);
        List<Pair> overtaken = new ArrayList<>();
        remember(written(current, overtaken, results), settling, results);
        return overtaken;
    }

    /**
     * Those that nobody made alike since they were read: their conflicts are noted. Who does so from here on changes the
     * store's record too, or nothing of it.
     */
    private List<Job> stillAsRead(List<Job> jobs, Map<String, Reconciled> results) {
        Map<String, Known> known = ledger.ofStore(
                connection,
                register,
                jobs.stream().map(job -> job.pair().link().number()).toList());
        List<Job> current = new ArrayList<>();
        for (Job job : jobs) {
            String number = job.pair().link().number();
            if (version(known.get(number)) == job.pair().remembered().version()) {
                current.add(job);
            } else {
                results.put(number, new Reconciled.Overtaken());
            }
        }
        return current;
    }

    static long version(@Nullable Known known) {
        return Optional.ofNullable(known)
                .flatMap(Known::remembered)
                .map(Remembered::version)
                .orElse(0L);
    }

    /** A number was kept for a record that an import creates, and somebody took it before. */
    private static boolean isAnother(Pair pair, Ours ours) {
        if (pair.link().by() != Link.By.IMPORT || pair.remembered().version() > 0) {
            return false;
        }
        Candidate here = new Candidate(ours.record(), ours.record().number(), false);
        Candidate there = new Candidate(pair.theirs(), pair.link().partnerId(), false);
        boolean sameRegistration =
                here.registration().isPresent() && here.registration().equals(there.registration());
        return ours.record().register() == Register.CUSTOMERS
                && !sameRegistration
                && (here.contradicts(there) || !here.nameKey().equals(there.nameKey()));
    }

    private void note(List<Job> jobs) {
        List<Noted> noted = new ArrayList<>();
        List<Writing> writing = new ArrayList<>();
        for (Job job : jobs) {
            Map<RegisterField, String> values = new EnumMap<>(RegisterField.class);
            values.putAll(job.merged().toStore());
            values.keySet().removeIf(field -> field.group() == FieldGroup.ACCOUNTING);
            if (!values.isEmpty()) {
                writing.add(writing(job.pair().link(), job.pair().remembered(), values));
            }
            job.merged().clashes().stream()
                    .filter(clash -> clash.settled() != Settled.STORE_WON)
                    .forEach(clash ->
                            noted.add(noted(job.pair().link(), job.pair().remembered(), clash)));
        }
        if (!noted.isEmpty() || !writing.isEmpty()) {
            ledger.note(connection, register, noted, writing);
        }
    }

    Writing writing(Link link, Remembered remembered, Map<RegisterField, String> values) {
        Map<RegisterField, String> prints = new EnumMap<>(RegisterField.class);
        values.forEach(
                (field, value) -> prints.put(field, fingerprints.of(connection, link.partnerId(), field, value)));
        return new Writing(link.partnerId(), remembered.version(), prints);
    }

    static Noted noted(Link link, Remembered remembered, Merge.Clash clash) {
        return new Noted(
                link.number(),
                link.partnerId(),
                remembered.version(),
                clash.field(),
                clash.ours(),
                clash.theirs(),
                clash.settled());
    }

    private List<Job> written(List<Job> jobs, List<Pair> overtaken, Map<String, Reconciled> results) {
        List<Job> writing = jobs.stream()
                .filter(job -> !job.merged().toStore().isEmpty()
                        || job.pair().remembered().version() == 0)
                .toList();
        List<Write> writes = writing.stream()
                .map(job -> new Write(
                        job.pair().link().number(),
                        job.merged().toStore(),
                        Optional.of(job.pair().link().partnerNumber()),
                        OptionalLong.of(job.ours().change())))
                .toList();
        List<Verdict> verdicts = writes.isEmpty() ? List.of() : store.write(connection, register, writes);
        Map<String, Verdict> said = new HashMap<>();
        for (int place = 0; place < writing.size(); place++) {
            said.put(writing.get(place).pair().link().number(), verdicts.get(place));
        }
        List<Job> done = new ArrayList<>();
        for (Job job : jobs) {
            Verdict verdict = said.get(job.pair().link().number());
            if (verdict instanceof Verdict.Overtaken) {
                overtaken.add(job.pair());
            } else if (verdict instanceof Verdict.Refused refused) {
                results.put(
                        job.pair().link().number(), new Reconciled.Failed(RegisterProblems.refused(refused.reason())));
            } else {
                boolean written = !job.merged().toStore().isEmpty() && !(verdict instanceof Verdict.Unchanged);
                results.put(
                        job.pair().link().number(),
                        new Reconciled.Done(
                                job.merged(),
                                job.ours().record(),
                                job.pair().remembered(),
                                written,
                                job.merged().clashes().size()));
                done.add(job);
            }
        }
        return done;
    }

    private void remember(List<Job> done, boolean settling, Map<String, Reconciled> results) {
        List<Synchronised> changed = new ArrayList<>();
        for (Job job : done) {
            Remembered before = job.pair().remembered();
            boolean same = !settling
                    && before.version() > 0
                    && !before.gone()
                    && before.ours().equals(job.merged().ours())
                    && before.theirs().equals(job.merged().theirs());
            if (!same) {
                changed.add(new Synchronised(
                        job.pair().link().number(),
                        job.pair().link().partnerId(),
                        before.version(),
                        job.merged().ours(),
                        job.merged().theirs(),
                        settled(job),
                        false));
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        List<String> refused = ledger.synchronised(connection, register, changed);
        for (Synchronised record : changed) {
            if (refused.contains(record.number())) {
                results.put(record.number(), new Reconciled.Overtaken());
            } else if (results.get(record.number()) instanceof Reconciled.Done now) {
                results.put(
                        record.number(),
                        new Reconciled.Done(
                                now.merged(),
                                now.ours(),
                                new Remembered(
                                        record.version() + 1,
                                        record.ours(),
                                        record.theirs(),
                                        now.remembered().run(),
                                        false,
                                        now.remembered().begun()),
                                now.written(),
                                now.conflicts()));
            }
        }
    }

    private static Set<RegisterField> settled(Job job) {
        Set<RegisterField> settled = EnumSet.noneOf(RegisterField.class);
        settled.addAll(job.pair().theirs().values().keySet());
        settled.removeAll(job.merged().toPartner().keySet());
        return settled;
    }
}
