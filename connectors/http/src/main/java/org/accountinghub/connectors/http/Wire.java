package org.accountinghub.connectors.http;

import java.net.http.HttpClient;
import java.time.Duration;

/**
 * The one HTTP client of this process, with everything off by which the JDK's client sends a request a second time by
 * itself.
 *
 * <p>The JDK reads these settings with its first request. A program in which something else may call the JDK's client
 * earlier calls {@link #prepare()} when it starts.
 */
public final class Wire {

    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private static final HttpClient CLIENT;

    static {
        prepare();
        CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    private Wire() {}

    /** Switches silent re-sending off for every JDK HTTP client of this process that has not yet sent anything. */
    public static void prepare() {
        // a GET whose answer is dropped would go out again, even on a fresh connection
        System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
        System.setProperty("jdk.httpclient.enableAllMethodRetry", "false");
        System.setProperty("jdk.httpclient.disableRetryConnect", "true");
        // an idle connection that the partner is about to close loses the next answer: do not keep it for long
        if (System.getProperty("jdk.httpclient.keepalive.timeout") == null) {
            System.setProperty("jdk.httpclient.keepalive.timeout", "15");
        }
    }

    static HttpClient client() {
        return CLIENT;
    }
}
