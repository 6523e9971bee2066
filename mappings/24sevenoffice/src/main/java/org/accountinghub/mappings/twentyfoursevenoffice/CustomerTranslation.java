package org.accountinghub.mappings.twentyfoursevenoffice;

import java.util.Arrays;
import java.util.Optional;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.InvoicingTerms;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Addresses;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.CompanyType;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.CurrencyType;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.EmailAddress;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.EmailAddresses;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.ObjectFactory;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.PhoneNumber;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.PhoneNumbers;

/** A customer as a 24SevenOffice company. Limits and their sources stand in the README's field table. */
public final class CustomerTranslation {

    static final int NAME = 200;
    static final int ORGANIZATION_NUMBER = 20;
    static final int EXTERNAL_ID = 100;
    static final int ADDRESS_TEXT = 100;
    static final int GLN = 13;
    private static final int ANY_LENGTH = Integer.MAX_VALUE;

    private static final ObjectFactory ELEMENTS = new ObjectFactory();

    private final OfficeRules rules;

    public CustomerTranslation(OfficeRules rules) {
        this.rules = rules;
    }

    /** What a company's ExternalId holds when it is this customer; searchable. */
    public String externalId(Customer customer) {
        return rules.customers().externalId() == OfficeRules.ExternalId.KEY
                ? customer.key().toString()
                : customer.number();
    }

    /** To create it there, under an id that 24SevenOffice gives. */
    public Translation<Company> toCreate(Customer customer) {
        return toCreate(customer, false);
    }

    /** To create it there with our number as its id, which must then be one. */
    public Translation<Company> toCreateUnderOurNumber(Customer customer) {
        return toCreate(customer, true);
    }

    private Translation<Company> toCreate(Customer customer, boolean ourNumber) {
        Review review = new Review("24sevenoffice", Problem.Stage.MAPPING);
        Fields fields = OfficeFields.of(review);
        InvoicingTerms terms = customer.terms();
        Optional<String> externalId = fields.identifier("ExternalId", externalId(customer), EXTERNAL_ID);
        Optional<Integer> ownId = ourNumber ? ownId(customer, review) : Optional.empty();
        Optional<String> registration = fields.identifier(
                "OrganizationNumber",
                customer.registration().map(CustomerTranslation::organizationNumber),
                ORGANIZATION_NUMBER);
        Optional<String> name = fields.name(customer, NAME);
        Optional<PostalAddress> invoice = PostalAddress.of("Invoice", customer.mainAddress(), review);
        Optional<PostalAddress> post = PostalAddress.of("Post", customer.postalAddress(), review);
        Optional<PostalAddress> visit = PostalAddress.of("Visit", customer.visitingAddress(), review);
        Optional<String> phone = fields.text("PhoneNumbers", customer.phone(), ADDRESS_TEXT);
        Optional<String> email = fields.email("EmailAddresses.Work", customer.email(), ANY_LENGTH);
        Optional<String> invoiceEmail = fields.email("EmailAddresses.Invoice", customer.invoiceEmail(), ANY_LENGTH);
        Optional<String> vatNumber = fields.identifier("VatNumber", customer.vatNumber(), ORGANIZATION_NUMBER);
        Optional<String> gln = fields.identifier(
                "GlnNumber", Optional.ofNullable(customer.extensions().get("GLN")), GLN);
        Optional<Short> paymentTime = paymentTime(terms, review);
        Optional<CurrencyType> currency = currency(terms.currency().getCurrencyCode(), review);
        boolean person = customer.type() == Customer.Type.PRIVATE;
        return review.result(() -> {
            Company company = new Company();
            ownId.ifPresent(id -> {
                company.setId(id);
                company.setExplicitlySpecifyNewCompanyId(ELEMENTS.createCompanyExplicitlySpecifyNewCompanyId(true));
            });
            externalId.ifPresent(company::setExternalId);
            registration.ifPresent(company::setOrganizationNumber);
            name.ifPresent(company::setName);
            Addresses addresses = new Addresses();
            invoice.map(PostalAddress::ofCompany).ifPresent(addresses::setInvoice);
            post.or(() -> invoice).map(PostalAddress::ofCompany).ifPresent(addresses::setPost);
            visit.map(PostalAddress::ofCompany).ifPresent(addresses::setVisit);
            if (invoice.isPresent() || post.isPresent() || visit.isPresent()) {
                company.setAddresses(addresses);
            }
            phone.map(CustomerTranslation::workPhone).ifPresent(company::setPhoneNumbers);
            if (email.isPresent() || invoiceEmail.isPresent()) {
                EmailAddresses emails = new EmailAddresses();
                invoiceEmail.map(CustomerTranslation::emailAddress).ifPresent(emails::setInvoice);
                email.map(CustomerTranslation::emailAddress).ifPresent(emails::setWork);
                company.setEmailAddresses(emails);
            }
            invoice.flatMap(PostalAddress::country).ifPresent(company::setCountry);
            company.setType(person ? CompanyType.CONSUMER : CompanyType.BUSINESS);
            currency.ifPresent(company::setCurrencyId);
            paymentTime.ifPresent(company::setPaymentTime);
            gln.ifPresent(company::setGlnNumber);
            vatNumber.ifPresent(company::setVatNumber);
            company.setPrivate(ELEMENTS.createCompanyPrivate(person));
            return company;
        });
    }

