package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.mappings.twentyfoursevenoffice.Contract;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Envelopes in and out. What comes in must be valid by the contract, and so must what goes out. */
final class Soap {

    static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    private static final Map<Contract, JAXBContext> CONTEXTS = new ConcurrentHashMap<>();
    private static final Map<Contract, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private Soap() {}

    /**
     * The content of a request's body.
     *
     * @throws SoapFault when it is none that the service takes
     */
    static Object read(Contract service, PartnerRequest request) {
        Element content = content(request.body());
        String action = request.header("SOAPAction").orElse("").replace("\"", "");
        if (!action.equals(Contract.soapAction(content.getLocalName()))) {
            throw SoapFault.client("Server did not recognize the value of HTTP Header SOAPAction: " + action + ".");
        }
        try {
            schema(service).newValidator().validate(new DOMSource(content));
            return context(service).createUnmarshaller().unmarshal(content);
        } catch (SAXException | JAXBException e) {
            throw SoapFault.client("Server was unable to read request. ---> There is an error in XML document. ---> "
                    + e.getMessage());
        } catch (IOException e) {
            throw new IllegalStateException("nothing is read from outside", e);
        }
    }

    /** The name of the element in the body; empty when there is none. */
    static Optional<String> operation(PartnerRequest request) {
        try {
            return Optional.of(content(request.body()).getLocalName());
        } catch (SoapFault none) {
            return Optional.empty();
        }
    }

    static Answer answer(Contract service, Object content) {
        String text = text(service, content);
        try {
            schema(service).newValidator().validate(new StreamSource(new StringReader(text)));
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("the simulator answers what the contract does not know: " + text, e);
        }
        return xml(200, text);
    }

    static Answer xml(int status, String content) {
        return Answer.of(
                status,
                "text/xml; charset=utf-8",
                "<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"" + ENVELOPE
                        + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\">"
                        + "<soap:Body>" + content + "</soap:Body></soap:Envelope>");
    }

    /** The same document again, sharing nothing with the first; by way of the request that holds it. */
    @SuppressWarnings("unchecked")
    static <T> T copy(Contract service, T holder) {
        try {
            return (T) context(service).createUnmarshaller().unmarshal(new StringReader(text(service, holder)));
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Contract service, Object content) {
        try {
            StringWriter text = new StringWriter();
            Marshaller marshaller = context(service).createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
            marshaller.marshal(content, text);
            return text.toString();
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Element content(String envelope) {
        Element root = parse(envelope).getDocumentElement();
        if (!ENVELOPE.equals(root.getNamespaceURI()) || !root.getLocalName().equals("Envelope")) {
            throw SoapFault.client("Possible SOAP version mismatch: Envelope namespace was unexpected.");
        }
        return child(root, "Body")
                .flatMap(body -> child(body, ""))
                .orElseThrow(() -> SoapFault.client("Server was unable to read request. ---> The body is empty."));
    }

    /** @param name empty = any */
    private static Optional<Element> child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && (name.isEmpty() || name.equals(element.getLocalName()))) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private static Document parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (SAXException e) {
            throw SoapFault.client("Server was unable to read request. ---> " + e.getMessage());
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Schema schema(Contract service) {
        return SCHEMAS.computeIfAbsent(service, Contract::schema);
    }

    /** One for each service: their types share a namespace. */
    private static JAXBContext context(Contract service) {
        return CONTEXTS.computeIfAbsent(service, one -> {
            try {
                return JAXBContext.newInstance(
                        switch (one) {
                            case AUTHENTICATE ->
                                org.accountinghub.mappings.twentyfoursevenoffice.soap.authenticate.ObjectFactory.class;
                            case COMPANY ->
                                org.accountinghub.mappings.twentyfoursevenoffice.soap.company.ObjectFactory.class;
                            case INVOICE ->
                                org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.ObjectFactory.class;
                            case PRODUCT ->
                                org.accountinghub.mappings.twentyfoursevenoffice.soap.product.ObjectFactory.class;
                        });
            } catch (JAXBException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
