package org.accountinghub.connectors.testkit.acceptance;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.CustomerNumbers;
import org.accountinghub.connectors.spi.CustomerSink;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Counts what is executed below a class that says {@link WholeKit}, and holds it against the ports that were met. */
@SuppressWarnings(
        "NullAway") // JUnit says Invocation<@Nullable Void>: newer compilers read that from its classes, that of JDK 17
// does not
final class ExecutedTests implements InvocationInterceptor, AfterAllCallback {

    private int count;
    private final Set<Class<?>> ports = new HashSet<>();
    private final Set<Class<?>> proved = new HashSet<>();
    private boolean numbersThere;
    private boolean numbersThereProved;

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        count();
        meet(context.getRequiredTestInstance());
        test.proceed();
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> factory, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        meet(context.getRequiredTestInstance());
        return factory.proceed();
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> test, DynamicTestInvocationContext dynamic, ExtensionContext context) throws Throwable {
        count();
        test.proceed();
    }

    private synchronized void count() {
        count++;
    }

    private synchronized void meet(Object kit) {
        if (kit instanceof AcceptanceKit ours) {
            Class<?> connector = ours.trial().connector().getClass();
            for (Class<?> type = connector; type != null; type = type.getSuperclass()) {
                for (Class<?> port : type.getInterfaces()) {
                    addPorts(port);
                }
            }
            numbersThereProved |= kit instanceof NumberedThereKit;
            numbersThere |= ours.trial().connector() instanceof CustomerSink sink
                    && sink.numbers().contains(CustomerNumbers.THEIRS);
            for (Class<?> type = kit.getClass(); type != null; type = type.getSuperclass()) {
                if (type.isAnnotationPresent(Proves.class)) {
                    proved.add(type.getAnnotation(Proves.class).value());
                }
            }
        }
    }

    private void addPorts(Class<?> port) {
        if (Connector.class.isAssignableFrom(port) && port.getPackage().equals(Connector.class.getPackage())) {
            ports.add(port);
            for (Class<?> wider : port.getInterfaces()) {
                addPorts(wider);
            }
        }
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        WholeKit whole = context.getRequiredTestClass().getAnnotation(WholeKit.class);
        String picked = System.getProperty("test", "");
        if (whole == null || picked.contains("#") || picked.contains("$")) {
            return;
        }
        Set<String> unproved = ports.stream()
                .filter(port -> !proved.contains(port))
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
        if (!unproved.isEmpty()) {
            throw new AssertionError("no nested class of " + context.getDisplayName()
                    + " extends the part of the kit that proves " + unproved);
        }
        if (numbersThere && !numbersThereProved) {
            throw new AssertionError("the partner can number customers, and no nested class of "
                    + context.getDisplayName() + " extends NumberedThereKit");
        }
        if (count != whole.tests()) {
            throw new AssertionError(
                    "%d tests of the kit were executed and %d declared: was one left out? Else write @WholeKit(tests = %d)"
                            .formatted(count, whole.tests(), count));
        }
    }
}
