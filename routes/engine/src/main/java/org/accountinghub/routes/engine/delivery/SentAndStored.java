package org.accountinghub.routes.engine.delivery;

import org.accountinghub.mappings.model.Customer;

/** Whether a customer is still who was sent. */
public final class SentAndStored {

    private SentAndStored() {}

    /** Whether a customer of the same number is somebody else: another name, and not the same registration number. */
    public static boolean anotherCustomer(Customer sent, Customer now) {
        boolean bothUnregistered =
                sent.registration().isEmpty() && now.registration().isEmpty();
        boolean sameRegistration = sent.registration()
                .flatMap(number -> now.registration().filter(other -> number.sameAs(other.value())))
                .isPresent();
        return !sameRegistration
                && !bothUnregistered
                && !sent.name().strip().equalsIgnoreCase(now.name().strip());
    }
}
