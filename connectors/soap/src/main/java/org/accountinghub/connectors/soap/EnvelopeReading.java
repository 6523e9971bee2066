package org.accountinghub.connectors.soap;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads an answer to its end once, to see that it is an envelope within all limits, and whether it is a fault. */
final class EnvelopeReading {

    private static final Set<String> SOAP =
            Set.of("http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope");
    private static final int LONGEST_WORDS = 2_000;

    private final Deque<QName> open = new ArrayDeque<>();
    private final StringBuilder code = new StringBuilder();
    private final StringBuilder words = new StringBuilder();
    private Optional<QName> payload = Optional.empty();

    private EnvelopeReading() {}

    static Envelope read(byte[] bytes) {
        try {
            return new EnvelopeReading().through(SafeXml.reader(bytes));
        } catch (XMLStreamException | RuntimeException e) {
            // what the parser says may quote the answer: only that it could not be read
            return new Envelope.Defect("it is not XML within the limits, or was cut");
        }
    }

    private Envelope through(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> {
                    return new Envelope.Defect("it declares a document type");
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    if (!begun(xml.getName())) {
                        return new Envelope.Defect("it is not a SOAP envelope");
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (xml.getTextLength() > SafeXml.LONGEST_TEXT) {
                        return new Envelope.Defect("a text in it is longer than " + SafeXml.LONGEST_TEXT);
                    }
                    text(xml.getText());
                }
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        if (payload.isEmpty()) {
            return new Envelope.Defect("its body is empty");
        }
        return soap(payload.get(), "Fault")
                ? new Envelope.Fault(local(code.toString()), words.toString().strip())
                : new Envelope.Content();
    }

    /** Whether the element may stand where it stands. */
    private boolean begun(QName name) {
        boolean fits = switch (open.size()) {
            case 0 -> soap(name, "Envelope");
            case 1 -> soap(name, "Header") || soap(name, "Body");
            default -> true;
        };
        if (open.size() == 2 && soap(open.getLast(), "Body") && payload.isEmpty()) {
            payload = Optional.of(name);
        }
        open.addLast(name);
        return fits;
    }

    private void text(String text) {
        if (payload.isEmpty() || !soap(payload.get(), "Fault")) {
            return;
        }
        String parent = open.isEmpty() ? "" : open.getLast().getLocalPart();
        if (parent.equals("faultcode") || parent.equals("Value")) {
            append(code, text);
        } else if (!text.isBlank()) {
            append(words, text.strip() + " ");
        }
    }

    private static void append(StringBuilder to, String text) {
        to.append(text, 0, Math.min(text.length(), Math.max(0, LONGEST_WORDS - to.length())));
    }

    private static boolean soap(QName name, String local) {
        return SOAP.contains(name.getNamespaceURI()) && name.getLocalPart().equals(local);
    }

    private static String local(String code) {
        return code.strip().substring(code.strip().lastIndexOf(':') + 1);
    }
}
