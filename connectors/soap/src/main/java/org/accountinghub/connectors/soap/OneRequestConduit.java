package org.accountinghub.connectors.soap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.transport.AbstractConduit;
import org.apache.cxf.ws.addressing.EndpointReferenceType;

/**
 * Carries CXF's messages over the hub's own HTTP client, in the calling thread: one request for each message, no redirect,
 * no cookie, one timeout for the whole answer. CXF's own transports are not on the class path.
 */
final class OneRequestConduit extends AbstractConduit {

    private static final Logger LOG = Logger.getLogger(OneRequestConduit.class.getName());

    OneRequestConduit() {
        super(new EndpointReferenceType());
    }

    @Override
    protected Logger getLogger() {
        return LOG;
    }

    @Override
    public void prepare(Message message) {
        message.setContent(OutputStream.class, new ByteArrayOutputStream());
    }

    /** The message is written whole: send it. Called for the answer, too, where there is nothing to send. */
    @Override
    public void close(Message message) throws IOException {
        if (!(message.getContent(OutputStream.class) instanceof ByteArrayOutputStream written)) {
            return;
        }
        message.removeContent(OutputStream.class);
        if (!(message.get(Sending.KEY) instanceof Sending sending)) {
            throw new IllegalStateException("a message of no call");
        }
        Optional<byte[]> answer =
                sending.send(contentType(message), soapAction(message), written.toString(StandardCharsets.UTF_8));
        if (answer.isEmpty()) {
            throw new NothingToReadException();
        }
        handOver(message.getExchange(), answer.get());
    }

    private void handOver(Exchange exchange, byte[] answer) throws IOException {
        Message in = new MessageImpl();
        in.setExchange(exchange);
        in.put(Message.INBOUND_MESSAGE, true);
        in.put(Message.CONTENT_TYPE, "text/xml");
        in.put(Message.ENCODING, StandardCharsets.UTF_8.name());
        in.put(Message.RESPONSE_CODE, 200);
        try {
            in.setContent(XMLStreamReader.class, SafeXml.reader(answer));
        } catch (XMLStreamException e) {
            throw new IOException("the answer was readable a moment ago", e);
        }
        getMessageObserver().onMessage(in);
    }

    private static String contentType(Message message) {
        Object type = message.get(Message.CONTENT_TYPE);
        String plain = type == null ? "text/xml" : type.toString();
        return plain.contains("charset") ? plain : plain + "; charset=utf-8";
    }

    private static String soapAction(Message message) {
        if (message.get(Message.PROTOCOL_HEADERS) instanceof Map<?, ?> headers
                && headers.get("SOAPAction") instanceof List<?> values
                && !values.isEmpty()) {
            return String.valueOf(values.get(0));
        }
        return "\"\"";
    }

    /** There is no answer for CXF to read; what there is instead, {@link Sending} tells. */
    static final class NothingToReadException extends IOException {
        private static final long serialVersionUID = 1L;

        NothingToReadException() {
            super("no answer of the operation");
        }
    }
}