    private static Optional<Integer> ownId(Customer customer, Review review) {
        Optional<Integer> id = Optional.of(customer.number())
                .filter(number -> number.matches("[1-9]\\d{0,8}"))
                .map(Integer::valueOf);
        if (id.isEmpty()) {
            review.refuse(
                    "customer-number-invalid",
                    "Id",
                    "\"" + OfficeFields.clean(customer.number()).text()
                            + "\" cannot be a customer number at 24SevenOffice: it takes 1 to 999999999.",
                    "Give the customer such a number, or let 24SevenOffice number its customers itself.");
        }
        return id;
    }

    /** Digits only, a personal number with its century; what has letters as it was written. */
    static String organizationNumber(RegistrationNumber number) {
        String written = number.value().strip();
        if (written.matches(".*\\p{L}.*")) {
            return written;
        }
        return number.kind() == RegistrationNumber.Kind.PERSONAL ? written.replaceAll("\\D", "") : number.digits();
    }

    private Optional<Short> paymentTime(InvoicingTerms terms, Review review) {
        Optional<String> ours = terms.paymentTerms().map(String::strip).filter(text -> !text.isEmpty());
        Optional<Integer> theirs = ours.flatMap(text -> Optional.ofNullable(
                        rules.ids().paymentTimes().get(text))
                .or(() ->
                        Optional.of(text).filter(one -> one.matches("\\d{1,3}")).map(Integer::valueOf)));
        if (ours.isPresent() && theirs.isEmpty()) {
            review.refuse(
                    "payment-terms-unknown",
                    "PaymentTime",
                    "The terms of payment \"" + OfficeFields.clean(ours.get()).text()
                            + "\" are no number of days, and the connection names none for them.",
                    "Name the days of these terms in the connection's settings, or correct the customer.");
        }
        return theirs.map(Integer::shortValue);
    }

    Optional<CurrencyType> currency(String code, Review review) {
        if (code.equals(rules.currency().getCurrencyCode())) {
            return Optional.of(CurrencyType.LOCAL);
        }
        Optional<CurrencyType> currency = Arrays.stream(CurrencyType.values())
                .filter(one -> one.value().equals(code))
                .findFirst();
        if (currency.isEmpty()) {
            review.refuse(
                    "currency-unknown",
                    "CurrencyId",
                    "24SevenOffice knows no currency " + code + ".",
                    "Choose another currency for the customer in the service system.");
        }
        return currency;
    }

    static PhoneNumbers workPhone(String number) {
        PhoneNumber work = new PhoneNumber();
        work.setValue(number);
        PhoneNumbers numbers = new PhoneNumbers();
        numbers.setWork(work);
        return numbers;
    }

    static EmailAddress emailAddress(String address) {
        EmailAddress email = new EmailAddress();
        email.setValue(address);
        return email;
    }
}
