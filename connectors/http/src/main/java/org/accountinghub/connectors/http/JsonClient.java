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
import org.accountinghub.connectors.http.Answer.Answered;
import org.accountinghub.connectors.http.Answer.Loss;
import org.accountinghub.connectors.http.Answer.NoAnswer;
import org.accountinghub.connectors.http.Answer.NotSent;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Exchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.MissingNode;

/**
 * Sends one request and says what came of it. Never sends anything twice, follows no redirect, calls nothing but the
 * allowed addresses, and waits no longer than its timeout for the whole answer. Safe for use by several threads.
 */
public final class JsonClient {

    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    private final AllowedAddresses addresses;
    private final Duration timeout;
    private final InstantSource clock;

    public JsonClient(AllowedAddresses addresses, Duration timeout, InstantSource clock) {
        this.addresses = addresses;
        this.timeout = timeout;
        this.clock = clock;
    }

    public Answer send(Request request, Conversation conversation) {
        Instant at = clock.instant();
        long start = System.nanoTime();
        Received received = addresses.permits(request.uri())
                ? exchange(request)
                : Received.without(new NotSent("the address is not one of this connection's"));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        conversation.heard(new Exchange(
                request.operation(),
                Masking.shown(request.uri().toString(), request.secrets()),
                at,
                took,
                Masking.shown(request.body().orElse(""), request.secrets()),
                received.status(),
                Masking.shown(received.text(), request.secrets())));
        return received.answer();
    }

    private Received exchange(Request request) {
        CompletableFuture<HttpResponse<Optional<byte[]>>> pending =
                Wire.client().sendAsync(wire(request), head -> new BoundedBody(LARGEST_BODY));
        try {
            return received(pending.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return Received.without(Failures.answer(e.getCause() == null ? e : e.getCause(), request.secrets()));
        } catch (TimeoutException e) {
            pending.cancel(true);
            return Received.without(new NoAnswer(Loss.TIMEOUT, "no whole answer within " + timeout.toSeconds() + " s"));
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return Received.without(new NoAnswer(Loss.INTERRUPTED, "interrupted while waiting for the answer"));
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
        if (response.body().isEmpty()) {
            String defect = "the answer is larger than " + LARGEST_BODY + " bytes";
            return Received.with(unreadable(response.statusCode(), retryAfter, "", defect), defect);
        }
        byte[] body = response.body().get();
        Answered answered = answered(response.statusCode(), retryAfter, body);
        return Received.with(answered, answered.text());
    }

    private static Answered answered(int status, Optional<Duration> retryAfter, byte[] body) {
        String text = new String(body, UTF_8);
        try {
            return new Answered(status, retryAfter, text, Json.read(body), Optional.empty());
        } catch (JacksonException e) {
            return unreadable(status, retryAfter, text, "the answer's body is not the JSON it should be");
        }
    }

    private static Answered unreadable(int status, Optional<Duration> retryAfter, String text, String defect) {
        return new Answered(status, retryAfter, text, MissingNode.getInstance(), Optional.of(defect));
    }

    private record Received(Answer answer, int status, String text) {

        static Received with(Answered answered, String text) {
            return new Received(answered, answered.status(), text);
        }

        static Received without(NotSent notSent) {
            return new Received(notSent, 0, "not sent: " + notSent.why());
        }

        static Received without(NoAnswer noAnswer) {
            return new Received(noAnswer, 0, "no answer: " + noAnswer.why());
        }

        static Received without(Answer failure) {
            return failure instanceof NotSent notSent ? without(notSent) : without((NoAnswer) failure);
        }
    }
}
