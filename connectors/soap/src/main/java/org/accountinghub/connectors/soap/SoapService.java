package org.accountinghub.connectors.soap;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import org.accountinghub.connectors.http.Answer;
import org.accountinghub.connectors.http.RawAnswer;
import org.accountinghub.connectors.http.RawClient;
import org.accountinghub.connectors.soap.SoapAnswer.Faulted;
import org.accountinghub.connectors.soap.SoapAnswer.NoAnswer;
import org.accountinghub.connectors.soap.SoapAnswer.NotSent;
import org.accountinghub.connectors.soap.SoapAnswer.Said;
import org.accountinghub.connectors.soap.SoapAnswer.Unusable;
import org.accountinghub.connectors.spi.Conversation;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.service.model.BindingOperationInfo;

/**
 * One service of a WSDL, as a client of CXF that is built once for the process and used by all connections and threads:
 * whatever belongs to one call travels with that call. Sends one request for each call, whatever becomes of it.
 */
public final class SoapService {

    private static final int SHOWN = 2_000;

    private final Client client;
    private final String namespace;

    private SoapService(Client client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    /**
     * Builds the client, which takes the better part of a second for the first service of a process.
     *
     * @param contract the service's interface as generated from its WSDL
     */
    public static SoapService of(Class<?> contract) {
        Client client = ClientBuilding.client(contract);
        return new SoapService(
                client, client.getEndpoint().getService().getName().getNamespaceURI());
    }

    /**
     * Makes one call.
     *
     * @param http where it may go and how long it may take
     * @param answer the element that the operation answers with
     */
    public <T> SoapAnswer<T> call(RawClient http, SoapCall call, Class<T> answer, Conversation conversation) {
        BindingOperationInfo operation =
                client.getEndpoint().getBinding().getBindingInfo().getOperation(new QName(namespace, call.operation()));
        if (operation == null) {
            throw new IllegalArgumentException("the service has no operation " + call.operation());
        }
        Sending sending = new Sending(http, call, conversation);
        Map<String, Object> context = new HashMap<>();
        context.put(Client.REQUEST_CONTEXT, new HashMap<>(Map.of(Sending.KEY, sending)));
        Object[] read;
        try {
            read = client.invoke(operation, new Object[] {call.content()}, context);
        } catch (Exception e) {
            return without(sending, e);
        }
        return read != null && read.length == 1 && answer.isInstance(read[0])
                ? new Said<>(answer.cast(read[0]))
                : without(sending, new IllegalStateException("the answer is not a " + answer.getSimpleName()));
    }

    private static <T> SoapAnswer<T> without(Sending sending, Exception failure) {
        RawAnswer answer =
                sending.answer().orElseThrow(() -> new IllegalStateException("the call could not be written", failure));
        if (answer instanceof RawAnswer.Lost lost) {
            return lost.why() instanceof Answer.NotSent notSent
                    ? new NotSent<>(notSent.why())
                    : lost((Answer.NoAnswer) lost.why());
        }
        RawAnswer.Received received = (RawAnswer.Received) answer;
        if (sending.envelope().orElse(null) instanceof Envelope.Fault fault) {
            return new Faulted<>(received.status(), received.retryAfter(), fault.code(), fault.words());
        }
        return new Unusable<>(received.status(), received.retryAfter(), beginning(received), defect(sending, received));
    }

    private static <T> SoapAnswer<T> lost(Answer.NoAnswer why) {
        return new NoAnswer<>(why.loss(), why.why());
    }

    private static String defect(Sending sending, RawAnswer.Received received) {
        if (received.body().isEmpty()) {
            return "it is larger than " + RawClient.LARGEST_BODY + " bytes";
        }
        return sending.envelope().orElse(null) instanceof Envelope.Defect defect
                ? defect.why()
                : received.status() / 100 == 2 ? "it is not what the operation answers" : "it is an error status";
    }

    private static String beginning(RawAnswer.Received received) {
        String text = received.body()
                .map(body -> new String(body, StandardCharsets.UTF_8))
                .orElse("");
        return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
    }
}
