package org.accountinghub.routes.uploads;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;

/** A register that demands what the store demands: a name of a new customer, a description of a new article. */
final class MemoryRegister implements RowWriter {

    private Map<String, Map<RegisterField, String>> records = new HashMap<>();
    private int calls;

    /** Told how many times it was called, before anything is done. */
    IntConsumer whenCalled = call -> {};

    Map<String, Map<RegisterField, String>> records() {
        return records;
    }

    Map<String, Map<RegisterField, String>> copy() {
        return new HashMap<>(records);
    }

    void restore(Map<String, Map<RegisterField, String>> before) {
        records = new HashMap<>(before);
    }

    @Override
    public List<Verdict> write(Register register, List<RegisterRecord> written, String who) {
        whenCalled.accept(++calls);
        List<Verdict> verdicts = new ArrayList<>();
        for (RegisterRecord record : written) {
            verdicts.add(write(register, record));
        }
        return verdicts;
    }

    private Verdict write(Register register, RegisterRecord record) {
        Map<RegisterField, String> before = records.get(record.number());
        Map<RegisterField, String> after = new EnumMap<>(RegisterField.class);
        if (before != null) {
            after.putAll(before);
        }
        after.putAll(record.values());
        after.values().removeIf(String::isEmpty);
        RegisterField needed = register == Register.CUSTOMERS ? RegisterField.NAME : RegisterField.DESCRIPTION;
        if (!after.containsKey(needed)) {
            return new Verdict(Outcome.REFUSED, "it needs a " + needed.label());
        }
        records.put(record.number(), after);
        if (before == null) {
            return new Verdict(Outcome.CREATED, "");
        }
        return new Verdict(before.equals(after) ? Outcome.UNCHANGED : Outcome.UPDATED, "");
    }
}
