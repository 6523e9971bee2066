package org.accountinghub.routes.engine.registers;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.accountinghub.routes.engine.port.RegisterLedger;
import org.accountinghub.routes.engine.port.RegisterRuns;
import org.accountinghub.routes.engine.port.StoreRegisters;

/** A hub that dies before or after one call of all, counted over all its ports. */
final class Countdown {

    private int left;

    Countdown(int left) {
        this.left = left;
    }

    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    RegisterPorts around(RegisterPorts ports) {
        return new RegisterPorts(
                around(RegisterRuns.class, ports.runs()),
                around(RegisterLedger.class, ports.ledger()),
                ports.matches(),
                around(StoreRegisters.class, ports.store()),
                ports.fingerprints());
    }

    <T> T around(Class<T> port, T target) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    moment();
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        moment();
                    }
                }));
    }

    private void moment() {
        if (left-- == 0) {
            throw new Died();
        }
    }

    /** Whether it died of that work. */
    boolean kills(Runnable work) {
        try {
            work.run();
            return false;
        } catch (Died e) {
            return true;
        }
    }
}
