package org.accountinghub.connectors.testkit.rules;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs one class of tests within a test and remembers what failed, by method. */
final class KitRun implements TestExecutionListener {

    private static final Pattern METHOD = Pattern.compile("\\[(?:method|test-factory):[^\\]]*?(\\w+)\\(");

    private final TreeMap<String, String> failed = new TreeMap<>();
    private int executed;

    static KitRun of(Class<?> tests) {
        KitRun run = new KitRun();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build();
        LauncherFactory.create().execute(request, run);
        return run;
    }

    /** The methods that failed; {@code class} when it was none of them. */
    Set<String> failed() {
        return new TreeSet<>(failed.keySet());
    }

    /** Why each of them failed. */
    String reasons() {
        return failed.toString();
    }

    int executed() {
        return executed;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            executed++;
        }
        if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            Matcher method = METHOD.matcher(test.getUniqueId());
            failed.put(
                    method.find() ? method.group(1) : "class",
                    result.getThrowable().map(Throwable::toString).orElse("aborted"));
        }
    }
}
