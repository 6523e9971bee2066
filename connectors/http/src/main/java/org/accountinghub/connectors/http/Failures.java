package org.accountinghub.connectors.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.accountinghub.connectors.http.Answer.Loss;
import org.accountinghub.connectors.http.Answer.NoAnswer;
import org.accountinghub.connectors.http.Answer.NotSent;
import org.accountinghub.connectors.spi.Secret;

/** Tells a request that was not sent for certain from one that may have been. In doubt, it may have been. */
final class Failures {

    private static final List<Class<? extends Exception>> BEFORE_SENDING = List.of(
            ConnectException.class,
            HttpConnectTimeoutException.class,
            UnknownHostException.class,
            NoRouteToHostException.class,
            UnresolvedAddressException.class,
            SSLHandshakeException.class,
            SSLPeerUnverifiedException.class);

    private Failures() {}

    static Answer answer(Throwable failure, Collection<Secret> secrets) {
        String why = words(failure, secrets);
        boolean notSent =
                chain(failure).anyMatch(link -> BEFORE_SENDING.stream().anyMatch(kind -> kind.isInstance(link)));
        if (notSent) {
            return new NotSent(why);
        }
        if (failure instanceof HttpTimeoutException) {
            return new NoAnswer(Loss.TIMEOUT, why);
        }
        if (failure instanceof IOException) {
            return new NoAnswer(Loss.CUT, why);
        }
        throw new IllegalStateException("the HTTP client failed in an unforeseen way", failure);
    }

    /** The kind and message of the failure and of its causes, without secrets. */
    private static String words(Throwable failure, Collection<Secret> secrets) {
        String words = chain(failure)
                .map(link ->
                        link.getClass().getSimpleName() + (link.getMessage() == null ? "" : " " + link.getMessage()))
                .reduce((outer, inner) -> outer.contains(inner) ? outer : outer + "; " + inner)
                .orElse("");
        return Masking.shown(words, secrets);
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.<Throwable>iterate(failure, link -> link != null, Throwable::getCause)
                .limit(8);
    }
}
