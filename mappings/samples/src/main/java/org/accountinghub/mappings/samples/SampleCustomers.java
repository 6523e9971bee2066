package org.accountinghub.mappings.samples;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.Contact;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.InvoicingTerms;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Vat;

/** Customers, from ordinary to awkward. The only personal number among them is the reserved 191212121212. */
public final class SampleCustomers {

    private SampleCustomers() {}

    public static List<Sample<Customer>> all() {
        return List.of(
                new Sample<>("company", "an ordinary one", company()),
                new Sample<>("private-person", "a personal number instead of an organisation number", person()),
                new Sample<>("housing-association", "letters beyond ASCII, several addresses", association()),
                new Sample<>("norwegian", "foreign, EU reverse charge does not apply", norwegian()),
                new Sample<>("german-reverse-charge", "VAT number with letters, euro", german()),
                new Sample<>("danish-private", "an EU customer without a VAT number", danish()),
                new Sample<>("builder-reverse-charge", "domestic reverse charge", builder()),
                new Sample<>("no-registration", "neither organisation nor personal number", unregistered()),
                new Sample<>(
                        "forbidden-characters",
                        "signs that a partner may refuse",
                        named("2007", "Kött·&·Fisk “Näset” …\t✓")),
                new Sample<>(
                        "long-name",
                        "a name longer than any field",
                        named("2008", "Bostadsrättsföreningen ".repeat(60))),
                new Sample<>("nameless", "no name at all", named("2009", "  ")),
                new Sample<>("several-emails", "two addresses in one e-mail field", twoEmails()),
                new Sample<>("long-postal-code", "an identifier that is too long", postalCode()),
                new Sample<>(
                        "bare",
                        "nothing but number and name",
                        bare(key("2012"), "Öbergs", Customer.Type.BUSINESS, Optional.empty())));
    }

    public static Customer company() {
        return customer(
                "1001",
                "Bergs Bygg AB",
                Customer.Type.BUSINESS,
                RegistrationNumber.organisation("556012-5790"),
                InvoicingTerms.domestic("SEK"),
                new Address("Storgatan 1", "Box 12", "111 22", "Stockholm", "SE"));
    }

    public static Customer person() {
        return customer(
                "1002",
                "Åsa Öhman",
                Customer.Type.PRIVATE,
                RegistrationNumber.personal("191212121212"),
                InvoicingTerms.domestic("SEK"),
                new Address("Ängsvägen 3 B", "lgh 1202", "90325", "Umeå", "SE"));
    }

    public static Customer association() {
        Customer base = customer(
                "1003",
                "Brf Älgörten nr 7",
                Customer.Type.BUSINESS,
                RegistrationNumber.organisation("7696001233"),
                InvoicingTerms.domestic("SEK"),
                new Address("c/o Förvaltaren", "FE 1234", "838 80", "Frösön", "SE"));
        return new Customer(
                base.key(),
                base.name(),
                base.type(),
                base.registration(),
                base.vatNumber(),
                base.invoiceAddress(),
                Optional.of(new Address("Älggatan 7", "Portkod 1234", "83145", "Östersund", "SE")),
                Optional.of(new Address("Box 7", "", "83121", "Östersund", "SE")),
                "styrelsen@algorten.example",
                "faktura@algorten.example",
                "063-12 34 56",
                List.of(new Contact("Örjan Ek", "070-123 45 67", "orjan@algorten.example")),
                base.terms(),
                true,
                Map.of("GLN", "7350000000006"));
    }

    public static Customer norwegian() {
        return customer(
                "NO-77",
                "Fjord & Fjell AS",
                Customer.Type.BUSINESS,
                RegistrationNumber.organisation("923 609 016"),
                terms("NOK", Vat.Treatment.EXPORT, "en"),
                new Address("Bryggen 1", "", "5003", "Bergen", "NO"));
    }

    public static Customer german() {
        Customer base = customer(
                "DE-8",
                "Müller Kälte GmbH",
                Customer.Type.BUSINESS,
                RegistrationNumber.organisation("HRB 12345"),
                terms("EUR", Vat.Treatment.EU_REVERSE_CHARGE, "en"),
                new Address("Straße des 17. Juni 1", "", "10623", "Berlin", "DE"));
        return withVatNumber(base, "DE123456789");
    }

