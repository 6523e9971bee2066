package org.accountinghub.routes.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AgreementsAndContactsTest {

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private final Orders orders = new Orders(database);

    @Test
    void eachPeriodOfAnAgreementBecomesOneSalesOrder() {
        database.does(
                "INSERT INTO service.agreements (subgroup_code, number, customer_id, currency, every, next_on) VALUES ('north', 'A5', "
                        + orders.customer("1001") + ", 'SEK', '3 months', '2026-01-01');"
                        + "INSERT INTO service.agreement_rows (agreement_id, position, description, quantity, unit_price, vat_rate)"
                        + " SELECT id, 1, 'Tillsyn', 1, 900, 25 FROM service.agreements");
        String generate = "generate_from_agreement((SELECT id FROM service.agreements), 'anna', '2026-04-02')";
        long first = orders.made(generate);
        orders.want(first);
        orders.want(orders.made(generate));
        assertThat(orders.refusal(generate)).contains("agreement A5 has no period that begins by 2026-04-02");
        assertThat(
                        database.one(
                                "SELECT string_agg(kind || ' ' || number, ', ' ORDER BY number) FROM service.hub_ready_documents"))
                .isEqualTo("sales A5-1, sales A5-2");
        assertThat(database.one(
                        "SELECT detail FROM service.hub_document_rules WHERE number = 'A5-2' AND rule = 'agreement'"))
                .isEqualTo("made from agreement A5 for the period from 2026-04-01");
    }

    @Test
    void aContactOrderWithAnUnknownCustomerMakesTheCustomer() {
        orders.customer("10041");
        long contact = save("Nya Kunden AB", "Verkstaden");
        assertThat(database.asHub()
                        .sql(
                                "SELECT number || ' ' || name || ' ' || email FROM service.hub_customers WHERE name = 'Nya Kunden AB'")
                        .query(String.class)
                        .single())
                .isEqualTo("10042 Nya Kunden AB ulf@example.org");
        assertThat(database.one("SELECT name FROM service.hub_customer_contacts"))
                .isEqualTo("Ulf");
        assertThat(database.one("SELECT name FROM service.facilities")).isEqualTo("Verkstaden");

        save("nya kunden ab", "Verkstaden");
        save("10042", "");
        orders.act("SELECT service.complete_contact_order(" + contact + ", 'anna')");
        assertThat(database.one("SELECT count(*) FROM service.customers")).isEqualTo("2");
        assertThat(database.one("SELECT count(*) FROM service.contact_orders")).isEqualTo("3");
        assertThat(database.one("SELECT count(*) FROM service.hub_documents"))
                .as("never an invoice")
                .isEqualTo("0");
    }

    private long save(String customer, String facility) {
        return orders.made("save_contact_order('north', 'Offert', '" + customer + "', '" + facility
                + "', 'Ulf', '070-1', 'ulf@example.org', 'anna')");
    }

    @Test
    void generatedNumbersKeepToTheGroupsSettings() {
        database.does(
                "INSERT INTO service.group_settings (subgroup_code, customer_number_min_length, customer_number_max_length) VALUES ('north', 4, 4)");
        save("Första AB", "");
        assertThat(database.one("SELECT number FROM service.customers")).isEqualTo("0001");
        orders.act("SELECT service.change_customer_number('0001', '9999', 'admin')");
        assertThat(refusal()).contains("the next customer number 10000 is longer than 4 characters");
        database.does("UPDATE service.group_settings SET generate_customer_numbers = false");
        assertThat(refusal()).contains("customer numbers are not generated");
    }

    private String refusal() {
        return orders.refusal("save_contact_order('north', 'Offert', 'Andra AB', '', 'Ulf', '', '', 'anna')");
    }

    @Test
    void severalCustomersOfOneNameAreToldApartByNumber() {
        database.does("INSERT INTO service.customers (number, name) VALUES ('1', 'Pump AB'), ('2', 'Pump AB')");
        assertThat(orders.refusal("save_contact_order('', 'Offert', 'Pump AB', '', '', '', '', 'anna')"))
                .contains("there are 2 customers called Pump AB");
    }
}
