package org.accountinghub.routes.engine.registers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.spi.RegisterSource.There;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.RegisterPolicy.Numbers;
import org.accountinghub.routes.engine.port.MatchLine;
import org.accountinghub.routes.engine.port.RegisterLedger.Known;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.accountinghub.routes.engine.port.RegisterLedger.Remembered;
import org.accountinghub.routes.engine.port.RunRecord.Outcome;
import org.accountinghub.routes.engine.port.StoreRegisters.Ours;
import org.jspecify.annotations.Nullable;

/**
 * Records of the partner that belong to nobody yet: linked to their like by the rules of matching, else created under a
 * number that is linked before anything is written, so that a crash creates none twice.
 */
final class Newcomers {

    private final RegisterPorts ports;
    private final String connection;
    private final Register register;
    private final RegisterPolicy policy;

    Newcomers(RegisterPorts ports, String connection, Register register, RegisterPolicy policy) {
        this.ports = ports;
        this.connection = connection;
        this.register = register;
        this.policy = policy;
    }

    /** A record nobody knows, or of which a report says something. */
    record Newcomer(There there, Optional<MatchLine.Kind> approved) {}

    /** Those that are linked now; of the others the sheet says why not. */
    List<Pair> linked(List<Newcomer> newcomers, Sheet sheet) {
        List<There> creating = new ArrayList<>();
        Map<String, String> alike = new HashMap<>();
        List<Newcomer> unknown = new ArrayList<>();
        for (Newcomer newcomer : newcomers) {
            if (newcomer.approved().isPresent()) {
                creating.add(newcomer.there());
            } else {
                unknown.add(newcomer);
            }
        }
        creating.addAll(match(unknown, alike, sheet));
        numbered(creating, alike, sheet);
        return pairs(newcomers, alike, sheet);
    }

    /** Finds the like of each in the store. Returns those that have none. */
    private List<There> match(List<Newcomer> unknown, Map<String, String> alike, Sheet sheet) {
        if (unknown.isEmpty()) {
            return List.of();
        }
        Matcher matcher = new Matcher(register);
        Map<String, There> byId = new HashMap<>();
        List<RegisterRecord> theirs = new ArrayList<>();
        for (Newcomer newcomer : unknown) {
            There there = newcomer.there();
            byId.put(there.id(), there);
            theirs.add(there.record());
            matcher.theirs(there.record(), there.id(), false);
        }
        List<Ours> resembling = ports.store().resembling(register, theirs);
        Map<String, Known> known = ports.ledger()
                .ofStore(
                        connection,
                        register,
                        resembling.stream().map(one -> one.record().number()).toList());
        for (Ours one : resembling) {
            Known what = known.get(one.record().number());
            matcher.ours(one.record(), what != null && what.link().isPresent());
        }
        List<There> creating = new ArrayList<>();
        for (MatchLine line : matcher.lines()) {
            if (line.theirs().isEmpty()) {
                continue;
            }
            There there = byId.get(line.theirs().get().id());
            if (there == null || alike.containsKey(there.id())) {
                continue;
            }
            switch (line.kind()) {
                case SAME, LINK ->
                    alike.put(there.id(), line.ours().orElseThrow().number());
                case CREATE_HERE -> creating.add(there);
                case SUGGESTION, CONFLICT, DOUBLED, CREATE_THERE ->
                    sheet.left(
                            Outcome.SKIPPED,
                            line.ours().map(MatchLine.Half::number),
                            there.record().number(),
                            RegisterProblems.resembles(line.reason()));
            }
        }
        return creating;
    }

    private void numbered(List<There> creating, Map<String, String> alike, Sheet sheet) {
        if (creating.isEmpty()) {
            return;
        }
        boolean own = policy.numbers() == Numbers.MAPPED && register == Register.CUSTOMERS;
        List<String> wanted = creating.stream()
                .map(there -> own ? "" : there.record().number())
                .toList();
        if (own) {
            creating.forEach(there -> number(
                    there, ports.store().numbersFor(register, List.of("")).get(""), alike, sheet));
            return;
        }
        Map<String, String> numbers = ports.store().numbersFor(register, wanted);
        Set<String> used = new HashSet<>();
        for (There there : creating) {
            String number = numbers.get(there.record().number());
            number(there, number != null && used.add(number) ? number : null, alike, sheet);
        }
    }

    private static void number(There there, @Nullable String number, Map<String, String> alike, Sheet sheet) {
        if (number == null) {
            sheet.left(
                    Outcome.SKIPPED,
                    Optional.empty(),
                    there.record().number(),
                    RegisterProblems.noNumber(there.record().number()));
        } else {
            alike.put(there.id(), number);
        }
    }

    private List<Pair> pairs(List<Newcomer> newcomers, Map<String, String> alike, Sheet sheet) {
        List<Pair> pairs = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (Newcomer newcomer : newcomers) {
            There there = newcomer.there();
            String number = alike.get(there.id());
            if (number != null) {
                Link link = new Link(number, there.id(), there.record().number(), Link.By.IMPORT);
                links.add(link);
                pairs.add(new Pair(link, Remembered.NOTHING, there.record()));
            }
        }
        List<Link> refused = links.isEmpty() ? List.of() : ports.ledger().link(connection, register, links);
        refused.forEach(link -> sheet.left(
                Outcome.SKIPPED,
                Optional.of(link.number()),
                link.partnerNumber(),
                RegisterProblems.numberTaken(link.number())));
        return pairs.stream().filter(pair -> !refused.contains(pair.link())).toList();
    }
}
