package org.accountinghub.connectors.soap;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.spi.Secret;

/**
 * One call of an operation. {@code toString} shows neither content nor headers.
 *
 * @param name what exchanges call it, in the partner's terms: {@code Company GetCompanies}
 * @param operation as the WSDL names it
 * @param content the element that the operation takes
 * @param headers of HTTP, a session's cookie among them
 * @param secrets values that must not be shown if they appear anywhere in the exchange
 */
public record SoapCall(
        String name, URI address, String operation, Object content, Map<String, String> headers, List<Secret> secrets) {

    public SoapCall {
        headers = Map.copyOf(headers);
        secrets = List.copyOf(secrets);
    }

    /** The same within a session that is kept by a cookie. */
    public SoapCall inSession(String cookie, Secret session) {
        return new SoapCall(
                name, address, operation, content, Map.of("Cookie", cookie + "=" + session.reveal()), List.of(session));
    }

    @Override
    public String toString() {
        return name;
    }
}
