package org.accountinghub.mappings.vismaeaccounting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.PersonalIdentity;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.TaxReduction.Person;
import org.accountinghub.mappings.model.TaxReduction.Property;
import org.accountinghub.mappings.vismaeaccounting.wire.Deductor;

/**
 * What a document says of its tax reduction. eAccounting computes the amount and, to begin with, distributes it itself.
 *
 * @param type 0 none or green technology, 1 ROT, 2 RUT
 * @param propertyType 1 flat, 2 house
 */
record ReductionHeader(
        int type,
        boolean asked,
        boolean green,
        Optional<String> property,
        Optional<String> association,
        Optional<Integer> propertyType,
        List<Deductor> persons) {

    private static final int FLAT = 1;
    private static final int HOUSE = 2;

    /** @param longest of a property's designation, which differs between drafts and orders */
    static ReductionHeader of(BillableOrder order, int longest, int longestAssociation, Fields texts, Review review) {
        if (order.taxReduction().isEmpty()) {
            return new ReductionHeader(
                    0, false, false, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        }
        TaxReduction reduction = order.taxReduction().get();
        Optional<String> property =
                reduction.property().flatMap(place -> texts.identifier("PropertyName", designation(place), longest));
        Optional<String> association =
                reduction.property().flatMap(place -> association(place, longestAssociation, review));
        if (property.isEmpty() && reduction.type() != TaxReduction.Type.RUT) {
            review.refuse(
                    "tax-reduction-property-missing",
                    "PropertyName",
                    reduction.type() + " needs a property, and the order names none.",
                    "Write the property designation, or the flat's number and the housing association's organisation number,"
                            + " on the customer or the order.");
        }
        return new ReductionHeader(
                switch (reduction.type()) {
                    case ROT -> 1;
                    case RUT -> 2;
                    case GREEN -> 0;
                },
                true,
                reduction.type() == TaxReduction.Type.GREEN,
                property,
                association,
                reduction.property().map(place -> place instanceof Property.Flat ? FLAT : HOUSE),
                persons(order, reduction, review));
    }

    /** What the document says; nothing where nothing is asked for. */
    Optional<List<Deductor>> deductors() {
        return asked ? Optional.of(persons) : Optional.empty();
    }

    Optional<Boolean> automatic() {
        return asked ? Optional.of(true) : Optional.empty();
    }

    Optional<Boolean> greenTechnology() {
        return green ? Optional.of(true) : Optional.empty();
    }

    private static String designation(Property property) {
        return property instanceof Property.House house
                ? house.designation()
                : ((Property.Flat) property).apartmentNumber();
    }

    private static Optional<String> association(Property property, int longest, Review review) {
        if (!(property instanceof Property.Flat flat)) {
            return Optional.empty();
        }
        RegistrationNumber number = flat.association();
        String digits = number.digits();
        if (!digits.matches("\\d{10}")) {
            review.refuse(
                    "association-number-invalid",
                    "OrgNumber",
                    "\"" + number + "\" is no organisation number of a housing association: ten digits.",
                    "Correct the housing association's organisation number in the service system.");
            return Optional.empty();
        }
        return Optional.of(digits.substring(0, 6) + "-" + digits.substring(6)).filter(text -> text.length() <= longest);
    }

    private static List<Deductor> persons(BillableOrder order, TaxReduction reduction, Review review) {
        List<Deductor> persons = new ArrayList<>();
        for (Person person : reduction.persons()) {
            String which = "Person " + (persons.size() + 1) + " of the tax reduction";
            Deductor deductor = new Deductor(number(order, person).orElse(""), Optional.empty());
            if (deductor.ssn().isEmpty()) {
                review.refuse(
                        "personal-number-invalid",
                        "Ssn",
                        which + " has a personal number with a digit wrong or missing.",
                        "Correct the personal number in the service system.");
            } else if (persons.contains(deductor)) {
                review.refuse(
                        "person-twice",
                        "Ssn",
                        which + " is the same as another.",
                        "Name each person once, with the share that is theirs.");
            }
            persons.add(deductor);
        }
        return persons;
    }

    /** Twelve digits. */
    static Optional<String> number(BillableOrder order, Person person) {
        return PersonalIdentity.twelveDigits(person.personalNumber().value(), order.documentDate());
    }
}
