package org.accountinghub.connectors.soap;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.http.AllowedAddresses;
import org.accountinghub.connectors.http.RawClient;
import org.accountinghub.connectors.soap.Warehouse.Put;
import org.accountinghub.connectors.soap.Warehouse.PutAnswer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.testkit.RawServer;

/** Calls of the test service, and what a server may say to them. */
final class Calls {

    static final SoapService SERVICE = SoapService.of(Warehouse.class);

    private Calls() {}

    static SoapAnswer<PutAnswer> put(RawServer server, String thing, Duration patience) {
        return SERVICE.call(
                client(server, patience), call(server, Put.of(thing)), PutAnswer.class, Conversation.UNHEARD);
    }

    static SoapAnswer<PutAnswer> put(RawServer server, String thing) {
        return put(server, thing, Duration.ofSeconds(20));
    }

    static RawClient client(RawServer server, Duration patience) {
        return new RawClient(AllowedAddresses.of(server.uri("")), patience, InstantSource.system());
    }

    static SoapCall call(RawServer server, Put content) {
        return new SoapCall("Warehouse Put", server.uri("/warehouse.asmx"), "Put", content, Map.of(), List.of());
    }

    static String envelope(String body) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope"
                + " xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>" + body
                + "</soap:Body></soap:Envelope>";
    }

    static String answer(String inside) {
        return envelope("<PutResponse xmlns=\"" + Warehouse.NAMESPACE + "\">" + inside + "</PutResponse>");
    }

    static String fault(String code, String words) {
        return envelope("<soap:Fault><faultcode>soap:" + code + "</faultcode><faultstring>" + words
                + "</faultstring><detail /></soap:Fault>");
    }

    static boolean write(OutputStream out, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " X\r\nContent-Type: text/xml; charset=utf-8\r\nContent-Length: "
                + bytes.length + "\r\n\r\n";
        out.write((head + body).getBytes(StandardCharsets.UTF_8));
        out.flush();
        return true;
    }

    static RawServer always(int status, String body) throws IOException {
        return new RawServer((number, out) -> write(out, status, body));
    }
}
