package org.accountinghub.mappings.twentyfoursevenoffice;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.util.JAXBSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.namespace.QName;
import javax.xml.transform.dom.DOMResult;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.Product;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A record of one of 24SevenOffice's registers with all that is known of it: copied, and laid out as texts by the names of
 * its elements.
 */
final class WholeRecord<T> {

    static final WholeRecord<Company> COMPANY = new WholeRecord<>(Company.class);
    static final WholeRecord<Product> PRODUCT = new WholeRecord<>(Product.class);

    /** When the service last changed it, and what it said of a call: no part of what it keeps. */
    private static final Set<String> PASSING = Set.of("DateChanged", "APIException");

    private final Class<T> type;
    private final JAXBContext context;

    private WholeRecord(Class<T> type) {
        this.type = type;
        try {
            context = JAXBContext.newInstance(type);
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same again, sharing nothing with the first. */
    T copy(T record) {
        try {
            return context.createUnmarshaller()
                    .unmarshal(new JAXBSource(context, element(record)), type)
                    .getValue();
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What has a value, by path: {@code Addresses.Invoice.Street}. */
    Map<String, String> contents(T record) {
        DOMResult tree = new DOMResult();
        try {
            context.createMarshaller().marshal(element(record), tree);
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> contents = new TreeMap<>();
        for (Element child : children(tree.getNode().getFirstChild())) {
            if (!PASSING.contains(child.getLocalName())) {
                collect(child, child.getLocalName(), contents);
            }
        }
        return contents;
    }

    private JAXBElement<T> element(T record) {
        return new JAXBElement<>(new QName(Contract.NAMESPACE, type.getSimpleName()), type, record);
    }

    private static void collect(Element element, String path, Map<String, String> contents) {
        List<Element> children = children(element);
        if (children.isEmpty()) {
            String text = element.getTextContent().strip();
            if (!text.isEmpty()) {
                contents.put(path, text);
            }
        }
        Map<String, Integer> seen = new HashMap<>();
        for (Element child : children) {
            int nth = seen.merge(child.getLocalName(), 1, Integer::sum);
            collect(child, path + "." + child.getLocalName() + (nth == 1 ? "" : "(" + nth + ")"), contents);
        }
    }

    private static List<Element> children(Node parent) {
        List<Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
