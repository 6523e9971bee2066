package org.accountinghub.routes.engine.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.accountinghub.mappings.model.register.FieldGroup;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.RegisterPolicy.Side;
import org.accountinghub.routes.engine.port.RegisterLedger.Noted;

/**
 * What must be true of two registers, known from what people did and from what was written over: the master's value as a
 * person last wrote it stands on both sides, and whatever else a person had written and was lost is listed.
 */
final class TwoWayTruth {

    static final List<RegisterField> FIELDS =
            List.of(RegisterField.NAME, RegisterField.PHONE, RegisterField.EMAIL, RegisterField.COST_CENTRE);

    private final Map<FieldGroup, Side> masters;
    private final Map<String, String> mastersValue = new TreeMap<>();
    private final Map<String, String> lastAlike = new HashMap<>();
    private final Set<String> lost = new HashSet<>();
    private final List<String> history = new ArrayList<>();

    TwoWayTruth(Map<FieldGroup, Side> masters) {
        this.masters = masters;
    }

    private static String key(String number, RegisterField field) {
        return number + "." + field;
    }

    void alike(String number, Map<RegisterField, String> both) {
        both.forEach((field, value) -> {
            mastersValue.put(key(number, field), value);
            lastAlike.put(key(number, field), value);
        });
    }

    void born(Side side, String number, Map<RegisterField, String> fields) {
        FIELDS.forEach(field -> mastersValue.put(key(number, field), fields.getOrDefault(field, "")));
        history.add(number + " born in " + side);
    }

    void person(Side side, String number, RegisterField field, String value) {
        history.add(number + " person in " + side + " " + field + "=" + value);
        if (masters.get(field.group()) == side || !lastAlike.containsKey(key(number, field))) {
            mastersValue.put(key(number, field), value);
        }
    }

    void hubWrote(Side side, String number, RegisterField field, Optional<String> before, String after) {
        if (!FIELDS.contains(field)) {
            return;
        }
        history.add(number + " hub in " + side + " " + field + " " + before + " -> " + after);
        String alike = lastAlike.put(key(number, field), after);
        if (alike == null && masters.get(field.group()) == side) {
            mastersValue.put(key(number, field), after);
        }
        if (before.isEmpty() || before.get().equals(after) || alike == null) {
            return;
        }
        require(masters.get(field.group()) != side, "the hub changed the master's " + key(number, field));
        if (!before.get().equals(alike)) {
            lost.add(key(number, field) + "=" + before.get());
        }
    }

    void atTheEnd(List<RegisterRecord> store, List<RegisterRecord> partner, Set<String> bornHere) {
        Map<String, RegisterRecord> there = new TreeMap<>();
        partner.forEach(record -> there.put(record.number(), record));
        require(store.size() == partner.size(), store.size() + " here, " + partner.size() + " there");
        for (RegisterRecord here : store) {
            RegisterRecord other = there.get(here.number());
            require(other != null, here + " is not there");
            for (RegisterField field : FIELDS) {
                String key = key(here.number(), field);
                String ours = here.value(field).orElse("");
                require(
                        other != null && ours.equals(other.value(field).orElse("")),
                        key + " is \"" + ours + "\" here and " + other + " there has another");
                require(
                        bornHere.contains(here.number()) || ours.equals(mastersValue.get(key)),
                        key + " is \"" + ours + "\", and its master said \"" + mastersValue.get(key) + "\"");
            }
        }
    }

    /** @param excused as many may be listed that nothing was lost by: what the hub was about to write when it died */
    void everyConflictIsListed(List<Noted> conflicts, int excused) {
        Set<String> listed = new HashSet<>();
        List<String> again = new ArrayList<>();
        for (Noted noted : conflicts) {
            boolean ours = masters.get(noted.field().group()) == Side.ACCOUNTING;
            String value = key(noted.number(), noted.field()) + "=" + (ours ? noted.ours() : noted.theirs());
            if (!listed.add(value)) {
                again.add(value);
            }
        }
        Set<String> silent = new HashSet<>(lost);
        silent.removeAll(listed);
        require(silent.isEmpty(), "written over in silence: " + silent);
        require(again.isEmpty(), "listed again, and lost once: " + again);
        listed.removeAll(lost);
        require(listed.size() <= excused, "nothing was lost by these: " + listed);
    }

    void require(boolean truth, String what) {
        if (!truth) {
            String number = what.replaceAll("^\\D*(\\d*).*", "$1");
            throw new AssertionError(what + "\n  "
                    + String.join(
                            "\n  ",
                            history.stream()
                                    .filter(line -> number.isEmpty() || line.startsWith(number + " "))
                                    .toList()));
        }
    }
}
