package org.accountinghub.connectors.soap;

import java.util.Optional;
import org.accountinghub.connectors.http.RawAnswer;
import org.accountinghub.connectors.http.RawClient;
import org.accountinghub.connectors.http.Request;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Exchange;

/** One call on its way through the client: where to, and what came back. Used by one thread. */
final class Sending {

    /** By this name the conduit finds it in the message. */
    static final String KEY = Sending.class.getName();

    private final RawClient client;
    private final SoapCall call;
    private final Conversation conversation;
    private Optional<RawAnswer> answer = Optional.empty();
    private Optional<Envelope> envelope = Optional.empty();

    Sending(RawClient client, SoapCall call, Conversation conversation) {
        this.client = client;
        this.call = call;
        this.conversation = conversation;
    }

    /** Sends the envelope, once; the bytes of an answer that is the operation's own. */
    Optional<byte[]> send(String contentType, String soapAction, String text) {
        if (answer.isPresent()) {
            throw new IllegalStateException("a call is sent once: " + call);
        }
        Request request = Request.of("POST", call.address())
                .header("Accept", "text/xml")
                .header("SOAPAction", soapAction)
                .text(contentType, text)
                .hiding(call.secrets());
        for (var header : call.headers().entrySet()) {
            request = request.header(header.getKey(), header.getValue());
        }
        RawAnswer received = client.send(request, exchange -> conversation.heard(named(exchange)));
        answer = Optional.of(received);
        Optional<byte[]> bytes = received instanceof RawAnswer.Received whole ? whole.body() : Optional.empty();
        envelope = bytes.map(EnvelopeReading::read);
        boolean success = received instanceof RawAnswer.Received whole && whole.status() / 100 == 2;
        return bytes.filter(body -> success && envelope.orElse(null) instanceof Envelope.Content);
    }

    Optional<RawAnswer> answer() {
        return answer;
    }

    Optional<Envelope> envelope() {
        return envelope;
    }

    private Exchange named(Exchange exchange) {
        return new Exchange(
                call.name(),
                exchange.uri(),
                exchange.at(),
                exchange.took(),
                exchange.request(),
                exchange.status(),
                exchange.answer());
    }
}
