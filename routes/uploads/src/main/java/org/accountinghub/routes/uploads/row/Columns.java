package org.accountinghub.routes.uploads.row;

import static org.accountinghub.mappings.model.register.RegisterField.*;

import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;

/** The columns of each register, in the template's order, with all names that they are known by. */
public final class Columns {

    private static final List<Column> CUSTOMERS = List.of(
            key("Kundnummer|Kundnr|Kund nr|Nummer|Nr", "Customer number|Customer no|Customer nr|Number|No"),
            column(NAME, "Namn|Kundnamn|Företagsnamn", "Name|Customer name|Company name"),
            column(CUSTOMER_KIND, "Kundtyp|Typ", "Customer type|Type|Kind"),
            column(
                    REGISTRATION_NUMBER,
                    "Organisationsnummer|Orgnr|Org nr|Organisationsnr|Organisations-/personnummer|Org-/personnummer|Org/persnr",
                    "Organisation number|Organization number|Registration number|Company number|Org no"),
            new Column(
                    Optional.of(REGISTRATION_NUMBER),
                    List.of("Personnummer", "Personnr", "Persnr"),
                    List.of("Personal number", "Personal identity number"),
                    true),
            column(
                    VAT_NUMBER,
                    "Momsregistreringsnummer|Momsregnr|Momsreg nr|VAT-nummer|VAT-nr|Momsnummer",
                    "VAT number|VAT no|VAT registration number"),
            column(
                    INVOICE_LINE1,
                    "Fakturaadress|Fakturaadress 1|Adress|Adress 1|Gatuadress",
                    "Invoice address|Invoice address 1|Address|Address 1|Street"),
            column(INVOICE_LINE2, "Fakturaadress 2|Adress 2|c/o", "Invoice address 2|Address 2"),
            column(
                    INVOICE_POSTAL_CODE,
                    "Fakturapostnummer|Fakturapostnr|Postnummer|Postnr",
                    "Invoice postal code|Invoice postcode|Postal code|Postcode|Zip code|Zip"),
            column(INVOICE_CITY, "Fakturaort|Ort|Postort|Stad", "Invoice city|City|Town"),
            column(INVOICE_COUNTRY, "Fakturaland|Land", "Invoice country|Country"),
            column(VISITING_LINE1, "Besöksadress|Besöksadress 1", "Visiting address|Visiting address 1"),
            column(VISITING_LINE2, "Besöksadress 2", "Visiting address 2"),
            column(VISITING_POSTAL_CODE, "Besökspostnummer|Besökspostnr", "Visiting postal code|Visiting postcode"),
            column(VISITING_CITY, "Besöksort", "Visiting city"),
            column(VISITING_COUNTRY, "Besöksland", "Visiting country"),
            column(POSTAL_LINE1, "Postadress|Postadress 1", "Postal address|Postal address 1|Mailing address"),
            column(POSTAL_LINE2, "Postadress 2", "Postal address 2|Mailing address 2"),
            column(
                    POSTAL_POSTAL_CODE,
                    "Postadress postnummer|Postadress postnr",
                    "Postal address postal code|Mailing postal code"),
            column(POSTAL_CITY, "Postadress ort", "Postal address city|Mailing city"),
            column(POSTAL_COUNTRY, "Postadress land", "Postal address country|Mailing country"),
            column(EMAIL, "E-post|E-postadress|Mail|Mejl", "E-mail|E-mail address|Mail"),
            column(
                    INVOICE_EMAIL,
                    "E-post faktura|Faktura e-post|Fakturamail",
                    "Invoice e-mail|E-mail invoice|Billing e-mail"),
            column(PHONE, "Telefon|Telefonnummer|Tel|Telefon 1", "Phone|Phone number|Telephone|Tel"),
            column(CURRENCY, "Valuta|Valutakod", "Currency|Currency code"),
            column(LANGUAGE, "Språk|Språkkod", "Language|Language code"),
            column(VAT_TREATMENT, "Momshantering|Momstyp", "VAT treatment|VAT type"),
            column(COST_CENTRE, "Kostnadsställe|KST", "Cost centre|Cost center"),
            column(
                    CUSTOMERS_ORDER_NUMBER,
                    "Kundens ordernummer|Kundens beställningsnummer",
                    "Customer's order number|Customers order number"),
            column(
                    ASSIGNED_TECHNICIAN,
                    "Ansvarig tekniker|Tilldelad tekniker|Tekniker",
                    "Assigned technician|Technician"),
            column(CUSTOMER_ACTIVE, "Aktiv", "Active"));

    private static final List<Column> ARTICLES = List.of(
            key(
                    "Artikelnummer|Artikelnr|Artnr|Art nr|Nummer|Nr",
                    "Article number|Article no|Item number|Item no|Number|No"),
            column(DESCRIPTION, "Benämning|Beskrivning|Artikelnamn|Namn", "Description|Article name|Name"),
            column(UNIT, "Enhet", "Unit"),
            column(
                    PRICE,
                    "Pris|Försäljningspris|Utpris|Pris exkl moms|À-pris|Apris",
                    "Price|Sales price|Unit price|Price excl VAT"),
            column(VAT_RATE, "Moms|Momssats|Moms %", "VAT|VAT rate|VAT %"),
            column(ARTICLE_ACTIVE, "Aktiv", "Active"));

    private Columns() {}

    public static List<Column> of(Register register) {
        return register == Register.CUSTOMERS ? CUSTOMERS : ARTICLES;
    }

    private static Column key(String swedish, String english) {
        return new Column(Optional.empty(), names(swedish), names(english), false);
    }

    private static Column column(RegisterField field, String swedish, String english) {
        return new Column(Optional.of(field), names(swedish), names(english), false);
    }

    private static List<String> names(String listed) {
        return List.of(listed.split("\\|"));
    }
}
