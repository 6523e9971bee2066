package org.accountinghub.routes.app.endtoend;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/**
 * Every line that was logged in this process, with exceptions as they are written out. Named in {@code logback-test.xml},
 * which every hub that starts reads again; the lines outlive that.
 */
public final class Capture extends AppenderBase<ILoggingEvent> {

    /** Lock of the tests that start another hub, and of those that miss no line. */
    static final String LOG = "log";

    private static final List<String> LINES = new CopyOnWriteArrayList<>();

    /** Lets the hub tell all details from now on. */
    static void details() {
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger("org.accountinghub")
                .setLevel(Level.DEBUG);
    }

    static List<String> lines() {
        return List.copyOf(LINES);
    }

    @Override
    protected void append(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        LINES.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage()
                + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown)));
    }
}
