package org.accountinghub.routes.engine.registers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.RegisterPolicy.Side;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.accountinghub.routes.engine.port.RegisterLedger.Remembered;
import org.accountinghub.routes.engine.port.RegisterLedger.Synchronised;
import org.accountinghub.routes.engine.port.RunRecord.Outcome;
import org.accountinghub.routes.engine.port.StoreRegisters.Ours;
import org.accountinghub.routes.engine.port.StoreRegisters.Verdict;
import org.accountinghub.routes.engine.port.StoreRegisters.Write;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a portion of what was read at the partner. Each record stands alone: where a portion fails, each is tried by itself. */
final class PortionWork {

    private static final Logger LOG = LoggerFactory.getLogger(PortionWork.class);
    private static final String ASKED_BY = "import";

    private final RegisterPorts ports;
    private final String connection;
    private final Register register;
    private final RegisterPolicy policy;
    private final Newcomers newcomers;
    private final Reconciler reconciler;

    PortionWork(RegisterPorts ports, String connection, Register register, RegisterPolicy policy, Merge merge) {
        this.ports = ports;
        this.connection = connection;
        this.register = register;
        this.policy = policy;
        this.newcomers = new Newcomers(ports, connection, register, policy);
        this.reconciler =
                new Reconciler(ports.ledger(), ports.store(), ports.fingerprints(), connection, register, merge);
    }

    void take(List<Pair> pairs, List<Newcomers.Newcomer> unlinked, Sheet sheet) {
        List<Pair> all = new ArrayList<>(pairs);
        all.addAll(alone(
                unlinked,
                one -> newcomers.linked(one, sheet),
                one -> one.there().record().number(),
                sheet));
        alone(
                all,
                portion -> {
                    write(portion, sheet);
                    return List.of();
                },
                pair -> pair.link().partnerNumber(),
                sheet);
        all.forEach(pair -> sheet.seen(pair.link().partnerId()));
    }

    private interface Work<T> {
        List<Pair> on(List<T> portion);
    }

    private interface Name<T> {
        String of(T one);
    }

    private static <T> List<Pair> alone(List<T> all, Work<T> work, Name<T> name, Sheet sheet) {
        if (all.isEmpty()) {
            return List.of();
        }
        try {
            return work.on(all);
        } catch (RuntimeException together) {
            LOG.warn("a portion of {} records failed, each is tried by itself: {}", all.size(), together.toString());
        }
        List<Pair> done = new ArrayList<>();
        for (T one : all) {
            try {
                done.addAll(work.on(List.of(one)));
            } catch (RuntimeException e) {
                LOG.error("record {} failed: {}", name.of(one), e.getClass().getSimpleName());
                sheet.left(Outcome.FAILED, Optional.empty(), name.of(one), RegisterProblems.error(e));
            }
        }
        return done;
    }

    private void write(List<Pair> pairs, Sheet sheet) {
        Map<String, Reconciled> results = reconciler.of(pairs, false);
        List<String> exporting = new ArrayList<>();
        List<Pair> creating = new ArrayList<>();
        Sheet portion = new Sheet();
        for (Pair pair : pairs) {
            Reconciled result = results.get(pair.link().number());
            Optional<String> number = Optional.of(pair.link().number());
            if (result instanceof Reconciled.Done done) {
                portion.conflicts(done.conflicts());
                if (!done.merged().toPartner().isEmpty()) {
                    exporting.add(pair.link().number());
                }
                Optional<Problem> remark = done.merged().unfit().map(RegisterProblems::unfit);
                if (done.written()) {
                    portion.did(Outcome.UPDATED, number, pair.link().partnerNumber(), remark);
                } else if (remark.isPresent()) {
                    portion.left(Outcome.SKIPPED, number, pair.link().partnerNumber(), remark.get());
                } else {
                    portion.unchanged();
                }
            } else if (result instanceof Reconciled.Missing missing) {
                if (pair.link().by() == Link.By.IMPORT && !missing.wasThere()) {
                    creating.add(pair);
                } else {
                    portion.left(
                            Outcome.SKIPPED,
                            number,
                            pair.link().partnerNumber(),
                            RegisterProblems.deletedHere(pair.link().number()));
                }
            } else if (result instanceof Reconciled.Overtaken) {
                exporting.add(pair.link().number());
                portion.unchanged();
            } else if (result instanceof Reconciled.Failed failed) {
                portion.left(Outcome.FAILED, number, pair.link().partnerNumber(), failed.problem());
            }
        }
        create(creating, portion);
        if (!exporting.isEmpty()) {
            portion.exported(ports.ledger().export(connection, register, exporting, Optional.of(ASKED_BY)));
        }
        sheet.add(portion);
    }

