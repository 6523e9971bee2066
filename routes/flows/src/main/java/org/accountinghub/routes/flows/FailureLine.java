package org.accountinghub.routes.flows;

import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.RuntimeCamelException;

/**
 * A failure in one line: kinds and places, enough to find a bug. Messages stay out, for nobody knows what they quote; a
 * broker's and the network's quote nothing of ours.
 */
final class FailureLine {

    private static final String OURS = "org.accountinghub.";
    private static final int PLACES = 4;
    private static final int MOST_CAUSES = 10;

    private FailureLine() {}

    static String of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        List<Throwable> outage =
                causes.stream().filter(FailureLine::quotesNothing).toList();
        return (outage.isEmpty() ? causes : outage)
                .stream().map(FailureLine::line).collect(Collectors.joining(" <- "));
    }

    /** Whether somebody the hub speaks with is away, as opposed to a bug. */
    static boolean isOutage(Throwable failure) {
        return causes(failure).stream().anyMatch(FailureLine::quotesNothing);
    }

    /** From the outside in, without what Camel wraps around. */
    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> all = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .toList();
        List<Throwable> telling = all.stream()
                .filter(cause -> !(cause instanceof RuntimeCamelException))
                .toList();
        return telling.isEmpty() ? all : telling;
    }

    private static String line(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        if (quotesNothing(failure)) {
            return name + " (" + failure.getMessage() + ")";
        }
        String state = failure instanceof SQLException sql ? " of SQL state " + sql.getSQLState() : "";
        return name + state + places(failure.getStackTrace());
    }

    private static boolean quotesNothing(Throwable failure) {
        return failure instanceof JMSException
                || failure instanceof JMSRuntimeException
                || failure instanceof IOException;
    }

    private static String places(StackTraceElement[] trace) {
        Stream<StackTraceElement> ours =
                Arrays.stream(trace).skip(1).filter(at -> at.getClassName().startsWith(OURS));
        return Stream.concat(Arrays.stream(trace).limit(1), ours.limit(PLACES))
                .map(at -> at.getFileName() + ":" + at.getLineNumber())
                .reduce((first, next) -> first + ", " + next)
                .map(all -> " at " + all)
                .orElse("");
    }
}
