package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.accountinghub.connectors.testkit.partner.Answer;

/** What the service says instead of an answer: HTTP 500 with a SOAP fault, as ASP.NET does. */
final class SoapFault extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final String code;
    private final String words;

    private SoapFault(String code, String words) {
        super(words);
        this.code = code;
        this.words = words;
    }

    /** The request is to blame. */
    static SoapFault client(String message) {
        return new SoapFault("soap:Client", message);
    }

    static SoapFault server(String message) {
        return new SoapFault("soap:Server", "Server was unable to process request. ---> " + message);
    }

    static SoapFault notAuthenticated() {
        return server("Not authenticated");
    }

    /** The documented words; the quarantine ends with the hour. */
    static SoapFault quarantine(long exceededBy, Instant now) {
        return quarantineUntil(exceededBy, now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
    }

    static SoapFault quarantineUntil(long exceededBy, Instant end) {
        return server("Limit exceeded by " + exceededBy + ". Request is blocked. Quarantine ends at "
                + MOMENT.format(end.atOffset(ZoneOffset.UTC)));
    }

    Answer answer() {
        return Soap.xml(
                500,
                "<soap:Fault><faultcode>" + code + "</faultcode><faultstring>" + escaped(words)
                        + "</faultstring><detail/></soap:Fault>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
