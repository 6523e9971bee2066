package org.accountinghub.mappings.fortnox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.HouseWorkType;
import org.accountinghub.mappings.fortnox.wire.NewTaxReduction;
import org.accountinghub.mappings.fortnox.wire.NewTaxReduction.ReferenceDocumentType;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.HouseWork;
import org.accountinghub.mappings.model.PersonalIdentity;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.TaxReduction.Person;
import org.accountinghub.mappings.model.TaxReduction.Property;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.WholeParts;

/**
 * What the persons of an order ask for on its Fortnox document. The amount is the one that Fortnox computed on the document
 * before anybody had asked; it is split over the persons by share, in whole kronor. No reduction rate is known here.
 */
public final class TaxReductionTranslation {

    private TaxReductionTranslation() {}

    /**
     * One for each person, in the order's order; empty for an order that asks for none.
     *
     * @param documentNumber number of Fortnox's invoice or order
     * @param computed {@code TaxReduction} of the document as it was created; once a person has asked it is no longer computed
     */
    public static Translation<List<NewTaxReduction>> translate(
            BillableOrder order, ReferenceDocumentType documentType, String documentNumber, BigDecimal computed) {
        Review review = new Review("fortnox", Problem.Stage.MAPPING);
        Optional<TaxReduction> reduction = order.taxReduction();
        if (reduction.isEmpty()) {
            return review.result(List::of);
        }
        List<Applicant> applicants = refuseIncomplete(order, review);
        List<Person> persons = reduction.get().persons();
        List<Long> amounts = split(computed, persons);
        if (amounts.stream().anyMatch(amount -> amount < 1)) {
            review.refuse(
                    "tax-reduction-too-small",
                    "AskedAmount",
                    "Fortnox computed a tax reduction of " + computed.toPlainString() + " for document "
                            + documentNumber + "; that leaves less than a krona for each of " + persons.size() + ".",
                    "Check the rows marked as house work on the document at Fortnox, and enter the tax reduction there.");
        }
        return review.result(() -> {
            List<NewTaxReduction> all = new ArrayList<>();
            for (int i = 0; i < persons.size(); i++) {
                BigDecimal asked = BigDecimal.valueOf(amounts.get(i));
                Applicant applicant = applicants.get(i);
                all.add(new NewTaxReduction(
                        asked,
                        applicant.name.orElseThrow(),
                        documentType,
                        documentNumber,
                        applicant.personalNumber.orElseThrow(),
                        applicant.property,
                        applicant.association,
                        greenAmount(order, reduction.get(), asked)));
            }
            return all;
        });
    }

    /** The whole kronor of an amount, by share; never more than the amount. */
    static List<Long> split(BigDecimal computed, List<Person> persons) {
        long whole = computed.setScale(0, RoundingMode.FLOOR).longValueExact();
        long shares = persons.stream().mapToLong(Person::share).sum();
        List<BigDecimal> parts = persons.stream()
                .map(person -> BigDecimal.valueOf(whole)
                        .multiply(BigDecimal.valueOf(person.share()))
                        .divide(BigDecimal.valueOf(shares), 10, RoundingMode.DOWN))
                .toList();
        return WholeParts.of(parts, whole);
    }

    private record Applicant(
            Optional<String> name,
            Optional<String> personalNumber,
            Optional<String> property,
            Optional<String> association) {}

    /** Everything about the persons and their property that Fortnox or the Tax Agency would refuse later. */
    static List<Applicant> refuseIncomplete(BillableOrder order, Review review) {
        if (order.taxReduction().isEmpty()) {
            return List.of();
        }
        TaxReduction reduction = order.taxReduction().get();
        Fields fields = FortnoxFields.of(review);
        Optional<String> property = reduction.property().flatMap(place -> designation(place, fields));
        Optional<String> association = reduction.property().flatMap(place -> association(place, review));
        if (property.isEmpty() && reduction.type() != TaxReduction.Type.RUT) {
            review.refuse(
                    "tax-reduction-property-missing",
                    "PropertyDesignation",
                    reduction.type() + " needs a property, and the order names none.",
                    "Write the property designation, or the flat's number and the housing association's organisation number,"
                            + " on the customer or the order.");
        }
        List<Applicant> applicants = new ArrayList<>();
        for (int i = 0; i < reduction.persons().size(); i++) {
            Person person = reduction.persons().get(i);
            String which = "Person " + (i + 1) + " of the tax reduction";
            Optional<String> name =
                    fields.text("CustomerName of person " + (i + 1), person.name(), FortnoxFields.LONG_TEXT);
            if (name.isEmpty()) {
                review.refuse("person-nameless", "CustomerName", which + " has no name.", "Write the person's name.");
            }
            Optional<String> number =
                    PersonalIdentity.twelveDigits(person.personalNumber().value(), order.documentDate());
            if (number.isEmpty()) {
                review.refuse(
                        "personal-number-invalid",
                        "SocialSecurityNumber",
                        which + " has a personal number with a digit wrong or missing.",
                        "Correct the personal number in the service system.");
            } else if (applicants.stream().anyMatch(applicant -> applicant.personalNumber.equals(number))) {
                review.refuse(
                        "person-twice",
                        "SocialSecurityNumber",
                        which + " is the same as another; Fortnox takes each once.",
                        "Name each person once, with the share that is theirs.");
            }
            applicants.add(new Applicant(name, number, property, association));
        }
        return applicants;
    }

    private static Optional<String> designation(Property property, Fields fields) {
        if (property instanceof Property.House house) {
            return fields.identifier("PropertyDesignation", house.designation(), FortnoxFields.LONG_TEXT);
        }
        return fields.identifier(
                "PropertyDesignation", ((Property.Flat) property).apartmentNumber(), FortnoxFields.LONG_TEXT);
    }

    private static Optional<String> association(Property property, Review review) {
        if (!(property instanceof Property.Flat flat)) {
            return Optional.empty();
        }
        RegistrationNumber number = flat.association();
        if (!number.digits().matches("\\d{10}")) {
            review.refuse(
                    "association-number-invalid",
                    "ResidenceAssociationOrganisationNumber",
                    "\"" + number + "\" is no organisation number of a housing association: ten digits.",
                    "Correct the housing association's organisation number in the service system.");
        }
        return CustomerTranslation.organisationNumber(number);
    }

    /** One kind of work per document is all that is let through, so that the whole amount is for it. */
    private static Optional<List<NewTaxReduction.Amount>> greenAmount(
            BillableOrder order, TaxReduction reduction, BigDecimal asked) {
        if (reduction.type() != TaxReduction.Type.GREEN) {
            return Optional.empty();
        }
        List<HouseWorkType> types = order.pricedRows().stream()
                .map(Row.Priced::houseWork)
                .flatMap(Optional::stream)
                .map(HouseWork::type)
                .map(HouseWorkTypes::of)
                .distinct()
                .toList();
        return Optional.of(types.stream()
                .map(type -> new NewTaxReduction.Amount(asked, type))
                .toList());
    }
}
