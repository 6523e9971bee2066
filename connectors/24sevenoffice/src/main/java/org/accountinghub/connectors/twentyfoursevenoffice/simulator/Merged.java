package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import java.lang.reflect.Field;

/** An update: what was not said keeps the value it had. */
final class Merged {

    private Merged() {}

    /** Fills what {@code sent} leaves empty with what was there before. */
    static <T> void over(T before, T sent) {
        for (Field field : before.getClass().getDeclaredFields()) {
            try {
                field.setAccessible(true);
                if (field.get(sent) == null) {
                    field.set(sent, field.get(before));
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
