package org.accountinghub.routes.engine.delivery;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.Customer;

/** Whether a customer is still who was sent. */
public final class SentAndStored {

    private static final int SHORTEST_NAME = 3;

    private SentAndStored() {}

    /**
     * Whether a customer of the same number is somebody else. With a registration number on either side: another number, or
     * one where there was none, and another name. With none on both sides: no part of the name in common, nor e-mail,
     * telephone or address, so that a customer may marry, move or be renamed.
     */
    public static boolean anotherCustomer(Customer sent, Customer now) {
        if (sent.name().strip().equalsIgnoreCase(now.name().strip())) {
            return false;
        }
        if (sent.registration().isEmpty() && now.registration().isEmpty()) {
            return Collections.disjoint(partsOfName(sent), partsOfName(now))
                    && Collections.disjoint(whereabouts(sent), whereabouts(now));
        }
        return sent.registration()
                .flatMap(number -> now.registration().filter(other -> number.sameAs(other.value())))
                .isEmpty();
    }

    private static Set<String> partsOfName(Customer customer) {
        return Arrays.stream(plain(customer.name()).split("[^\\p{L}\\p{N}]+"))
                .filter(part -> part.length() >= SHORTEST_NAME)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> whereabouts(Customer customer) {
        Stream<String> addresses = Stream.of(
                        customer.invoiceAddress(), customer.visitingAddress(), customer.postalAddress())
                .flatMap(Optional::stream)
                .filter(address -> !address.line1().isBlank())
                .map(SentAndStored::street);
        return Stream.concat(Stream.of(customer.email(), customer.invoiceEmail(), customer.phone()), addresses)
                .map(SentAndStored::plain)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String street(Address address) {
        return address.line1() + " " + address.postalCode().replace(" ", "");
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
