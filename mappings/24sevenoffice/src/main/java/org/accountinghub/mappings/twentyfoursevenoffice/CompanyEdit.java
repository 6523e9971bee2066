package org.accountinghub.mappings.twentyfoursevenoffice;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Address;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.CompanyType;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.CurrencyType;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.EmailAddress;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.EmailAddresses;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.ObjectFactory;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.PhoneNumber;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/** How a company's single fields get a value; an empty text where they lose theirs. */
final class CompanyEdit {

    private static final ObjectFactory ELEMENTS = new ObjectFactory();

    private static final Map<String, BiConsumer<Company, Object>> SETTERS = setters();

    private CompanyEdit() {}

    /** @param name as the register's form calls the field */
    static BiConsumer<Company, Object> setter(String name) {
        return Objects.requireNonNull(SETTERS.get(name), name);
    }

    private static Map<String, BiConsumer<Company, Object>> setters() {
        Map<String, BiConsumer<Company, Object>> setters = new HashMap<>();
        setters.put("Name", (company, value) -> name(company, value.toString()));
        setters.put("Type", (company, value) -> type(company, (CompanyType) value));
        setters.put("OrganizationNumber", (company, value) -> company.setOrganizationNumber(value.toString()));
        setters.put("VatNumber", (company, value) -> company.setVatNumber(value.toString()));
        setters.put("CurrencyId", (company, value) -> company.setCurrencyId((CurrencyType) value));
        setters.put("PhoneNumbers", (company, value) -> phone(company, value.toString()));
        setters.put("EmailAddresses.Work", (company, value) -> {
            EmailAddresses all = emails(company);
            all.setWork(email(all.getWork(), value.toString()));
        });
        setters.put("EmailAddresses.Invoice", (company, value) -> {
            EmailAddresses all = emails(company);
            all.setInvoice(email(all.getInvoice(), value.toString()));
        });
        for (CompanyAddress place : CompanyAddress.ALL) {
            String of = place.of();
            setters.put("Street" + of, (company, value) -> place.in(company).setStreet(value.toString()));
            setters.put("PostalCode" + of, (company, value) -> place.in(company).setPostalCode(value.toString()));
            setters.put("PostalArea" + of, (company, value) -> town(place.in(company), value.toString()));
            setters.put("Country" + of, (company, value) -> place.in(company).setCountry(value.toString()));
        }
        return Map.copyOf(setters);
    }

    /** A first name stays where the new name begins with it; else the whole name stands in Name. */
    private static void name(Company company, String name) {
        String first =
                company.getFirstName() == null ? "" : company.getFirstName().strip();
        if (first.isEmpty()) {
            company.setName(name);
        } else if (name.startsWith(first + " ")) {
            company.setName(name.substring(first.length()).strip());
        } else {
            company.setFirstName("");
            company.setName(name);
        }
    }

    /** What is more than a customer, or not one yet, stays so unless it becomes a person. */
    private static void type(Company company, CompanyType wanted) {
        boolean person = wanted == CompanyType.CONSUMER;
        CompanyType now = company.getType();
        if (person || now == null || now == CompanyType.CONSUMER || now == CompanyType.NONE) {
            company.setType(wanted);
        }
        company.setPrivate(ELEMENTS.createCompanyPrivate(person));
    }

    /** City is there too: where it holds something, it is the same town. */
    private static void town(Address address, String town) {
        address.setPostalArea(town);
        if (address.getCity() != null && !address.getCity().isBlank()) {
            address.setCity(town);
        }
    }

    private static EmailAddresses emails(Company company) {
        EmailAddresses all = company.getEmailAddresses() == null ? new EmailAddresses() : company.getEmailAddresses();
        company.setEmailAddresses(all);
        return all;
    }

    /** Its description and name stay. */
    private static EmailAddress email(@Nullable EmailAddress there, String value) {
        EmailAddress email = there == null ? new EmailAddress() : there;
        email.setValue(value);
        return email;
    }

    private static void phone(Company company, String value) {
        PhoneNumbers all = company.getPhoneNumbers() == null ? new PhoneNumbers() : company.getPhoneNumbers();
        company.setPhoneNumbers(all);
        PhoneNumber work = all.getWork() == null ? new PhoneNumber() : all.getWork();
        work.setValue(value);
        all.setWork(work);
    }
}
