package org.accountinghub.mappings.twentyfoursevenoffice;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.Countries;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Review;

/** An address as every service has it; the postal town stands in PostalArea, as in Norway. */
record PostalAddress(
        Optional<String> street, Optional<String> postalCode, Optional<String> postalArea, Optional<String> country) {

    static final int STREET = 250;
    static final int POSTAL_CODE = 16;
    static final int AREA = 100;

    /** @param kind which of the four: {@code Invoice} */
    static Optional<PostalAddress> of(String kind, Optional<Address> address, Review review) {
        Fields fields = OfficeFields.of(review);
        String of = " of " + kind;
        Optional<String> country =
                address.map(Address::countryCode).map(String::strip).filter(code -> !code.isEmpty());
        country.filter(code -> !Countries.known(code))
                .ifPresent(code -> review.refuse(
                        "country-unknown",
                        "Country" + of,
                        "\"" + OfficeFields.clean(code).text() + "\" is no country code.",
                        "Choose a country on the address in the service system."));
        PostalAddress place = new PostalAddress(
                address.flatMap(one -> fields.text("Street" + of, street(one), STREET)),
                fields.identifier("PostalCode" + of, address.map(Address::postalCode), POSTAL_CODE),
                fields.text("PostalArea" + of, address.map(Address::city), AREA),
                country);
        return Optional.of(place).filter(PostalAddress::saysAnything);
    }

    private boolean saysAnything() {
        return Stream.of(street, postalCode, postalArea, country).anyMatch(Optional::isPresent);
    }

    private static String street(Address address) {
        return Stream.of(address.line1(), address.line2())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(", "));
    }

    org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.Address ofInvoice() {
        var address = new org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.Address();
        street.ifPresent(address::setStreet);
        postalCode.ifPresent(address::setPostalCode);
        postalArea.ifPresent(address::setPostalArea);
        country.ifPresent(address::setCountry);
        return address;
    }

    org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Address ofCompany() {
        var address = new org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Address();
        street.ifPresent(address::setStreet);
        postalCode.ifPresent(address::setPostalCode);
        postalArea.ifPresent(address::setPostalArea);
        country.ifPresent(address::setCountry);
        return address;
    }
}
