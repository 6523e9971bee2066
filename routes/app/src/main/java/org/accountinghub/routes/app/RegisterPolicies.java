package org.accountinghub.routes.app;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.accountinghub.mappings.model.register.FieldGroup;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.embedded.StartRefused;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.RegisterPolicy.Numbers;
import org.accountinghub.routes.engine.RegisterPolicy.Side;

/** How registers are kept, as the file of connections says it. */
final class RegisterPolicies {

    private static final Set<String> KEYS = Set.of("import", "export", "numbers", "master");

    private final BiFunction<Object, String, Map<String, Object>> fields;
    private final BiFunction<String, String, StartRefused> refused;

    /**
     * @param fields reads a group of fields, or refuses
     * @param refused says what is wrong and the remedy
     */
    RegisterPolicies(
            BiFunction<Object, String, Map<String, Object>> fields, BiFunction<String, String, StartRefused> refused) {
        this.fields = fields;
        this.refused = refused;
    }

    /** @throws StartRefused naming the connection, the field and the remedy */
    Map<Register, RegisterPolicy> read(String connection, Object registers) {
        Map<Register, RegisterPolicy> policies = new EnumMap<>(Register.class);
        fields.apply(registers, connection + ": registers").forEach((name, value) -> {
            String where = connection + ": registers: " + name;
            Register register = one(Register.values(), Register::label, name, where);
            policies.put(register, policy(register, fields.apply(value, where), where));
        });
        return policies;
    }

    private RegisterPolicy policy(Register register, Map<String, Object> given, String where) {
        given.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw refused.apply(
                    where + " has a field '" + key + "' that is not known",
                    "Known are " + KEYS.stream().sorted().toList());
        });
        Map<FieldGroup, Side> masters = new EnumMap<>(FieldGroup.class);
        if (given.containsKey("master")) {
            fields.apply(given.get("master"), where + ": master")
                    .forEach((group, side) -> masters.put(
                            one(groups(register), FieldGroup::label, group, where + ": master"),
                            one(Side.values(), RegisterPolicies::lower, String.valueOf(side), where + ": " + group)));
        }
        try {
            return new RegisterPolicy(
                    Optional.ofNullable(given.get("import")).map(cron -> cron(String.valueOf(cron), where)),
                    one(
                                    Export.values(),
                                    RegisterPolicies::lower,
                                    String.valueOf(given.getOrDefault("export", "false")),
                                    where + ": export")
                            == Export.TRUE,
                    one(
                            Numbers.values(),
                            RegisterPolicies::lower,
                            String.valueOf(given.getOrDefault("numbers", "usual")),
                            where + ": numbers"),
                    masters);
        } catch (IllegalArgumentException e) {
            throw refused.apply(where + ": " + e.getMessage(), "Leave that line out");
        }
    }

    private static FieldGroup[] groups(Register register) {
        return RegisterField.of(register).stream()
                .map(RegisterField::group)
                .distinct()
                .toArray(FieldGroup[]::new);
    }

    private enum Export {
        TRUE,
        FALSE
    }

    private String cron(String fiveFields, String where) {
        try {
            RegisterSchedule.parsed(fiveFields);
            return fiveFields;
        } catch (IllegalArgumentException e) {
            throw refused.apply(
                    where + ": import '" + fiveFields + "' is no schedule",
                    "Write minute, hour, day, month and day of the week, such as \"*/15 * * * *\"");
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private <T> T one(T[] all, Function<T, String> label, String word, String where) {
        for (T one : all) {
            if (label.apply(one).equals(word)) {
                return one;
            }
        }
        throw refused.apply(
                where + " is '" + word + "'",
                "Write one of " + Arrays.stream(all).map(label).toList());
    }
}
