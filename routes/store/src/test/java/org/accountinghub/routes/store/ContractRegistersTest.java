package org.accountinghub.routes.store;

import static org.accountinghub.mappings.model.register.RegisterField.BALANCE;
import static org.accountinghub.mappings.model.register.RegisterField.CUSTOMER_KIND;
import static org.accountinghub.mappings.model.register.RegisterField.DESCRIPTION;
import static org.accountinghub.mappings.model.register.RegisterField.NAME;
import static org.accountinghub.mappings.model.register.RegisterField.PAYMENT_TERMS;
import static org.accountinghub.mappings.model.register.RegisterField.PHONE;
import static org.accountinghub.mappings.model.register.RegisterField.REGISTRATION_NUMBER;
import static org.accountinghub.mappings.model.register.RegisterField.VAT_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.port.StoreRegisters;
import org.accountinghub.routes.engine.port.StoreRegisters.Verdict;
import org.accountinghub.routes.engine.port.StoreRegisters.Write;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ContractRegistersTest {

    @AutoClose
    private final StoreDatabase database = StoreDatabase.fresh();

    private final StoreRegisters registers = new ContractRegisters(database.hub(), StoreSettings.swedish("service"));

    private Verdict write(String number, Map<RegisterField, String> fields, Optional<String> accountingNumber) {
        return registers
                .write(
                        "fortnox-north",
                        Register.CUSTOMERS,
                        List.of(new Write(number, fields, accountingNumber, OptionalLong.empty())))
                .get(0);
    }

    @Test
    void aRecordAndWhatIsSaidOfItAreOneWrite() {
        assertThat(write("1", Map.of(NAME, "Acme AB", PAYMENT_TERMS, "30", BALANCE, "7"), Optional.of("88")))
                .isEqualTo(new Verdict.Created());
        assertThat(write("1", Map.of(NAME, "Acme AB", PAYMENT_TERMS, "30", BALANCE, "7"), Optional.of("88")))
                .isEqualTo(new Verdict.Unchanged());
        assertThat(write("1", Map.of(BALANCE, "8"), Optional.empty())).isEqualTo(new Verdict.Updated());
        assertThat(write("1", Map.of(PHONE, "1"), Optional.empty())).isEqualTo(new Verdict.Updated());
        assertThat(write("2", Map.of(PHONE, "1", BALANCE, "8"), Optional.empty()))
                .isEqualTo(new Verdict.Refused("name: a customer needs a name"));
        assertThat(write("1", Map.of(BALANCE, "0.001"), Optional.empty())).isInstanceOf(Verdict.Refused.class);
        assertThat(database.one("SELECT accounting_number || ' ' || balance FROM service.hub_customer_accounting"))
                .isEqualTo("88 8.00");
    }

    @Test
    void whatWasOvertakenIsToldAndItsNoteNotKept() {
        write("1", Map.of(NAME, "Acme AB"), Optional.empty());

        assertThat(registers.write(
                        "fortnox-north",
                        Register.CUSTOMERS,
                        List.of(new Write("1", Map.of(NAME, "X", BALANCE, "7"), Optional.empty(), OptionalLong.of(1)))))
                .containsExactly(new Verdict.Overtaken());
        assertThat(database.one("SELECT count(*) FROM service.hub_customer_accounting"))
                .isEqualTo("0");
    }

    @Test
    void anArticleIsWrittenAndNothingIsSaidOfACustomerWithItsNumber() {
        write("1", Map.of(NAME, "Acme AB"), Optional.empty());
        Write article = new Write("1", Map.of(DESCRIPTION, "Filter"), Optional.of("A1"), OptionalLong.of(0));

        assertThat(registers.write("fortnox-north", Register.ARTICLES, List.of(article)))
                .containsExactly(new Verdict.Created());
        assertThat(database.one("SELECT count(*) FROM service.hub_customer_accounting"))
                .isEqualTo("0");
    }

    @Test
    void expectedToBeNewIsCreatedAndNeverOverwritten() {
        Write mine = new Write("1", Map.of(NAME, "Mine AB"), Optional.empty(), OptionalLong.of(0));

        assertThat(registers.write("fortnox-north", Register.CUSTOMERS, List.of(mine)))
                .containsExactly(new Verdict.Created());
        assertThat(registers.write("fortnox-north", Register.CUSTOMERS, List.of(mine)))
                .containsExactly(new Verdict.Overtaken());
    }

    @Test
    void likesAreFoundByNumberRegistrationVatNumberAndName() {
        write("1", Map.of(NAME, "Acme  AB", REGISTRATION_NUMBER, "5560360793"), Optional.empty());
        write("2", Map.of(NAME, "Bolaget", VAT_NUMBER, "SE556036079301"), Optional.empty());
        write(
                "3",
                Map.of(NAME, "Anna", CUSTOMER_KIND, "PRIVATE", REGISTRATION_NUMBER, "191212121212"),
                Optional.empty());
        write("4", Map.of(NAME, "Ingen"), Optional.empty());
        database.does(
                "UPDATE service.customers SET organisation_number = '16556036-0793', name = 'ACME   AB' WHERE number = '1';"
                        + "UPDATE service.customers SET personal_number = '19121212-1212' WHERE number = '3'");

        assertThat(like(Map.of(REGISTRATION_NUMBER, "5560360793"))).containsExactly("1");
        assertThat(like(Map.of(NAME, "acme AB"))).containsExactly("1");
        assertThat(like(Map.of(VAT_NUMBER, "SE556036079301"))).containsExactly("2");
        assertThat(like(Map.of(REGISTRATION_NUMBER, "1212121212"))).containsExactly("3");
        assertThat(registers.resembling(
                        Register.CUSTOMERS, List.of(new RegisterRecord(Register.CUSTOMERS, "4", Map.of()))))
                .hasSize(1);
    }

    private List<String> like(Map<RegisterField, String> values) {
        return registers
                .resembling(Register.CUSTOMERS, List.of(new RegisterRecord(Register.CUSTOMERS, "none", values)))
                .stream()
                .map(one -> one.record().number())
                .toList();
    }

    @Test
    void changesComeInPagesAndAMarkOfAnotherTimeMeansEverything() {
        for (int n = 1; n <= 5; n++) {
            write("" + n, Map.of(NAME, "K"), Optional.empty());
        }
        StoreRegisters.Changes first =
                registers.changedSince(Register.CUSTOMERS, Optional.empty(), Optional.empty(), 3);
        StoreRegisters.Changes second = registers.changedSince(Register.CUSTOMERS, Optional.empty(), first.next(), 3);
        assertThat(first.records()).hasSize(3);
        assertThat(second.records()).hasSize(2);
        assertThat(second.next()).isEmpty();
        assertThat(registers
                        .changedSince(Register.CUSTOMERS, Optional.of(first.mark()), Optional.empty(), 3)
                        .records())
                .isEmpty();

        write("4", Map.of(NAME, "L"), Optional.empty());

        assertThat(registers
                        .changedSince(Register.CUSTOMERS, Optional.of(first.mark()), Optional.empty(), 3)
                        .records())
                .extracting(one -> one.record().number())
                .containsExactly("4");
        assertThat(registers
                        .changedSince(Register.CUSTOMERS, Optional.of(Long.MAX_VALUE), Optional.empty(), 9)
                        .records())
                .hasSize(5);
    }

    @Test
    void anArticleHasTheNumberThatIsWantedOrNone() {
        database.does("INSERT INTO service.articles (number, description) VALUES ('P1', 'Pump')");

        assertThat(registers.numbersFor(Register.ARTICLES, List.of("P1", "P2", "")))
                .containsOnly(Map.entry("P2", "P2"));
        assertThat(new ContractRegisters(database.hub(), StoreSettings.swedish("service"))
                        .article(new SourceKey("service", "", SourceKey.ARTICLE, "P1")))
                .hasValueSatisfying(article -> assertThat(article.description()).isEqualTo("Pump"));
        assertThat(registers.renumbered(Register.ARTICLES, Optional.empty()).changed())
                .isEmpty();
    }
}
