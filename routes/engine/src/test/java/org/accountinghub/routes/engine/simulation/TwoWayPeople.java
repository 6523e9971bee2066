package org.accountinghub.routes.engine.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.accountinghub.mappings.model.register.FieldGroup;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.RegisterPolicy.Side;
import org.accountinghub.routes.engine.memory.MemoryPartner;
import org.accountinghub.routes.engine.memory.MemoryRegisters;
import org.accountinghub.routes.engine.memory.MemoryStoreRegisters;
import org.accountinghub.routes.engine.port.RegisterLedger;

/** People on both sides who create and change customers. Every value is written once only, so that none is lost unnoticed. */
final class TwoWayPeople {

    private final Random random;
    private final Baton baton;
    private final Faults faults;
    private final MemoryStoreRegisters store;
    private final MemoryPartner partner;
    private final MemoryRegisters ledger;
    private final TwoWayTruth truth;
    private final Map<FieldGroup, Side> masters;
    private final List<String> known = new ArrayList<>();
    private final Set<String> bornHere = new HashSet<>();
    private int values;

    TwoWayPeople(
            Random random,
            Baton baton,
            Faults faults,
            MemoryStoreRegisters store,
            MemoryPartner partner,
            MemoryRegisters ledger,
            TwoWayTruth truth,
            Map<FieldGroup, Side> masters) {
        this.random = random;
        this.baton = baton;
        this.faults = faults;
        this.store = store;
        this.partner = partner;
        this.ledger = ledger;
        this.truth = truth;
        this.masters = masters;
    }

    /** Until so many edits are made. */
    void live(int edits) {
        int done = 0;
        while (done < edits) {
            baton.sleep(faults.upTo(Duration.ofSeconds(6)));
            partner.late(faults.upTo(MemoryPartner.LATEST));
            done += person() ? 1 : 0;
        }
        faults.end();
        partner.late(Duration.ZERO);
    }

    void knows(String number) {
        known.add(number);
    }

    Set<String> bornHere() {
        return bornHere;
    }

    /** False when nobody did anything. */
    private boolean person() {
        switch (random.nextInt(40)) {
            case 0 -> bornThere();
            case 1 -> bornInStore();
            default -> {
                return edit();
            }
        }
        return true;
    }

    Map<RegisterField, String> newcomer(String name) {
        Map<RegisterField, String> fields = new EnumMap<>(RegisterField.class);
        fields.put(RegisterField.NAME, name + " " + ++values);
        fields.put(RegisterField.PHONE, "0" + ++values);
        fields.put(RegisterField.EMAIL, ++values + "@example.com");
        fields.put(RegisterField.COST_CENTRE, "");
        fields.put(RegisterField.CUSTOMER_ACTIVE, "true");
        return fields;
    }

    private void bornThere() {
        Map<RegisterField, String> fields = newcomer("There");
        String number = "" + (1000 + ++values);
        fields.put(RegisterField.BALANCE, "" + values);
        partner.put(number, fields);
        truth.born(Side.ACCOUNTING, number, fields);
        known.add(number);
    }

    private void bornInStore() {
        Map<RegisterField, String> fields = newcomer("Here");
        String number = "" + (100_000 + ++values);
        store.edit(number, fields);
        bornHere.add(number);
    }

    private boolean edit() {
        String number = known.get(random.nextInt(known.size()));
        RegisterField field = TwoWayTruth.FIELDS.get(random.nextInt(TwoWayTruth.FIELDS.size()));
        Side side = random.nextBoolean() ? Side.STORE : Side.ACCOUNTING;
        boolean there = side == Side.ACCOUNTING;
        if (there ? partner.beingChanged(number) : store.find(number).isEmpty()) {
            return false;
        }
        if ((field == RegisterField.NAME || store.find(number).isPresent()) && !isRemembered(number)) {
            return false;
        }
        boolean clears = random.nextInt(10) == 0
                && field != RegisterField.NAME
                && masters.get(field.group()) == side
                && isRemembered(number);
        String value = clears ? "" : "v" + ++values;
        truth.person(side, number, field, value);
        if (there) {
            partner.put(number, Map.of(field, value));
        } else {
            store.edit(number, Map.of(field, value));
        }
        return true;
    }

    /** Before, a number that is there under another name counts as taken by somebody else, and an empty value erases none. */
    private boolean isRemembered(String number) {
        return Optional.ofNullable(ledger.ofPartner("books", Register.CUSTOMERS, List.of(number))
                        .get(number))
                .flatMap(RegisterLedger.Known::remembered)
                .filter(remembered -> remembered.version() > 0)
                .isPresent();
    }
}
