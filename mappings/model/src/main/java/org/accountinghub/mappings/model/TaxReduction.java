package org.accountinghub.mappings.model;

import java.util.List;
import java.util.Optional;

/**
 * A Swedish tax reduction asked for on a document: one type, for one property, shared by one or more persons. How much it
 * is the accounting system computes on its own document; which rows count stands on the rows ({@link HouseWork}).
 *
 * @param property where the work was done; RUT needs none
 * @param persons who ask for it, at least one
 */
public record TaxReduction(Type type, Optional<Property> property, List<Person> persons) {

    /** Which law: repair and conversion, household services, green technology. */
    public enum Type {
        ROT,
        RUT,
        GREEN
    }

    /** A house by its designation, or a flat by its number and the housing association that owns the building. */
    public sealed interface Property {

        /** A house of one's own: {@code Solrosen 3:14}. */
        record House(String designation) implements Property {}

        /** A tenant-owned flat. */
        record Flat(String apartmentNumber, RegistrationNumber association) implements Property {}
    }

    /**
     * Somebody who asks for a part of the reduction.
     *
     * @param share the part, relative to the other persons' shares; equal shares where the store says nothing
     */
    public record Person(String name, RegistrationNumber personalNumber, int share) {

        public Person {
            if (share < 1) {
                throw new IllegalArgumentException("a share is 1 or more, not " + share);
            }
        }

        @Override
        public String toString() {
            return "person " + PersonalNumbers.MASK;
        }
    }

    public TaxReduction {
        persons = List.copyOf(persons);
        if (persons.isEmpty()) {
            throw new IllegalArgumentException("a tax reduction is asked for by somebody");
        }
    }

    /** Its type only: the rest is about persons. */
    @Override
    public String toString() {
        return type + " for " + persons.size() + (persons.size() == 1 ? " person" : " persons");
    }
}
