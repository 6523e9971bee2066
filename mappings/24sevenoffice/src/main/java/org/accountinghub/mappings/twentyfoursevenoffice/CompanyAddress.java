package org.accountinghub.mappings.twentyfoursevenoffice;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Address;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Addresses;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.jspecify.annotations.Nullable;

/**
 * One of a company's addresses: where it stands, and our fields of it. That of deliveries is not ours.
 *
 * @param title its element
 */
record CompanyAddress(
        String title,
        Function<Addresses, @Nullable Address> get,
        BiConsumer<Addresses, Address> set,
        RegisterField line,
        RegisterField postalCode,
        RegisterField city,
        RegisterField country) {

    static final List<CompanyAddress> ALL = List.of(
            new CompanyAddress(
                    "Invoice",
                    Addresses::getInvoice,
                    Addresses::setInvoice,
                    RegisterField.INVOICE_LINE1,
                    RegisterField.INVOICE_POSTAL_CODE,
                    RegisterField.INVOICE_CITY,
                    RegisterField.INVOICE_COUNTRY),
            new CompanyAddress(
                    "Visit",
                    Addresses::getVisit,
                    Addresses::setVisit,
                    RegisterField.VISITING_LINE1,
                    RegisterField.VISITING_POSTAL_CODE,
                    RegisterField.VISITING_CITY,
                    RegisterField.VISITING_COUNTRY),
            new CompanyAddress(
                    "Post",
                    Addresses::getPost,
                    Addresses::setPost,
                    RegisterField.POSTAL_LINE1,
                    RegisterField.POSTAL_POSTAL_CODE,
                    RegisterField.POSTAL_CITY,
                    RegisterField.POSTAL_COUNTRY));

    /** After the name of one of its elements: {@code Street of Invoice}. */
    String of() {
        return " of " + title;
    }

    /** New ones have their second line after the first. */
    boolean severalLines(Company company) {
        Address address = company.getAddresses() == null ? null : get.apply(company.getAddresses());
        return address != null
                && address.getStreet() != null
                && address.getStreet().contains(", ");
    }

    /** Made where there is none. */
    Address in(Company company) {
        Addresses all = company.getAddresses() == null ? new Addresses() : company.getAddresses();
        company.setAddresses(all);
        Address there = get.apply(all);
        Address address = there == null ? new Address() : there;
        set.accept(all, address);
        return address;
    }
}
