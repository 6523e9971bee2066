package org.accountinghub.routes.flows;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Ports of the engine that answer the calls a test expects and refuse all others. */
final class Ports {

    private Ports() {}

    static <T> T of(Class<T> port, Map<String, Function<Object[], Object>> answers) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (!answers.containsKey(method.getName())) {
                throw new AssertionError("not expected: " + port.getSimpleName() + "." + method.getName());
            }
            return answers.get(method.getName()).apply(arguments);
        };
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }

    static <T> T none(Class<T> port) {
        return of(port, Map.of());
    }
}
