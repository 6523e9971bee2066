package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementRef;
import java.lang.reflect.Field;
import java.util.Set;
import java.util.function.Predicate;

/** Leaves in a document what was listed as return property; the rest comes back empty. */
final class Listed {

    private Listed() {}

    /** Changes the given copy. */
    static <T> T only(Set<String> properties, T copy) {
        return kept(copy, properties::contains);
    }

    /** What is left without these; changes the given copy. */
    static <T> T without(Set<String> properties, T copy) {
        return kept(copy, property -> !properties.contains(property));
    }

    private static <T> T kept(T copy, Predicate<String> wanted) {
        for (Field field : copy.getClass().getDeclaredFields()) {
            if (!wanted.test(name(field))) {
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
