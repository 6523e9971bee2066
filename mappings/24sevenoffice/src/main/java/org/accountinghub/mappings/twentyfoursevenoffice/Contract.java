package org.accountinghub.mappings.twentyfoursevenoffice;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** 24SevenOffice's web services that are used here: where each is called and the WSDL that says how. */
public enum Contract {
    AUTHENTICATE("authenticate", "/authenticate/v001/authenticate.asmx"),
    COMPANY("company", "/CRM/Company/V001/CompanyService.asmx"),
    INVOICE("invoice", "/Economy/InvoiceOrder/V001/InvoiceService.asmx"),
    PRODUCT("product", "/Logistics/Product/V001/ProductService.asmx");

    /** Of all elements of all four services, and before an operation's name its SOAP action. */
    public static final String NAMESPACE = "http://24sevenOffice.com/webservices";

    private final String file;
    private final String path;

    Contract(String name, String path) {
        this.file = name + ".wsdl";
        this.path = path;
    }

    /** On the class path. */
    public URL wsdl() {
        return Objects.requireNonNull(Contract.class.getResource(file), file);
    }

    /** Below the address of the API, beginning with a slash. */
    public String path() {
        return path;
    }

    public static String soapAction(String operation) {
        return NAMESPACE + "/" + operation;
    }

    /** What the bodies of requests and answers must look like. Made anew by each call. */
    public Schema schema() {
        NodeList schemas = document().getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema");
        Source[] sources = IntStream.range(0, schemas.getLength())
                .map(i -> schemas.getLength() - 1 - i)
                .mapToObj(i -> (Element) schemas.item(i))
                .map(Contract::standingAlone)
                .map(DOMSource::new)
                .toArray(Source[]::new);
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(sources);
        } catch (SAXException e) {
            throw new IllegalStateException(file + " holds no valid schema", e);
        }
    }

    /** With the prefixes that the WSDL declares around it. */
    private static Element standingAlone(Element schema) {
        var around = schema.getOwnerDocument().getDocumentElement().getAttributes();
        IntStream.range(0, around.getLength())
                .mapToObj(around::item)
                .filter(attribute -> XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI()))
                .forEach(prefix ->
                        schema.setAttributeNS(prefix.getNamespaceURI(), prefix.getNodeName(), prefix.getNodeValue()));
        return schema;
    }

    private Document document() {
        try (InputStream text = wsdl().openStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(text);
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
