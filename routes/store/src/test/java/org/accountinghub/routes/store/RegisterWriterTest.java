package org.accountinghub.routes.store;

import static org.accountinghub.mappings.model.register.RegisterField.ARTICLE_ACTIVE;
import static org.accountinghub.mappings.model.register.RegisterField.BALANCE;
import static org.accountinghub.mappings.model.register.RegisterField.CREDIT_BLOCKED;
import static org.accountinghub.mappings.model.register.RegisterField.CURRENCY;
import static org.accountinghub.mappings.model.register.RegisterField.CUSTOMER_ACTIVE;
import static org.accountinghub.mappings.model.register.RegisterField.CUSTOMER_KIND;
import static org.accountinghub.mappings.model.register.RegisterField.DESCRIPTION;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_EMAIL;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_LINE1;
import static org.accountinghub.mappings.model.register.RegisterField.INVOICE_POSTAL_CODE;
import static org.accountinghub.mappings.model.register.RegisterField.LANGUAGE;
import static org.accountinghub.mappings.model.register.RegisterField.LAST_INVOICE_DATE;
import static org.accountinghub.mappings.model.register.RegisterField.NAME;
import static org.accountinghub.mappings.model.register.RegisterField.PAYMENT_TERMS;
import static org.accountinghub.mappings.model.register.RegisterField.PHONE;
import static org.accountinghub.mappings.model.register.RegisterField.PRICE;
import static org.accountinghub.mappings.model.register.RegisterField.REGISTRATION_NUMBER;
import static org.accountinghub.mappings.model.register.RegisterField.UNIT;
import static org.accountinghub.mappings.model.register.RegisterField.VAT_RATE;
import static org.accountinghub.mappings.model.register.RegisterField.VAT_TREATMENT;
import static org.accountinghub.mappings.model.register.RegisterField.VISITING_COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RegisterWriterTest {

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private final RegisterWriter writer = new RegisterWriter(database.hub(), StoreSettings.swedish("service"));
    private final RegisterReader reader = new RegisterReader(database.hub(), StoreSettings.swedish("service"));

    private static final Map<RegisterField, String> ACME = Map.of(
            NAME, "Acme AB",
            REGISTRATION_NUMBER, "5560360793",
            INVOICE_LINE1, "Storgatan 1",
            INVOICE_POSTAL_CODE, "41105",
            INVOICE_EMAIL, "invoices@example.com",
            LANGUAGE, "SV",
            CUSTOMER_ACTIVE, "true");

    private PutVerdict put(String number, Map<RegisterField, String> values) {
        return put(Register.CUSTOMERS, number, values);
    }

    private PutVerdict put(Register register, String number, Map<RegisterField, String> values) {
        return writer.put(
                        register,
                        List.of(new RegisterRecord(register, number, values)),
                        List.of(OptionalLong.empty()),
                        "fortnox-north")
                .get(0);
    }

    private String kind(String number, Map<RegisterField, String> values) {
        return put(number, values).kind().name();
    }

    private Map<RegisterField, String> stored(String number) {
        return reader.named(Register.CUSTOMERS, List.of(number))
                .get(number)
                .record()
                .values();
    }

    private String column(String column) {
        return database.one("SELECT " + column + " FROM service.customers WHERE number = '1001'");
    }

    @Test
    void theSameAgainChangesNothing() {
        assertThat(kind("1001", ACME)).isEqualTo("CREATED");
        String before = column("xmin::text || change");

        assertThat(kind("1001", ACME)).isEqualTo("UNCHANGED");

        assertThat(column("xmin::text || change")).isEqualTo(before);
        assertThat(stored("1001")).containsAllEntriesOf(ACME).containsEntry(CUSTOMER_KIND, "BUSINESS");
        assertThat(database.one("SELECT count(*) FROM service.register_history"))
                .isEqualTo("1");
    }

    @Test
    void onlyWhatIsNamedIsSetAndAnEmptyValueClears() {
        put("1001", ACME);

        assertThat(kind("1001", Map.of(PHONE, "031-1", INVOICE_LINE1, ""))).isEqualTo("UPDATED");

        assertThat(stored("1001"))
                .containsEntry(PHONE, "031-1")
                .containsEntry(INVOICE_LINE1, "")
                .containsEntry(INVOICE_POSTAL_CODE, "41105")
                .containsEntry(NAME, "Acme AB");
        assertThat(database.one("SELECT by || what || former FROM service.register_history WHERE what = 'changed'"))
                .startsWith("fortnox-northchanged")
                .contains("\"invoice_line1\": \"Storgatan 1\"", "\"phone\": null");
    }

    @Test
    void anotherSpellingOfTheSameIsNoChange() {
        put("1001", ACME);
        database.does("UPDATE service.customers SET organisation_number = '16556036-0793', language = 'sv';"
                + "UPDATE service.customer_addresses SET postal_code = '411 05'");

        assertThat(kind("1001", ACME)).isEqualTo("UNCHANGED");
        assertThat(column("organisation_number")).isEqualTo("16556036-0793");
    }

    @Test
    void aPersonsNumberIsKeptAsOneAndNeverInTheHistory() {
        put("1001", ACME);

        assertThat(kind("1001", Map.of(CUSTOMER_KIND, "PRIVATE", REGISTRATION_NUMBER, "191212121212")))
                .isEqualTo("UPDATED");

        assertThat(column("personal_number || coalesce(organisation_number, '-')"))
                .isEqualTo("1212121212-");
        assertThat(kind("1001", Map.of(REGISTRATION_NUMBER, ""))).isEqualTo("UPDATED");
        assertThat(column("coalesce(personal_number, 'none')")).isEqualTo("none");
        assertThat(database.one("SELECT string_agg(former::text, '') FROM service.register_history"))
                .doesNotContain("12121212")
                .contains("\"registration_number\": \"*\"");
    }

    @Test
    void copiesOfInvoicesStayWhenTheFirstAddressGoes() {
        put("1001", ACME);
        database.does("UPDATE service.customers SET invoice_emails = '{a@example.com,b@example.com}'");

        put("1001", Map.of(INVOICE_EMAIL, ""));
        assertThat(stored("1001")).containsEntry(INVOICE_EMAIL, "");
        put("1001", Map.of(INVOICE_EMAIL, "c@example.com"));

        assertThat(column("invoice_emails")).isEqualTo("{c@example.com,b@example.com}");
    }

    @Test
    void aBadOneStopsNoOther() {
        database.does(
                "INSERT INTO service.group_settings (customer_number_min_length, customer_number_max_length) VALUES (2, 6)");
        put("1001", ACME);
        database.does("SELECT service.change_customer_number('1001', '2001', 'admin')");
        List<RegisterRecord> many = List.of(
                customer("3001", Map.of(NAME, "Good AB")),
                customer("3002", Map.of(PHONE, "1")),
                customer("3003", Map.of(NAME, "X", CUSTOMER_KIND, "COMPANY")),
                customer("3004", Map.of(NAME, "X", CURRENCY, "kronor")),
                customer("3005", Map.of(NAME, "X", VISITING_COUNTRY, "Sverige")),
                customer("3006", Map.of(NAME, "X", VAT_TREATMENT, "")),
                customer("", Map.of(NAME, "X")),
                customer("1", Map.of(NAME, "X")),
                customer("1234567", Map.of(NAME, "X")),
                customer("1001", Map.of(NAME, "X")),
                customer("3001", Map.of(NAME, "Twice AB")),
                customer("3007", Map.of(NAME, "zero \0 byte")),
                customer("3008", Map.of(NAME, "half \ud83d pair")),
                customer("2001", Map.of(NAME, "")),
                customer("3009", Map.of(NAME, "Last AB", LANGUAGE, "en")));

        assertThat(writer.put(Register.CUSTOMERS, many, Collections.nCopies(many.size(), OptionalLong.empty()), "anna"))
                .extracting(verdict -> verdict.kind() + " " + verdict.field())
                .containsExactly(
                        "CREATED ",
                        "REFUSED name",
                        "REFUSED kind",
                        "REFUSED currency",
                        "REFUSED visiting_country",
                        "REFUSED vat_treatment",
                        "REFUSED number",
                        "REFUSED number",
                        "REFUSED number",
                        "REFUSED number",
                        "REFUSED number",
                        "REFUSED name",
                        "REFUSED name",
                        "REFUSED name",
                        "CREATED ");
        assertThat(put("1001", Map.of(NAME, "X")).reason()).isEqualTo("customer 2001 had this number before");
        assertThat(stored("2001")).containsEntry(NAME, "Acme AB");
        assertThat(stored("3001")).containsEntry(NAME, "Good AB");
    }

    private static RegisterRecord customer(String number, Map<RegisterField, String> values) {
        return new RegisterRecord(Register.CUSTOMERS, number, values);
    }

    @Test
    void whatTheStoreDoesNotHaveIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> put("1001", Map.of(BALANCE, "7"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> put("1001", Map.of(PAYMENT_TERMS, "30"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersForNewCustomersAreTheWantedOnesWhereTheyFit() {
        put("0041", ACME);
        database.does(
                "INSERT INTO service.group_settings (customer_number_min_length, customer_number_max_length) VALUES (4, 4)");
        database.does("SELECT service.change_customer_number('0041', '0007', 'admin')");

        assertThat(writer.numbersFor(List.of("1234", "0041", "0007", "88", " 99", "12345")))
                .containsEntry("1234", "1234")
                .hasSize(6)
                .extracting(Map::values, InstanceOfAssertFactories.collection(String.class))
                .containsExactlyInAnyOrder("1234", "0042", "0043", "0044", "0045", "0046");
        assertThat(writer.numbersFor(List.of("88"))).containsEntry("88", "0047");
        database.does("UPDATE service.group_settings SET generate_customer_numbers = false");
        assertThat(writer.numbersFor(List.of("88", "1235"))).containsOnly(Map.entry("1235", "1235"));
    }

    @Test
    void whatSomebodyChangedMeanwhileIsNotOverwritten() {
        put("1001", ACME);
        long read =
                reader.named(Register.CUSTOMERS, List.of("1001")).get("1001").change();
        RegisterRecord ours = customer("1001", Map.of(NAME, "Ours AB"));
        database.does("UPDATE service.customers SET name = 'Theirs AB'");

        assertThat(writer.put(Register.CUSTOMERS, List.of(ours), List.of(OptionalLong.of(read)), "hub")
                        .get(0)
                        .kind())
                .isEqualTo(PutVerdict.Kind.OVERTAKEN);
        assertThat(writer.put(
                                Register.CUSTOMERS,
                                List.of(customer("1002", Map.of(NAME, "X"))),
                                List.of(OptionalLong.of(read)),
                                "hub")
                        .get(0)
                        .kind())
                .isEqualTo(PutVerdict.Kind.OVERTAKEN);
        long again =
                reader.named(Register.CUSTOMERS, List.of("1001")).get("1001").change();
        assertThat(writer.put(Register.CUSTOMERS, List.of(ours), List.of(OptionalLong.of(again)), "hub")
                        .get(0)
                        .kind())
                .isEqualTo(PutVerdict.Kind.UPDATED);
    }

    @Test
    void whatTheAccountingSystemSaysIsReadAndNeverOverwritten() {
        put("1001", ACME);
        String change = column("change");
        AccountingNote note = new AccountingNote(
                "1001",
                Optional.of("88"),
                Map.of(BALANCE, "1250.50", CREDIT_BLOCKED, "true", LAST_INVOICE_DATE, "2026-02-03"));

        assertThat(writer.note("north", List.of(note)))
                .containsExactly(new PutVerdict("1001", PutVerdict.Kind.UPDATED, "", ""));
        assertThat(writer.note("north", List.of(note)).get(0).kind()).isEqualTo(PutVerdict.Kind.UNCHANGED);
        writer.note("north", List.of(new AccountingNote("1001", Optional.empty(), Map.of(CREDIT_BLOCKED, ""))));

        assertThat(database.one(
                        "SELECT connection || accounting_number || ' ' || balance || coalesce(credit_blocked::text, ' ')"
                                + " || last_invoice_date FROM service.hub_customer_accounting"))
                .isEqualTo("north88 1250.50 2026-02-03");
        assertThat(column("change")).isEqualTo(change);
        assertThatThrownBy(() -> database.does("UPDATE service.customer_accounting SET balance = 0"))
                .rootCause()
                .hasMessageContaining("is not changed here");
    }

    @Test
    void aNoteThatCannotBeKeptIsToldWithTheOthersKept() {
        put("1001", ACME);

        assertThat(writer.note(
                        "",
                        List.of(
                                new AccountingNote("9", Optional.empty(), Map.of(BALANCE, "1")),
                                new AccountingNote("1001", Optional.empty(), Map.of(BALANCE, "1")),
                                new AccountingNote("1001", Optional.empty(), Map.of(BALANCE, "2")))))
                .extracting(verdict -> verdict.kind() + " " + verdict.field())
                .containsExactly("REFUSED number", "UPDATED ", "REFUSED number");
        assertThat(writer.note(
                                "",
                                List.of(new AccountingNote(
                                        "1001", Optional.empty(), Map.of(LAST_INVOICE_DATE, "2026-02-31"))))
                        .get(0)
                        .field())
                .isEqualTo("last_invoice_date");
    }

    @Test
    void articlesAsWell() {
        Map<RegisterField, String> pump = Map.of(DESCRIPTION, "Pump", PRICE, "1250.50", VAT_RATE, "25", UNIT, "st");

        assertThat(put(Register.ARTICLES, "P1", pump).kind()).isEqualTo(PutVerdict.Kind.CREATED);
        assertThat(put(Register.ARTICLES, "P1", pump).kind()).isEqualTo(PutVerdict.Kind.UNCHANGED);
        assertThat(put(Register.ARTICLES, "P1", Map.of(ARTICLE_ACTIVE, "false", PRICE, ""))
                        .kind())
                .isEqualTo(PutVerdict.Kind.UPDATED);
        assertThat(put(Register.ARTICLES, "P1", Map.of(PRICE, "0.00001")).field())
                .isEqualTo("price");
        assertThat(put(Register.ARTICLES, "P1", Map.of(VAT_RATE, "101")).field())
                .isEqualTo("vat_rate");
        assertThat(put(Register.ARTICLES, "P2", Map.of(UNIT, "st")).field()).isEqualTo("description");

        assertThat(reader.named(Register.ARTICLES, List.of("P1", "P2")))
                .containsOnlyKeys("P1")
                .extractingByKey("P1")
                .extracting(one -> one.record().values())
                .isEqualTo(Map.of(DESCRIPTION, "Pump", UNIT, "st", PRICE, "", VAT_RATE, "25", ARTICLE_ACTIVE, "false"));
        assertThat(
                        database.one(
                                "SELECT string_agg(what, ' ' ORDER BY id) FROM service.register_history WHERE article_id IS NOT NULL"))
                .isEqualTo("created changed");
    }
}
