package org.accountinghub.connectors.twentyfoursevenoffice;

import java.math.BigDecimal;
import java.util.Map;
import org.accountinghub.connectors.twentyfoursevenoffice.simulator.OfficePeople;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Address;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Addresses;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.CompanyType;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.CurrencyType;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.EmailAddress;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.EmailAddresses;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.PhoneNumber;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.PhoneNumbers;

/** What the people of a company do to its registers, in the words of the hub's records. */
record RegisterPeople(OfficePeople people) {

    String add(RegisterRecord record) {
        if (record.register() == Register.ARTICLES) {
            String id = people.addArticle(
                    record.number(),
                    record.value(RegisterField.DESCRIPTION).orElse(""),
                    record.value(RegisterField.VAT_RATE).orElse("25"),
                    new BigDecimal(record.value(RegisterField.PRICE).orElse("0")));
            return id;
        }
        Company company = new Company();
        company.setExternalId(record.number());
        company.setType(CompanyType.BUSINESS);
        company.setCurrencyId(CurrencyType.LOCAL);
        company.setAddresses(new Addresses());
        company.getAddresses().setInvoice(new Address());
        company.getAddresses().setVisit(new Address());
        company.getAddresses().setPost(new Address());
        company.setEmailAddresses(new EmailAddresses());
        company.getEmailAddresses().setWork(new EmailAddress());
        company.getEmailAddresses().setInvoice(new EmailAddress());
        company.setPhoneNumbers(new PhoneNumbers());
        company.getPhoneNumbers().setWork(new PhoneNumber());
        record.values().forEach((field, value) -> set(company, field, value));
        return people.addCustomer(company);
    }

    void change(Register register, String id, Map<RegisterField, String> values) {
        if ("false".equals(values.get(RegisterField.CUSTOMER_ACTIVE))) {
            people.deleteCustomer(id);
        } else if (register == Register.CUSTOMERS) {
            people.changeCustomer(id, company -> values.forEach((field, value) -> set(company, field, value)));
        } else {
            people.changeArticle(id, product -> {
                if (values.containsKey(RegisterField.DESCRIPTION)) {
                    product.setName(values.get(RegisterField.DESCRIPTION));
                }
                if (values.containsKey(RegisterField.PRICE)) {
                    product.setPrice(new BigDecimal(values.get(RegisterField.PRICE)));
                }
                if (values.containsKey(RegisterField.ARTICLE_ACTIVE)) {
                    product.setStatusId(values.get(RegisterField.ARTICLE_ACTIVE).equals("true") ? 1 : 0);
                }
            });
        }
    }

    void renumber(Register register, String id, String number) {
        if (register == Register.CUSTOMERS) {
            people.changeCustomer(id, company -> company.setExternalId(number));
        } else {
            people.changeArticle(id, product -> product.setNo(number));
        }
    }

    private static void set(Company company, RegisterField field, String value) {
        switch (field) {
            case NAME -> company.setName(value);
            case CUSTOMER_KIND ->
                company.setType(value.equals("PRIVATE") ? CompanyType.CONSUMER : CompanyType.BUSINESS);
            case REGISTRATION_NUMBER -> company.setOrganizationNumber(value);
            case VAT_NUMBER -> company.setVatNumber(value);
            case INVOICE_LINE1 -> company.getAddresses().getInvoice().setStreet(value);
            case INVOICE_POSTAL_CODE -> company.getAddresses().getInvoice().setPostalCode(value);
            case INVOICE_CITY -> company.getAddresses().getInvoice().setPostalArea(value);
            case INVOICE_COUNTRY -> company.getAddresses().getInvoice().setCountry(value);
            case VISITING_LINE1 -> company.getAddresses().getVisit().setStreet(value);
            case VISITING_POSTAL_CODE -> company.getAddresses().getVisit().setPostalCode(value);
            case VISITING_CITY -> company.getAddresses().getVisit().setPostalArea(value);
            case VISITING_COUNTRY -> company.getAddresses().getVisit().setCountry(value);
            case EMAIL -> company.getEmailAddresses().getWork().setValue(value);
            case INVOICE_EMAIL -> company.getEmailAddresses().getInvoice().setValue(value);
            case PHONE -> company.getPhoneNumbers().getWork().setValue(value);
            default -> {
                // 24SevenOffice cannot hold it, or the record's value is its own way
            }
        }
    }
}
