package org.accountinghub.routes.engine.registers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.accountinghub.mappings.model.RegistrationCheck.Invalid;
import org.accountinghub.mappings.model.register.FieldChange;
import org.accountinghub.mappings.model.register.FieldGroup;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.RegisterPolicy.Side;
import org.accountinghub.routes.engine.port.RegisterConflicts.Settled;
import org.accountinghub.routes.engine.port.RegisterLedger.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one record that is on both sides. It follows from three things, field by field: what we hold, what they
 * hold, and what both held when they were last alike. A pure function.
 */
public final class Merge {

    private final RegisterPolicy policy;
    private final Set<RegisterField> writable;
    private final Set<RegisterField> clearable;

    /**
     * @param writable what can be given a value there; empty where nothing is
     * @param clearable what can lose its value there
     */
    public Merge(RegisterPolicy policy, Set<RegisterField> writable, Set<RegisterField> clearable) {
        this.policy = policy;
        this.writable = writable;
        this.clearable = clearable;
    }

    /**
     * A field that changed where it has no master, or on both sides.
     *
     * @param ours as it may be shown
     * @param theirs as it may be shown
     */
    public record Clash(RegisterField field, String ours, String theirs, Settled settled) {}

    /**
     * What follows.
     *
     * @param toStore values that the store gets; empty = cleared
     * @param toPartner changes that the partner gets
     * @param ours fingerprints of the fields that need no change at the partner, once the store has its values
     * @param theirs likewise
     * @param uncleared fields that should be cleared there and cannot be
     * @param unfit why the registration number there is not taken over
     */
    public record Merged(
            Map<RegisterField, String> toStore,
            Map<RegisterField, FieldChange> toPartner,
            List<Clash> clashes,
            Map<RegisterField, String> ours,
            Map<RegisterField, String> theirs,
            Set<RegisterField> uncleared,
            Optional<Invalid> unfit) {}

    /**
     * @param print a value's fingerprint
     * @param shown whether differences of a record that was never made alike were shown to somebody who approved them
     */
    public Merged of(
            RegisterRecord ours,
            RegisterRecord theirs,
            Remembered remembered,
            BiFunction<RegisterField, String, String> print,
            boolean shown) {
        Working working = new Working(ours, theirs, remembered, print, shown);
        theirs.values().keySet().forEach(working::field);
        return working.merged();
    }

    private final class Working {
        private final RegisterRecord ours;
        private final RegisterRecord theirs;
        private final Remembered remembered;
        private final BiFunction<RegisterField, String, String> print;
        private final boolean shown;
        private final Map<RegisterField, String> toStore = new EnumMap<>(RegisterField.class);
        private final Map<RegisterField, FieldChange> toPartner = new EnumMap<>(RegisterField.class);
        private final Map<RegisterField, String> nowOurs = new EnumMap<>(RegisterField.class);
        private final Map<RegisterField, String> nowTheirs = new EnumMap<>(RegisterField.class);
        private final Set<RegisterField> uncleared = EnumSet.noneOf(RegisterField.class);
        private final List<Clash> clashes = new ArrayList<>();
        private Optional<Invalid> unfit = Optional.empty();

        Working(
                RegisterRecord ours,
                RegisterRecord theirs,
                Remembered remembered,
                BiFunction<RegisterField, String, String> print,
                boolean shown) {
            this.ours = ours;
            this.theirs = theirs;
            this.remembered = remembered;
            this.print = print;
            this.shown = shown;
            nowOurs.putAll(remembered.ours());
            nowTheirs.putAll(remembered.theirs());
        }

        Merged merged() {
            return new Merged(toStore, toPartner, clashes, nowOurs, nowTheirs, uncleared, unfit);
        }

        void field(RegisterField field) {
            String there = theirs.values().get(field);
            String here = ours.values().get(field);
            if (there == null) {
                return;
            }
            if (field.group() == FieldGroup.ACCOUNTING) {
                accounting(field, there);
            } else if (here == null || here.equals(there)) {
                settle(field, here, there);
            } else {
                differing(field, here, there);
            }
        }

        private void accounting(RegisterField field, String there) {
            String now = print.apply(field, there);
            if (!now.equals(remembered.theirs().get(field))) {
                toStore.put(field, there);
            }
            nowTheirs.put(field, now);
        }

        private void differing(RegisterField field, String here, String there) {
            String before = remembered.ours().get(field);
            Side master = policy.master(field.group());
            if (before == null) {
                first(field, here, there, master);
                return;
            }
            boolean weChanged = !print.apply(field, here).equals(before);
            boolean theyChanged =
                    !print.apply(field, there).equals(remembered.theirs().get(field));
            if (!weChanged && !theyChanged) {
                return;
            }
            boolean another = master == Side.STORE ? theyChanged : weChanged;
            copy(field, here, there, master, another && !isOurDoing(field, here, there, master));
        }