    private void create(List<Pair> pairs, Sheet sheet) {
        if (pairs.isEmpty()) {
            return;
        }
        ports.ledger()
                .note(
                        connection,
                        register,
                        List.of(),
                        pairs.stream()
                                .map(pair -> reconciler.writing(
                                        pair.link(),
                                        pair.remembered(),
                                        pair.theirs().values()))
                                .toList());
        List<Verdict> verdicts = ports.store()
                .write(
                        connection,
                        register,
                        pairs.stream()
                                .map(pair -> new Write(
                                        pair.link().number(),
                                        pair.theirs().withoutFault().values(),
                                        Optional.of(pair.link().partnerNumber()),
                                        OptionalLong.of(0)))
                                .toList());
        List<Synchronised> created = new ArrayList<>();
        for (int place = 0; place < pairs.size(); place++) {
            Pair pair = pairs.get(place);
            Link link = pair.link();
            Verdict verdict = verdicts.get(place);
            if (verdict instanceof Verdict.Refused refused) {
                ports.ledger().unlink(connection, register, List.of(link.number()));
                sheet.left(
                        Outcome.FAILED,
                        Optional.empty(),
                        link.partnerNumber(),
                        RegisterProblems.refused(refused.reason()));
            } else if (verdict instanceof Verdict.Overtaken) {
                sheet.left(
                        Outcome.FAILED,
                        Optional.of(link.number()),
                        link.partnerNumber(),
                        RegisterProblems.busy(link.number()));
            } else {
                Map<RegisterField, String> prints = new EnumMap<>(RegisterField.class);
                pair.theirs()
                        .values()
                        .forEach((field, value) -> prints.put(
                                field, reconciler.print(link.partnerId()).apply(field, value)));
                Map<RegisterField, String> taken = new EnumMap<>(prints);
                taken.keySet().retainAll(pair.theirs().withoutFault().values().keySet());
                created.add(
                        new Synchronised(link.number(), link.partnerId(), 0, taken, prints, prints.keySet(), false));
                sheet.did(
                        Outcome.CREATED,
                        Optional.of(link.number()),
                        link.partnerNumber(),
                        pair.theirs().registrationFault().map(RegisterProblems::unfit));
            }
        }
        ports.ledger().synchronised(connection, register, created);
    }

    /** The partner says that it has no such record: deactivated in the store where the partner is master of that. */
    void gone(Link link, Remembered remembered, Sheet sheet) {
        RegisterField active =
                register == Register.CUSTOMERS ? RegisterField.CUSTOMER_ACTIVE : RegisterField.ARTICLE_ACTIVE;
        Ours ours = ports.store().read(register, List.of(link.number())).get(link.number());
        Optional<String> number = Optional.of(link.number());
        boolean deactivate = ours != null
                && !ours.record().value(active).equals(Optional.of("false"))
                && policy.master(active.group()) == Side.ACCOUNTING;
        if (ours != null && deactivate) {
            Write write =
                    new Write(link.number(), Map.of(active, "false"), Optional.empty(), OptionalLong.of(ours.change()));
            Verdict verdict =
                    ports.store().write(connection, register, List.of(write)).get(0);
            if (verdict instanceof Verdict.Overtaken || verdict instanceof Verdict.Refused) {
                sheet.left(Outcome.FAILED, number, link.partnerNumber(), RegisterProblems.busy(link.number()));
                return;
            }
        }
        Map<RegisterField, String> print = new EnumMap<>(RegisterField.class);
        print.putAll(remembered.ours());
        if (deactivate) {
            print.put(active, reconciler.print(link.partnerId()).apply(active, "false"));
        }
        ports.ledger()
                .synchronised(
                        connection,
                        register,
                        List.of(new Synchronised(
                                link.number(),
                                link.partnerId(),
                                remembered.version(),
                                print,
                                remembered.theirs(),
                                Set.of(),
                                true)));
        sheet.left(
                deactivate ? Outcome.DEACTIVATED : Outcome.SKIPPED,
                number,
                link.partnerNumber(),
                RegisterProblems.goneThere(link.number()));
    }
}
