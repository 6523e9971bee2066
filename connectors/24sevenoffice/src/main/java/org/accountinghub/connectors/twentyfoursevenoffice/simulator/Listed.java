package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementRef;
import java.lang.reflect.Field;
import java.util.Set;

/** Leaves in a document what was listed as return property; the rest comes back empty. */
final class Listed {

    private Listed() {}

    /** Changes the given copy. */
    static <T> T only(Set<String> properties, T copy) {
        for (Field field : copy.getClass().getDeclaredFields()) {
            if (!properties.contains(name(field))) {
                try {
                    field.setAccessible(true);
                    field.set(copy, null);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return copy;
    }

    private static String name(Field field) {
        XmlElement element = field.getAnnotation(XmlElement.class);
        if (element != null) {
            return element.name();
        }
        XmlElementRef reference = field.getAnnotation(XmlElementRef.class);
        return reference == null ? field.getName() : reference.name();
    }
}