    /** A private customer of another EU country, who pays Swedish VAT. */
    public static Customer danish() {
        return customer(
                "DK-5",
                "Søren Ørsted",
                Customer.Type.PRIVATE,
                Optional.empty(),
                terms("EUR", Vat.Treatment.EU_WITH_VAT, "en"),
                new Address("Strandvejen 5", "", "2900", "Hellerup", "DK"));
    }

    public static Customer builder() {
        return customer(
                "1006",
                "Nordbygg Entreprenad AB",
                Customer.Type.BUSINESS,
                RegistrationNumber.organisation("16556703-7485"),
                terms("SEK", Vat.Treatment.DOMESTIC_REVERSE_CHARGE, "sv"),
                new Address("Byggvägen 9", "", "17141", "Solna", "SE"));
    }

    public static Customer unregistered() {
        return customer(
                "1007",
                "Kiosken vid torget",
                Customer.Type.BUSINESS,
                Optional.empty(),
                InvoicingTerms.domestic("SEK"),
                new Address("Torget", "", "", "Åre", "SE"));
    }

    /** Nothing but who it is. */
    public static Customer bare(
            SourceKey key, String name, Customer.Type type, Optional<RegistrationNumber> registration) {
        return new Customer(
                key,
                name,
                type,
                registration,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "",
                List.of(),
                InvoicingTerms.domestic("SEK"),
                true,
                Map.of());
    }

    private static Customer named(String number, String name) {
        return customer(
                number,
                name,
                Customer.Type.BUSINESS,
                RegistrationNumber.organisation("556036-0793"),
                InvoicingTerms.domestic("SEK"),
                new Address("Gatan 1", "", "12345", "Orten", "SE"));
    }

    private static Customer twoEmails() {
        Customer base = named("2010", "Två Brevlådor AB");
        return new Customer(
                base.key(),
                base.name(),
                base.type(),
                base.registration(),
                base.vatNumber(),
                base.invoiceAddress(),
                base.visitingAddress(),
                base.postalAddress(),
                "a@brev.example; b@brev.example",
                base.invoiceEmail(),
                base.phone(),
                base.contacts(),
                base.terms(),
                true,
                Map.of());
    }

    private static Customer postalCode() {
        return customer(
                "2011",
                "Långt Borta AB",
                Customer.Type.BUSINESS,
                RegistrationNumber.organisation("556036-0793"),
                InvoicingTerms.domestic("SEK"),
                new Address("Vägen 1", "", "SE-123 45 ORTEN", "Orten", "XX"));
    }

    private static Customer withVatNumber(Customer base, String vatNumber) {
        return new Customer(
                base.key(),
                base.name(),
                base.type(),
                base.registration(),
                Optional.of(vatNumber),
                base.invoiceAddress(),
                base.visitingAddress(),
                base.postalAddress(),
                base.email(),
                base.invoiceEmail(),
                base.phone(),
                base.contacts(),
                base.terms(),
                base.active(),
                base.extensions());
    }

    private static InvoicingTerms terms(String currency, Vat.Treatment treatment, String language) {
        return new InvoicingTerms(
                Currency.getInstance(currency),
                Optional.of(language),
                treatment,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("30"));
    }

    private static Customer customer(
            String number,
            String name,
            Customer.Type type,
            RegistrationNumber registration,
            InvoicingTerms terms,
            Address address) {
        return customer(number, name, type, Optional.of(registration), terms, address);
    }

    private static Customer customer(
            String number,
            String name,
            Customer.Type type,
            Optional<RegistrationNumber> registration,
            InvoicingTerms terms,
            Address address) {
        return new Customer(
                key(number),
                name,
                type,
                registration,
                Optional.empty(),
                Optional.of(address),
                Optional.empty(),
                Optional.empty(),
                "kontakt" + number.toLowerCase(Locale.ROOT) + "@kund.example",
                "",
                "08-123 45 67",
                List.of(),
                terms,
                true,
                Map.of());
    }

    private static SourceKey key(String number) {
        return new SourceKey("demo", "north", SourceKey.CUSTOMER, number);
    }
}
