package org.accountinghub.routes.engine.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.accountinghub.mappings.model.register.FieldGroup;
import org.accountinghub.routes.engine.RegisterPolicy.Side;
import org.accountinghub.routes.engine.port.Fingerprints;
import org.accountinghub.routes.engine.port.RegisterLedger;
import org.accountinghub.routes.engine.port.StoreRegisters;
import org.jspecify.annotations.Nullable;

/** What is wrong with a hub on purpose, to see that the world it lives in ends badly. */
enum TwoWayFlaw {
    NONE,

    /** What is written over is told to nobody. */
    CONFLICTS_UNTOLD,

    /** What somebody wrote in the store since it was read is written over. */
    STORE_WRITTEN_BLINDLY,

    /** What changed in the store goes nowhere. */
    NOTHING_EXPORTED,

    /** The wrong side wins. */
    MASTERS_SWAPPED,

    /** All always seems to have changed. */
    FINGERPRINTS_NEVER_AGREE;

    RegisterLedger ledger(RegisterLedger real) {
        return switch (this) {
            case CONFLICTS_UNTOLD -> without(RegisterLedger.class, real, "note", null);
            case NOTHING_EXPORTED -> without(RegisterLedger.class, real, "export", 0);
            default -> real;
        };
    }

    StoreRegisters store(StoreRegisters real) {
        return this == STORE_WRITTEN_BLINDLY ? instead(StoreRegisters.class, real, TwoWayFlaw::blindly) : real;
    }

    Map<FieldGroup, Side> masters(Map<FieldGroup, Side> right) {
        Map<FieldGroup, Side> masters = new EnumMap<>(right);
        if (this == MASTERS_SWAPPED) {
            masters.replaceAll((group, side) ->
                    group == FieldGroup.ACCOUNTING || side == Side.STORE ? Side.ACCOUNTING : Side.STORE);
        }
        return masters;
    }

    Fingerprints fingerprints(Fingerprints real) {
        AtomicLong count = new AtomicLong();
        return this == FINGERPRINTS_NEVER_AGREE
                ? (connection, id, field, value) -> real.of(connection, id, field, value) + count.incrementAndGet()
                : real;
    }

    private static Object blindly(Object argument) {
        return argument instanceof List<?> writes
                ? writes.stream()
                        .map(StoreRegisters.Write.class::cast)
                        .map(write -> new StoreRegisters.Write(
                                write.number(), write.fields(), write.accountingNumber(), OptionalLong.empty()))
                        .toList()
                : argument;
    }

    private interface Change {
        Object of(Object argument);
    }

    private static <T> T without(Class<T> port, T real, String method, @Nullable Object answer) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, called, arguments) ->
                        called.getName().equals(method) ? answer : invoke(() -> called.invoke(real, arguments))));
    }

    private static <T> T instead(Class<T> port, T real, Change change) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, called, arguments) -> {
                    if (called.getName().equals("write")) {
                        for (int place = 0; place < arguments.length; place++) {
                            arguments[place] = change.of(arguments[place]);
                        }
                    }
                    return invoke(() -> called.invoke(real, arguments));
                }));
    }

    private interface Invocation {
        @Nullable Object go() throws ReflectiveOperationException;
    }

    private static @Nullable Object invoke(Invocation invocation) throws Throwable {
        try {
            return invocation.go();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
