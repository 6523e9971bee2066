package org.accountinghub.mappings.twentyfoursevenoffice;

import static org.accountinghub.mappings.model.register.RegisterField.CREDIT_BLOCKED;
import static org.accountinghub.mappings.model.register.RegisterField.CURRENCY;
import static org.accountinghub.mappings.model.register.RegisterField.CUSTOMER_KIND;
import static org.accountinghub.mappings.model.register.RegisterField.EMAIL;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_EMAIL;
import static org.accountinghub.mappings.model.register.RegisterField.NAME;
import static org.accountinghub.mappings.model.register.RegisterField.PHONE;
import static org.accountinghub.mappings.model.register.RegisterField.REGISTRATION_NUMBER;
import static org.accountinghub.mappings.model.register.RegisterField.VAT_NUMBER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.register.FieldReading;
import org.accountinghub.mappings.model.register.FieldWriting;
import org.accountinghub.mappings.model.register.PartnerEdit;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterForm;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.CompanyType;

/**
 * Companies changed: a company is read with all that the service keeps of it, changed, and saved whole, so that it does not
 * matter whether a save keeps or empties what it leaves out. A field is cleared by an empty text (unverified).
 */
public final class CompanyRegister {

    private static final Set<RegisterField> NEVER_EMPTY = Set.of(NAME, CUSTOMER_KIND, CURRENCY);

    /** Every text that is written and may be empty. */
    public static final Set<RegisterField> CLEARABLE = RegisterReading.CUSTOMER_FIELDS.stream()
            .filter(field -> !NEVER_EMPTY.contains(field) && field != CREDIT_BLOCKED)
            .collect(Collectors.toUnmodifiableSet());

    private CompanyRegister() {}

    public static RegisterForm<Company, Company> form(OfficeRules rules) {
        CustomerTranslation translation = new CustomerTranslation(rules);
        List<FieldReading<Company>> readings = RegisterReading.CUSTOMER_FIELDS.stream()
                .map(field -> FieldReading.<Company>always(
                        field,
                        company -> Optional.ofNullable(RegisterReading.customer(company, rules)
                                .values()
                                .get(field))))
                .toList();
        List<FieldWriting> writings = new ArrayList<>(List.of(
                FieldWriting.text(NAME, "Name", CustomerTranslation.NAME),
                FieldWriting.word(
                        CUSTOMER_KIND,
                        "Type",
                        Map.of("PRIVATE", CompanyType.CONSUMER, "BUSINESS", CompanyType.BUSINESS)),
                FieldWriting.identifier(
                        REGISTRATION_NUMBER, "OrganizationNumber", CustomerTranslation.ORGANIZATION_NUMBER),
                FieldWriting.identifier(VAT_NUMBER, "VatNumber", CustomerTranslation.ORGANIZATION_NUMBER),
                FieldWriting.email(EMAIL, "EmailAddresses.Work", Integer.MAX_VALUE),
                FieldWriting.email(INVOICE_EMAIL, "EmailAddresses.Invoice", Integer.MAX_VALUE),
                FieldWriting.text(PHONE, "PhoneNumbers", CustomerTranslation.ADDRESS_TEXT),
                FieldWriting.asOurs(
                        CURRENCY,
                        "CurrencyId",
                        (as, value, fields, review) ->
                                translation.currency(value, review).map(Function.identity()))));
        for (CompanyAddress place : CompanyAddress.ALL) {
            String of = place.of();
            writings.add(FieldWriting.text(place.line(), "Street" + of, PostalAddress.STREET));
            writings.add(FieldWriting.identifier(place.postalCode(), "PostalCode" + of, PostalAddress.POSTAL_CODE));
            writings.add(FieldWriting.text(place.city(), "PostalArea" + of, PostalAddress.AREA));
            writings.add(FieldWriting.country(place.country(), "Country" + of));
        }
        return new RegisterForm<>(
                OfficeFields.PARTNER,
                Register.CUSTOMERS,
                company -> Optional.of(RegisterReading.customer(company, rules).number()),
                readings,
                company -> Optional.of(RegisterReading.customer(company, rules).number()),
                readings,
                writings);
    }

    /** The whole company as it shall be saved. */
    public static Translation<Company> whole(Company there, PartnerEdit edit) {
        Review review = new Review(OfficeFields.ROOM, Problem.Stage.MAPPING);
        CompanyAddress.ALL.stream()
                .filter(place -> edit.values().containsKey("Street" + place.of()))
                .filter(place -> place.severalLines(there))
                .forEach(place -> review.note("Street" + place.of()
                        + " seemed to hold more than one line, and is replaced by the first line alone"));
        return review.result(() -> {
            Company whole = WholeRecord.COMPANY.copy(there);
            whole.setAPIException(null);
            whole.setDateChanged(null);
            edit.values().forEach((name, value) -> CompanyEdit.setter(name).accept(whole, value));
            edit.cleared().forEach(name -> CompanyEdit.setter(name).accept(whole, ""));
            return whole;
        });
    }
}
