package org.accountinghub.mappings.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A customer of the service company. Internal comments are not part of it: they are never sent.
 *
 * @param key kind {@link SourceKey#CUSTOMER}; its number is the customer number
 * @param phone empty when unknown, as the other texts
 * @param extensions what one partner alone needs, by the partner's own term
 */
public record Customer(
        SourceKey key,
        String name,
        Type type,
        Optional<RegistrationNumber> registration,
        Optional<String> vatNumber,
        Optional<Address> invoiceAddress,
        Optional<Address> visitingAddress,
        Optional<Address> postalAddress,
        String email,
        String invoiceEmail,
        String phone,
        List<Contact> contacts,
        InvoicingTerms terms,
        boolean active,
        Map<String, String> extensions) {

    /** A business has an organisation number, a private customer a personal number. */
    public enum Type {
        BUSINESS,
        PRIVATE
    }

    public Customer {
        contacts = List.copyOf(contacts);
        extensions = Map.copyOf(extensions);
    }

    public String number() {
        return key.number();
    }

    /** Where invoices go: the invoice address, else the postal, else the visiting one. */
    public Optional<Address> mainAddress() {
        return invoiceAddress.or(() -> postalAddress).or(() -> visitingAddress);
    }

    /** Its identity only. */
    @Override
    public String toString() {
        return "customer " + key;
    }
}
