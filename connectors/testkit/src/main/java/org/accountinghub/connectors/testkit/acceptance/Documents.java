package org.accountinghub.connectors.testkit.acceptance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.HouseWork;
import org.accountinghub.mappings.model.InvoicingTerms;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.model.WorkType;

/** Plain documents for the kit; the difficult ones are the mappings' matter. */
public final class Documents {

    public static final String ORGANISATION_NUMBER = "556036-0793";
    public static final String PERSONAL_NUMBER = "19121212-1212";

    /** An article that every bench has. */
    public static final String ARTICLE = "ARB-1";

    /** An article that no bench has. */
    public static final String UNKNOWN_ARTICLE = "FINNS-EJ-9";

    /** A second person's: the co-ordination number of the same day. Worked out, so that no file holds it. */
    public static final String COORDINATION_NUMBER = coordination(PERSONAL_NUMBER.replace("-", ""));

    static final List<String> PERSONAL_NUMBER_SPELLINGS = Stream.of(
                    PERSONAL_NUMBER.replace("-", ""), COORDINATION_NUMBER)
            .flatMap(Documents::spellings)
            .toList();

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

    /** One of several persons of the same name, of whom no number is known. */
    public static Customer namesake(String number) {
        return customer(number, "Anna Andersson", Customer.Type.PRIVATE, Optional.empty());
    }

    /** Two rows with amounts, one of text; 1 250,40 kronor without VAT. */
    public static BillableOrder order() {
        return order("WO-4711", ARTICLE);
    }

    public static BillableOrder orderWithUnknownArticle() {
        return order("WO-4712", UNKNOWN_ARTICLE);
    }

    /** The same, to be brought as an order. */
    public static BillableOrder asOrder(BillableOrder order) {
        return with(order, BillableOrder.Target.ORDER, order.costCentre());
    }

    /** The same, to be brought as an invoice. */
    public static BillableOrder asInvoice(BillableOrder order) {
        return with(order, BillableOrder.Target.INVOICE, order.costCentre());
    }

    /** The same, for a cost centre. */
    public static BillableOrder atCostCentre(BillableOrder order, String code) {
        return with(order, order.target(), Optional.of(code));
    }

    private static BillableOrder with(BillableOrder order, BillableOrder.Target target, Optional<String> costCentre) {
        return new BillableOrder(
                order.key(),
                target,
                order.payer(),
                order.documentDate(),
                order.currency(),
                order.pricesIncludeVat(),
                order.yourOrderNumber(),
                order.ourReference(),
                order.yourReference(),
                costCentre,
                order.deliveryAddress(),
                order.taxReduction(),
                order.rows(),
                order.extensions());
    }

    /** Labour and material for two persons, who ask for the tax reduction of ROT work; its one article is unknown. */
    public static BillableOrder orderWithEverything() {
        String number = "WO-4713";
        TaxReduction reduction = new TaxReduction(
                TaxReduction.Type.ROT,
                Optional.of(new TaxReduction.Property.House("Solrosen 3:14")),
                List.of(
                        new TaxReduction.Person("Örjan Öberg", RegistrationNumber.personal(PERSONAL_NUMBER), 2),
                        new TaxReduction.Person("Åsa Öberg", RegistrationNumber.personal(COORDINATION_NUMBER), 1)));
        HouseWork work = new HouseWork(WorkType.HEATING_PLUMBING, new BigDecimal("7.5"));
        return order(
                number,
                person(),
                Optional.of(reduction),
                List.of(
                        new Row.Text(number + "-1", "Åtgärdat läckage i undercentral"),
                        priced(number + "-2", Optional.empty(), "Arbete", "7.5", "850", Optional.of(work)),
                        priced(
                                number + "-3",
                                Optional.of(UNKNOWN_ARTICLE),
                                "Packning",
                                "3",
                                "41.80",
                                Optional.empty())));
    }

    private static BillableOrder order(String number, String article) {
        return order(
                number,
                business(),
                Optional.empty(),
                List.of(
                        new Row.Text(number + "-1", "Åtgärdat läckage i undercentral"),
                        priced(number + "-2", Optional.of(article), "Arbete", "2.5", "450", Optional.empty()),
                        priced(number + "-3", Optional.empty(), "Packning", "3", "41.80", Optional.empty())));
    }

    private static BillableOrder order(
            String number, Customer payer, Optional<TaxReduction> reduction, List<Row> rows) {
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
                reduction,
                rows,
                Map.of());
    }

    private static Row.Priced priced(
            String id,
            Optional<String> article,
            String description,
            String quantity,
            String price,
            Optional<HouseWork> houseWork) {
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
                houseWork);
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

    private static Stream<String> spellings(String twelve) {
        String ten = twelve.substring(2);
        String hyphenated = ten.substring(0, 6) + "-" + ten.substring(6);
        return Stream.of(twelve, twelve.substring(0, 2) + hyphenated, hyphenated, ten, hyphenated.replace("-", "%2D"));
    }

    /** The day of birth raised by 60, with its check digit. */
    private static String coordination(String twelve) {
        String nine =
                twelve.substring(2, 6) + (Integer.parseInt(twelve.substring(6, 8)) + 60) + twelve.substring(8, 11);
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            int product = Character.digit(nine.charAt(i), 10) * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return twelve.substring(0, 2) + nine + (10 - sum % 10) % 10;
    }
}
