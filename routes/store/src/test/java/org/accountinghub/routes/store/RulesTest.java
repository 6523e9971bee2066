package org.accountinghub.routes.store;

import static org.accountinghub.routes.store.Orders.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.port.AppliedRule;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private final Orders orders = new Orders(database);
    private final ContractStore store = database.store(Clock.systemUTC());
    private long acme;
    private long order;

    @BeforeEach
    void anOrder() {
        acme = orders.customer("1001");
        order = orders.wanted("421", acme);
        database.does("INSERT INTO service.group_settings (subgroup_code) VALUES ('north')");
    }

    private List<String> rules(DocumentKey key) {
        return store.rules(key).stream().map(AppliedRule::detail).toList();
    }

    private BillableOrder ready(DocumentKey key) {
        Reading<BillableOrder> reading = store.document(key, DAY);
        assertThat(reading).isInstanceOf(Reading.Ready.class);
        return ((Reading.Ready<BillableOrder>) reading).content();
    }

    private List<String> causes(DocumentKey key) {
        return ((Reading.Unfit<BillableOrder>) store.document(key, DAY))
                .problems().stream().map(Problem::cause).toList();
    }

    @Test
    void aPlainOrder() {
        assertThat(store.rules(key("421", "1001")))
                .containsExactly(
                        new AppliedRule("requested", "anna asked for it to be sent"),
                        new AppliedRule("target", "sent as an invoice: the group's setting"),
                        new AppliedRule("payer", "payer 1001 is invoiced: it is the order's customer"),
                        new AppliedRule(
                                "prices", "prices are sent without VAT: the customer has an organisation number"),
                        new AppliedRule(
                                "texts",
                                "as text rows: order text, descriptions, errors, measures with date and user"));
    }

    @Test
    void whoPaysAndWhy() {
        long payer = orders.customer("1044");
        database.does(
                "INSERT INTO service.facilities (customer_id, name, invoiced_to_id, line1, customers_order_number) VALUES ("
                        + acme + ", 'Kajen 3', " + payer + ", 'Kajen 3', 'F-7')");
        database.does("UPDATE service.orders SET facility_id = (SELECT id FROM service.facilities)");
        database.does("UPDATE service.customers SET active = false WHERE number = '1001'");
        database.does("UPDATE service.customers SET always_as_invoice = true");
        database.does("UPDATE service.group_settings SET send_as = 'ORDER', require_prices = true");

        assertThat(rules(key("421", "1044")))
                .contains(
                        "payer 1044 is invoiced: the facility Kajen 3 says so",
                        "sent as an invoice: the customer's setting overrides the group's",
                        "customer 1001 of the order is deactivated: this old order still goes, to payer 1044",
                        "your order number F-7 from the facility Kajen 3",
                        "delivered to the facility Kajen 3",
                        "the order must have prices on all articles");
        assertThat(ready(key("421", "1044")).payer().number()).isEqualTo("1044");
    }

    @Test
    void anUnwantedDocumentSaysWhy() {
        orders.act("SELECT service.cancel(" + order + ", 'anna')");
        assertThat(rules(key("421", "1001"))).first().isEqualTo("the order is cancelled");
        assertThat(rules(key("4711", "1001"))).isEmpty();
    }

    @Test
    void pricesWithOrWithoutVatByThePayersVatType() {
        orders.row(order, "9.99");
        database.does("UPDATE service.order_rows SET vat_rate = 12 WHERE unit_price = 9.99");
        assertThat(ready(key("421", "1001")).pricesIncludeVat()).isFalse();

        database.does("UPDATE service.customers SET vat_type = 'NORMAL_VAT'");
        BillableOrder with = ready(key("421", "1001"));
        assertThat(with.pricesIncludeVat()).isTrue();
        assertThat(with.totals().total().amount()).isEqualByComparingTo("136.19");
        assertThat(with.pricedRows())
                .extracting(row -> row.vat().rate().intValue())
                .containsExactly(25, 12);
        assertThat(rules(key("421", "1001")))
                .contains(
                        "prices are sent with VAT: the customer's VAT type is normal VAT",
                        "the order's prices are without VAT: the VAT of each row is added to them");

        database.does("UPDATE service.customers SET vat_type = 'DEFAULT', organisation_number = NULL");
        assertThat(ready(key("421", "1001")).pricesIncludeVat()).isTrue();
        assertThat(rules(key("421", "1001")))
                .contains("prices are sent with VAT: the customer has no organisation number");

        database.does("UPDATE service.customers SET kind = 'PRIVATE', organisation_number = '556036-0793'");
        assertThat(ready(key("421", "1001")).pricesIncludeVat())
                .as("a private person's organisation number is none")
                .isTrue();
        database.does("UPDATE service.customers SET kind = 'BUSINESS'");

        database.does("UPDATE service.orders SET prices_include_vat = true");
        database.does("UPDATE service.customers SET organisation_number = '556036-0793'");
        BillableOrder without = ready(key("421", "1001"));
        assertThat(without.pricesIncludeVat()).isFalse();
        assertThat(without.totals().rows())
                .extracting(amount -> amount.amount().toPlainString())
                .containsExactly("80.00", "8.92");
        assertThat(rules(key("421", "1001")))
                .contains("the order's prices are with VAT: the VAT of each row is taken out of them");
    }

    @Test
    void companiesOfTheGroupInvoiceEachOtherThroughOneCustomer() {
        long internal = orders.customer("9000");
        orders.customer("1044");
        database.does("INSERT INTO service.subgroups VALUES ('south', 'Pumpservice Syd AB', NULL)");
        database.does("UPDATE service.customers SET company_code = 'south' WHERE number = '1001'");
        assertThat(store.document(key("421", "1001"), DAY))
                .as("without a setting the company itself pays")
                .isInstanceOf(Reading.Ready.class);

        database.does("UPDATE service.group_settings SET internally_invoiced_id = " + internal);
        assertThat(ready(key("421", "9000")).payer().number()).isEqualTo("9000");
        assertThat(rules(key("421", "9000")))
                .contains("payer 9000 is invoiced: companies of the group invoice each other through it");

        database.does(
                "UPDATE service.orders SET invoiced_to_id = (SELECT id FROM service.customers WHERE number = '1044')");
        assertThat(ready(key("421", "1044")).payer().number()).isEqualTo("1044");
        database.does("UPDATE service.orders SET internal = true");
        assertThat(ready(key("421", "9000")).payer().number()).isEqualTo("9000");

        database.does("UPDATE service.group_settings SET internally_invoiced_id = NULL");
        assertThat(causes(key("421", "1044"))).containsExactly("store.internal-customer-missing");
        database.does("UPDATE service.orders SET internal = false, invoiced_to_id = NULL");
        database.does("UPDATE service.customers SET company_code = 'north' WHERE number = '1001'");
        assertThat(causes(key("421", "1001"))).containsExactly("store.payer-is-seller");
    }

    @Test
    void theOrdersCurrencyElseTheCustomers() {
        database.does("UPDATE service.customers SET currency = 'NOK'");
        assertThat(ready(key("421", "1001")).currency().getCurrencyCode()).isEqualTo("SEK");
        database.does("UPDATE service.orders SET currency = NULL");
        assertThat(ready(key("421", "1001")).currency().getCurrencyCode()).isEqualTo("NOK");
        assertThat(rules(key("421", "1001"))).contains("in NOK: the customer's currency, the order has none");
    }

    @Test
    void reverseChargeNeedsARegisteredBuyer() {
        database.does("UPDATE service.customers SET vat_treatment = 'EU_REVERSE_CHARGE'");
        assertThat(causes(key("421", "1001"))).containsExactly("store.vat-number-missing");
        database.does("UPDATE service.customers SET vat_number = 'SE556036079301'");
        assertThat(causes(key("421", "1001"))).containsExactly("store.vat-number-missing");
        database.does("UPDATE service.customers SET vat_number = 'DE123456789', organisation_number = NULL");
        BillableOrder abroad = ready(key("421", "1001"));
        assertThat(abroad.pricesIncludeVat()).as("no VAT is charged").isFalse();
        assertThat(abroad.totals().vat().isZero()).isTrue();
        assertThat(rules(key("421", "1001")))
                .contains("reverse charge within the EU: the customer accounts for the VAT");

        database.does("UPDATE service.customers SET vat_number = NULL, vat_treatment = 'DOMESTIC_REVERSE_CHARGE'");
        assertThat(causes(key("421", "1001"))).containsExactly("store.vat-number-missing");
        database.does("UPDATE service.customers SET kind = 'PRIVATE', personal_number = '191212121212'");
        assertThat(causes(key("421", "1001"))).containsExactly("store.reverse-charge-private");
        database.does("UPDATE service.customers SET vat_treatment = 'EXPORT'");
        assertThat(ready(key("421", "1001")).totals().vat().isZero()).isTrue();
    }

    @Test
    void textsAndWhatIsToBeOrdered() {
        long assignment = orders.assignment(order, 1);
        orders.row(order, assignment, "1");
        orders.row(order, "7");
        orders.row(order, "7");
        database.does("UPDATE service.order_rows SET to_be_ordered = true WHERE unit_price = 7");
        database.does(
                "UPDATE service.assignments SET description = 'Läcker', error = 'Sliten', measures = 'Bytt', measures_on = '2026-03-01', measures_by = 'Tove'");
        database.does("INSERT INTO service.measures (order_id, assignment_id, position, measure, done_by) VALUES ("
                + order + ", " + assignment + ", 1, 'Provkört', 'Pär')");
        database.does("UPDATE service.group_settings SET order_text = 'Betalas inom 30 dagar'");
        database.does("UPDATE service.orders SET order_text = 'Tack'");

        assertThat(texts())
                .containsExactly(
                        "Betalas inom 30 dagar",
                        "Tack",
                        "Läcker",
                        "Sliten",
                        "Bytt (2026-03-01, Tove)",
                        "Provkört (Pär)");
        assertThat(rules(key("421", "1001"))).contains("2 articles to be ordered are left out");

        database.does(
                "UPDATE service.group_settings SET measures_with_date_and_user = false, errors_as_rows = false, order_text_as_row = false");
        assertThat(texts()).containsExactly("Läcker", "Bytt", "Provkört");
    }

    private List<String> texts() {
        return ready(key("421", "1001")).rows().stream()
                .filter(org.accountinghub.mappings.model.Row.Text.class::isInstance)
                .map(row -> ((org.accountinghub.mappings.model.Row.Text) row).text())
                .toList();
    }
}
