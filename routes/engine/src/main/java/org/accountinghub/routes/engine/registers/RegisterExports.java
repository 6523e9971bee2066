package org.accountinghub.routes.engine.registers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.RegisterPolicy.Side;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.engine.port.MatchLine.Decision;
import org.accountinghub.routes.engine.port.RegisterLedger.Known;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.accountinghub.routes.engine.port.RegisterLedger.Remembered;
import org.accountinghub.routes.engine.port.StoreRegisters.Changes;
import org.accountinghub.routes.engine.port.StoreRegisters.Ours;
import org.accountinghub.routes.engine.port.StoreRegisters.Renumberings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what changed in the store's registers and makes transfers of it. What the hub itself wrote is known by its
 * fingerprints and goes nowhere. Safe to call at any time and from several processes.
 */
public final class RegisterExports {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterExports.class);
    private static final String RENUMBERED = "*renumbered*";
    private static final int AT_ONCE = 500;

    private final RegisterPorts ports;
    private final ConnectionLedger connections;

    public RegisterExports(RegisterPorts ports, ConnectionLedger connections) {
        this.ports = ports;
        this.connections = connections;
    }

    /** Looks through the changes once, for every connection. Returns how many transfers were made. */
    public int collect() {
        renumber();
        int made = 0;
        for (Connection connection : connections.connections()) {
            for (Map.Entry<Register, RegisterPolicy> kept :
                    connection.registers().entrySet()) {
                if (ports.matches().approved(connection.name(), kept.getKey())) {
                    made += collect(connection.name(), kept.getKey(), kept.getValue());
                }
            }
        }
        if (made > 0) {
            LOG.info("changes of registers: {} transfers", made);
        }
        return made;
    }

    /** Whether a customer was given this number and its links do not follow yet. */
    public static boolean isBeingRenumbered(RegisterPorts ports, String number) {
        return ports
                .store()
                .renumbered(Register.CUSTOMERS, ports.ledger().mark(RENUMBERED, Register.CUSTOMERS))
                .changed()
                .stream()
                .anyMatch(change -> change.now().equals(number));
    }

    private void renumber() {
        for (Register register : Register.values()) {
            Optional<Long> mark = ports.ledger().mark(RENUMBERED, register);
            Renumberings changed = ports.store().renumbered(register, mark);
            changed.changed().forEach(one -> ports.ledger().renumber(register, one.former(), one.now()));
            ports.ledger().mark(RENUMBERED, register, mark, changed.mark());
        }
    }

    private int collect(String connection, Register register, RegisterPolicy policy) {
        Optional<Long> mark = ports.ledger().mark(connection, register);
        Optional<Long> next = Optional.empty();
        Optional<String> page = Optional.empty();
        int made = 0;
        do {
            Changes changes = ports.store().changedSince(register, mark, page, AT_ONCE);
            next = next.or(() -> Optional.of(changes.mark()));
            made += export(connection, register, policy, changes.records(), mark.isEmpty());
            page = changes.next();
        } while (page.isPresent());
        ports.ledger().mark(connection, register, mark, next.orElseThrow());
        return made;
    }

    private int export(
            String connection, Register register, RegisterPolicy policy, List<Ours> changed, boolean everything) {
        Map<String, Known> known = ports.ledger()
                .ofStore(
                        connection,
                        register,
                        changed.stream().map(ours -> ours.record().number()).toList());
        List<String> going = new ArrayList<>();
        for (Ours ours : changed) {
            Optional<Known> what = Optional.ofNullable(known.get(ours.record().number()));
            boolean goes = what.flatMap(Known::link)
                    .map(link -> differs(connection, policy, ours, link, what.flatMap(Known::remembered), everything))
                    .orElseGet(() -> isNew(policy, ours, what));
            if (goes) {
                going.add(ours.record().number());
            }
        }
        return going.isEmpty() ? 0 : ports.ledger().export(connection, register, going, Optional.empty());
    }

    /** What an import has yet to compare for the first time is left to it. */
    private boolean differs(
            String connection,
            RegisterPolicy policy,
            Ours ours,
            Link link,
            Optional<Remembered> remembered,
            boolean everything) {
        if (remembered.isEmpty() || remembered.get().version() == 0) {
            return policy.export() && !everything && link.by() == Link.By.TRANSFER;
        }
        return !remembered.get().gone()
                && remembered.get().ours().entrySet().stream()
                        .filter(print -> concerns(policy, print.getKey()))
                        .anyMatch(print -> ours.record().knows(print.getKey())
                                && !print.getValue()
                                        .equals(ports.fingerprints()
                                                .of(
                                                        connection,
                                                        link.partnerId(),
                                                        print.getKey(),
                                                        ours.record()
                                                                .value(print.getKey())
                                                                .orElse(""))));
    }

    /** Where the accounting system is master, a change in the store is taken back and told. */
    private static boolean concerns(RegisterPolicy policy, RegisterField field) {
        return policy.export() || policy.master(field.group()) == Side.ACCOUNTING;
    }

    private static boolean isNew(RegisterPolicy policy, Ours ours, Optional<Known> known) {
        RegisterField active = ours.record().register() == Register.CUSTOMERS
                ? RegisterField.CUSTOMER_ACTIVE
                : RegisterField.ARTICLE_ACTIVE;
        boolean decided = known.flatMap(Known::line)
                .map(line -> line.decision() == Decision.APPROVED)
                .orElse(true);
        return policy.export() && decided && !ours.record().value(active).equals(Optional.of("false"));
    }
}
