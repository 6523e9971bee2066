package org.accountinghub.connectors.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.accountinghub.connectors.http.Answer.Loss;
import org.accountinghub.connectors.http.Answer.NoAnswer;
import org.accountinghub.connectors.http.Answer.NotSent;
import org.accountinghub.connectors.http.RawAnswer.Lost;
import org.accountinghub.connectors.http.RawAnswer.Received;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Exchange;

/**
 * Sends one request and hands over what came back, whatever language it is in. Never sends anything twice, follows no
 * redirect, keeps no cookie, calls nothing but the allowed addresses, and waits no longer than its timeout for the whole
 * answer. Safe for use by several threads.
 */
public final class RawClient {

    /** In bytes; what is larger is not read to its end. */
    public static final int LARGEST_BODY = 10 * 1024 * 1024;

    static final String TOO_LARGE = "the answer is larger than " + LARGEST_BODY + " bytes";

    private final AllowedAddresses addresses;
    private final Duration timeout;
    private final InstantSource clock;

    public RawClient(AllowedAddresses addresses, Duration timeout, InstantSource clock) {
        this.addresses = addresses;
        this.timeout = timeout;
        this.clock = clock;
    }

    public RawAnswer send(Request request, Conversation conversation) {
        Instant at = clock.instant();
        long start = System.nanoTime();
        RawAnswer answer = addresses.permits(request.uri())
                ? exchange(request)
                : new Lost(new NotSent("the address is not one of this connection's"));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        conversation.heard(new Exchange(
                request.operation(),
                Masking.shown(request.uri().toString(), request.secrets()),
                at,
                took,
                Masking.shown(request.body().orElse(""), request.secrets()),
                answer instanceof Received received ? received.status() : 0,
                Masking.shown(text(answer), request.secrets())));
        return answer;
    }

    private RawAnswer exchange(Request request) {
        CompletableFuture<HttpResponse<Optional<byte[]>>> pending =
                Wire.client().sendAsync(wire(request), head -> new BoundedBody(LARGEST_BODY));
        try {
            return received(pending.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return new Lost(Failures.answer(e.getCause() == null ? e : e.getCause(), request.secrets()));
        } catch (TimeoutException e) {
            pending.cancel(true);
            return new Lost(new NoAnswer(Loss.TIMEOUT, "no whole answer within " + timeout.toSeconds() + " s"));
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new Lost(new NoAnswer(Loss.INTERRUPTED, "interrupted while waiting for the answer"));
        }
    }

    private HttpRequest wire(Request request) {
        HttpRequest.Builder wire = HttpRequest.newBuilder(request.uri()).timeout(timeout);
        request.headers().forEach(wire::setHeader);
        return wire.method(
                        request.method(),
                        request.body()
                                .map(text -> HttpRequest.BodyPublishers.ofString(text, UTF_8))
                                .orElseGet(HttpRequest.BodyPublishers::noBody))
                .build();
    }

    private Received received(HttpResponse<Optional<byte[]>> response) {
        Optional<Duration> retryAfter = response.headers()
                .firstValue("Retry-After")
                .flatMap(header -> RetryAfter.parse(header, clock.instant()));
        return new Received(response.statusCode(), retryAfter, response.body());
    }

    private static String text(RawAnswer answer) {
        if (answer instanceof Received received) {
            return received.body().map(body -> new String(body, UTF_8)).orElse(TOO_LARGE);
        }
        Answer why = ((Lost) answer).why();
        return why instanceof NotSent notSent ? "not sent: " + notSent.why() : "no answer: " + ((NoAnswer) why).why();
    }
}
