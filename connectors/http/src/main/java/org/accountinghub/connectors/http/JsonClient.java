package org.accountinghub.connectors.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.accountinghub.connectors.http.Answer.Answered;
import org.accountinghub.connectors.http.RawAnswer.Lost;
import org.accountinghub.connectors.http.RawAnswer.Received;
import org.accountinghub.connectors.spi.Conversation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.MissingNode;

/** Sends one request, as {@link RawClient} does, and reads the answer as JSON. Safe for use by several threads. */
public final class JsonClient {

    private final RawClient client;

    public JsonClient(AllowedAddresses addresses, Duration timeout, InstantSource clock) {
        this.client = new RawClient(addresses, timeout, clock);
    }

    public Answer send(Request request, Conversation conversation) {
        RawAnswer answer = client.send(request, conversation);
        return answer instanceof Lost lost ? lost.why() : answered((Received) answer);
    }

    private static Answered answered(Received received) {
        if (received.body().isEmpty()) {
            return unreadable(received, "", RawClient.TOO_LARGE);
        }
        byte[] body = received.body().get();
        String text = new String(body, UTF_8);
        try {
            return new Answered(received.status(), received.retryAfter(), text, Json.read(body), Optional.empty());
        } catch (JacksonException e) {
            return unreadable(received, text, "the answer's body is not the JSON it should be");
        }
    }

    private static Answered unreadable(Received received, String text, String defect) {
        return new Answered(
                received.status(), received.retryAfter(), text, MissingNode.getInstance(), Optional.of(defect));
    }
}
