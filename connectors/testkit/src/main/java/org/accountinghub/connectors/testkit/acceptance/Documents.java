package org.accountinghub.connectors.testkit.acceptance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.InvoicingTerms;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Vat;

/** Plain documents for the kit; the difficult ones are the mappings' matter. */
public final class Documents {

    public static final String ORGANISATION_NUMBER = "556036-0793";
    public static final String PERSONAL_NUMBER = "19121212-1212";

    /** An article that every bench has. */
    public static final String ARTICLE = "ARB-1";

    /** An article that no bench has. */
    public static final String UNKNOWN_ARTICLE = "FINNS-EJ-9";

    static final List<String> PERSONAL_NUMBER_SPELLINGS =
            List.of("19121212-1212", "191212121212", "121212-1212", "1212121212", "121212%2D1212");

    private Documents() {}

    public static Customer business() {
        return customer(
                "K1001",
                "Åkes Värme & Sanitet AB",
                Customer.Type.BUSINESS,
                Optional.of(RegistrationNumber.organisation(ORGANISATION_NUMBER)));
    }

    public static Customer person() {
        return customer(
                "P2002",
                "Örjan Öberg",
                Customer.Type.PRIVATE,
                Optional.of(RegistrationNumber.personal(PERSONAL_NUMBER)));
    }

    /** Two rows with amounts, one of text; 1 250,40 kronor without VAT. */
    public static BillableOrder order() {
        return order("WO-4711", ARTICLE);
    }

    public static BillableOrder orderWithUnknownArticle() {
        return order("WO-4712", UNKNOWN_ARTICLE);
    }

    private static BillableOrder order(String number, String article) {
        Customer payer = business();
        return new BillableOrder(
                new DocumentKey(new SourceKey("testkit", "", "work", number), payer.number(), 1),
                BillableOrder.Target.INVOICE,
                payer,
                LocalDate.of(2026, 3, 2),
                Currency.getInstance("SEK"),
                false,
                Optional.of("4500012"),
                Optional.of("Tekla Tekniker"),
                Optional.of("Rekvirent Ros"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        new Row.Text(number + "-1", "Åtgärdat läckage i undercentral"),
                        priced(number + "-2", Optional.of(article), "Arbete", "2.5", "450"),
                        priced(number + "-3", Optional.empty(), "Packning", "3", "41.80")),
                Map.of());
    }

    private static Row.Priced priced(
            String id, Optional<String> article, String description, String quantity, String price) {
        return new Row.Priced(
                id,
                article,
                description,
                new BigDecimal(quantity),
                Optional.of("st"),
                new BigDecimal(price),
                Discount.NONE,
                Vat.domestic(25),
                Optional.empty(),
                Optional.empty());
    }

    private static Customer customer(
            String number, String name, Customer.Type type, Optional<RegistrationNumber> registration) {
        return new Customer(
                new SourceKey("testkit", "", SourceKey.CUSTOMER, number),
                name,
                type,
                registration,
                Optional.empty(),
                Optional.of(new Address("Storgatan 1", "", "111 22", "Stockholm", "SE")),
                Optional.empty(),
                Optional.empty(),
                "info@example.org",
                "faktura@example.org",
                "08-123 45 67",
                List.of(),
                InvoicingTerms.domestic("SEK"),
                true,
                Map.of());
    }
}