        /**
         * Never made alike before: what the master does not know erases nothing, and is not remembered, so that what stands
         * against it later is a conflict.
         */
        private void first(RegisterField field, String here, String there, Side master) {
            RegisterRecord leading = master == Side.STORE ? ours : theirs;
            boolean knows = leading.value(field).isPresent() || partOfAnAddress(leading, field);
            if (knows) {
                boolean bothSaySomething = !here.isEmpty() && !there.isEmpty();
                boolean unseen = bothSaySomething && !shown;
                copy(field, here, there, master, unseen && !isOurDoing(field, here, there, master));
            } else {
                nowTheirs.put(field, print.apply(field, there));
            }
        }

        /** A write that the hub did not see the end of is nobody's change. */
        private boolean isOurDoing(RegisterField field, String here, String there, Side master) {
            return remembered.mayBeOurDoing(field, print.apply(field, master == Side.STORE ? there : here));
        }

        private void copy(RegisterField field, String here, String there, Side master, boolean clash) {
            if (master == Side.ACCOUNTING && isUnfit(field)) {
                settle(field, here, there);
                unfit = theirs.registrationFault();
            } else if (master == Side.ACCOUNTING) {
                toStore.put(field, there);
                settle(field, there, there);
                clash(clash, field, here, there, Settled.ACCOUNTING_WON);
            } else if (canBeSaid(field, here)) {
                toPartner.put(field, FieldChange.to(here));
                clash(clash, field, here, there, Settled.STORE_WON);
            } else if (clash || policy.export() || !remembered.ours().containsKey(field)) {
                settle(field, here, there);
                clash(clash, field, here, there, Settled.LEFT);
                if (policy.export() && here.isEmpty() && writable.contains(field)) {
                    uncleared.add(field);
                }
            }
        }

        private boolean isUnfit(RegisterField field) {
            return field == RegisterField.REGISTRATION_NUMBER
                    && theirs.registrationFault().isPresent();
        }

        private boolean canBeSaid(RegisterField field, String here) {
            return policy.export() && (here.isEmpty() ? clearable : writable).contains(field);
        }

        private void settle(RegisterField field, @Nullable String here, String there) {
            nowTheirs.put(field, print.apply(field, there));
            if (here != null) {
                nowOurs.put(field, print.apply(field, here));
            }
        }

        private void clash(boolean clash, RegisterField field, String here, String there, Settled settled) {
            if (clash) {
                boolean person = Shown.isPerson(ours) || Shown.isPerson(theirs);
                clashes.add(
                        new Clash(field, Shown.value(field, here, person), Shown.value(field, there, person), settled));
            }
        }
    }

    /** An address is copied whole: its lines are not mixed with those of another. */
    private static boolean partOfAnAddress(RegisterRecord record, RegisterField field) {
        if (field.group() != FieldGroup.ADDRESSES) {
            return false;
        }
        String use = field.name().substring(0, field.name().indexOf('_') + 1);
        return record.group(FieldGroup.ADDRESSES).entrySet().stream()
                .anyMatch(other -> other.getKey().name().startsWith(use)
                        && !other.getKey().name().endsWith("_COUNTRY")
                        && !other.getValue().isEmpty());
    }

    /** What both sides hold after the partner was written to and read again. */
    static Merged answered(
            Merged merged,
            RegisterRecord ours,
            RegisterRecord readBack,
            BiFunction<RegisterField, String, String> print) {
        Map<RegisterField, String> nowOurs = new EnumMap<>(RegisterField.class);
        Map<RegisterField, String> nowTheirs = new EnumMap<>(RegisterField.class);
        nowOurs.putAll(merged.ours());
        nowTheirs.putAll(merged.theirs());
        List<Clash> clashes = new ArrayList<>();
        boolean person = Shown.isPerson(ours) || Shown.isPerson(readBack);
        for (RegisterField field : merged.toPartner().keySet()) {
            String here = Optional.ofNullable(ours.values().get(field)).orElse("");
            String there = Optional.ofNullable(readBack.values().get(field)).orElse("");
            nowOurs.put(field, print.apply(field, here));
            nowTheirs.put(field, print.apply(field, there));
            if (!here.equals(there)) {
                clashes.add(new Clash(
                        field, Shown.value(field, here, person), Shown.value(field, there, person), Settled.NOT_HELD));
            }
        }
        return new Merged(
                merged.toStore(), merged.toPartner(), clashes, nowOurs, nowTheirs, merged.uncleared(), merged.unfit());
    }
}
