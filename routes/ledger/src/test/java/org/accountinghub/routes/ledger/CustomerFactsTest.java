package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerFixture.key;
import static org.accountinghub.routes.ledger.LedgerFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.accountinghub.mappings.model.BillableOrder.Target;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.Standing;
import org.accountinghub.routes.engine.port.CustomerFacts;
import org.accountinghub.routes.engine.port.CustomerFacts.Fact;
import org.accountinghub.routes.engine.port.CustomerFacts.Invoiced;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.accountinghub.routes.engine.port.ReturnLedger.Became;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the invoices that came back say of their customers. */
class CustomerFactsTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);

    @AutoClose
    private final LedgerFixture hub = new LedgerFixture();

    private final CustomerFacts facts = hub.ledger.registers().facts();

    @BeforeEach
    void aCustomerInTheBooks() {
        hub.connection("books", Optional.empty());
        hub.deliverCustomer(hub.ledger
                .delivery()
                .customerTransfer("books", new SourceKey("service", "north", SourceKey.CUSTOMER, "100")));
    }

    private Fact told() {
        List<Fact> untold = facts.untold(100);
        assertThat(untold).hasSize(1);
        facts.told(untold);
        assertThat(facts.untold(100)).isEmpty();
        return untold.get(0);
    }

    private void became(DocumentKey key, Standing standing, String number, LocalDate date, String balance) {
        became(key, standing, number, date, Money.of(balance, "SEK"));
    }

    private void became(DocumentKey key, Standing standing, String number, LocalDate date, Money balance) {
        var returns = hub.ledger.returns();
        returns.record(
                returns.delivered("books", Target.INVOICE, "id-" + key.order().number())
                        .orElseThrow(),
                new Became(standing, Optional.of(invoice(number, date, balance)), List.of(), Optional.empty()),
                Optional.empty());
    }

    private static Invoice invoice(String number, LocalDate date, Money balance) {
        Currency currency = balance.currency();
        Money zero = Money.zero(currency);
        return new Invoice(
                number,
                Optional.empty(),
                "no-100",
                Optional.of("100"),
                date,
                Optional.empty(),
                currency,
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                zero,
                zero,
                zero,
                zero,
                balance,
                balance,
                true,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<Invoiced> invoiced(String number, LocalDate date, String balance) {
        return Optional.of(new Invoiced(number, date, Optional.of(new BigDecimal(balance))));
    }

    private static void assertSame(Optional<Invoiced> actual, Optional<Invoiced> expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(expected);
    }

    @Test
    void theNumberThereIsKnownFromTheBinding() {
        Fact fact = told();

        assertThat(fact.connection()).isEqualTo("books");
        assertThat(fact.numbers()).containsExactly("100");
        assertThat(fact.accountingNumber()).isEqualTo("no-100");
        assertThat(fact.invoiced()).isEmpty();
    }

    @Test
    void theLastInvoiceIsTheNewestThatIsBookedAndTheBalanceThatOfAll() {
        hub.delivered(key("1"), row("a"));
        hub.delivered(key("2"), row("b"));
        hub.delivered(key("3"), row("c"));
        facts.told(facts.untold(100));
        became(key("1"), Standing.BOOKED, "9", MARCH, "125");
        became(key("2"), Standing.BOOKED, "10", MARCH, "75.50");
        became(key("3"), Standing.MADE, "11", MARCH.plusDays(1), "1000");

        assertSame(told().invoiced(), invoiced("10", MARCH, "200.50"));

        became(key("1"), Standing.PAID, "9", MARCH, "0");
        assertSame(told().invoiced(), invoiced("10", MARCH, "75.50"));

        became(key("3"), Standing.BOOKED, "11", MARCH.plusDays(1), "1000");
        assertSame(told().invoiced(), invoiced("11", MARCH.plusDays(1), "1075.50"));

        became(key("3"), Standing.CANCELLED, "11", MARCH.plusDays(1), "0");
        assertSame(told().invoiced(), invoiced("10", MARCH, "75.50"));
    }

    @Test
    void theSameReadAgainTellsNothing() {
        hub.delivered(key("1"), row("a"));
        became(key("1"), Standing.BOOKED, "9", MARCH, "125");
        facts.told(facts.untold(100));

        became(key("1"), Standing.BOOKED, "9", MARCH, "125");

        assertThat(facts.untold(100)).isEmpty();
    }

    @Test
    void whatComesWhileTheStoreIsToldStaysUntold() {
        hub.delivered(key("1"), row("a"));
        became(key("1"), Standing.BOOKED, "9", MARCH, "125");
        List<Fact> first = facts.untold(100);
        became(key("1"), Standing.PAID, "9", MARCH, "0");

        facts.told(first);

        assertSame(told().invoiced(), invoiced("9", MARCH, "0"));
    }

    @Test
    void severalCurrenciesHaveNoBalanceTogetherUntilTheOthersArePaid() {
        hub.delivered(key("1"), row("a"));
        hub.delivered(key("2"), row("b"));
        became(key("1"), Standing.BOOKED, "9", MARCH, "125");
        became(key("2"), Standing.BOOKED, "10", MARCH, Money.of("10", "EUR"));
        assertThat(told().invoiced().orElseThrow().balance()).isEmpty();

        became(key("2"), Standing.PAID, "10", MARCH, Money.of("0", "EUR"));
        assertSame(told().invoiced(), invoiced("10", MARCH, "125"));
    }

    /** As a document that was sent as an order. */
    @Test
    void anInvoiceOfSeveralOrdersCountsOnce() {
        long one = hub.delivered(key("1"), row("a"));
        long other = hub.delivered(key("2"), row("b"));
        facts.told(facts.untold(100));
        hub.sql
                .sql(
                        "INSERT INTO hub.partner_document (connection, made_as, partner_id, number, document_date, currency, total,"
                                + " balance, standing) VALUES ('books', 'INVOICE', 'i', '77', '2026-03-31', 'SEK', 500, 500, 'BOOKED')")
                .update();
        hub.sql
                .sql("INSERT INTO hub.document_part SELECT unnest(CAST(? AS bigint[])), 'books', 'INVOICE', 'i'")
                .param(new Long[] {one, other})
                .update();
        assertSame(told().invoiced(), invoiced("77", MARCH, "500"));

        hub.sql
                .sql("UPDATE hub.partner_document SET standing = 'PAID', balance = 0")
                .update();
        assertSame(told().invoiced(), invoiced("77", MARCH, "0"));
    }

    @Test
    void aCustomerWhoseNumberWasChangedThereKeepsItsBindingAndTheStoreIsToldTheNewOne() {
        hub.delivered(key("1"), row("a"));
        became(key("1"), Standing.BOOKED, "9", MARCH, "125");
        facts.told(facts.untold(100));
        SourceKey customer = new SourceKey("service", "north", SourceKey.CUSTOMER, "100");

        for (int twice = 0; twice < 2; twice++) {
            hub.ledger
                    .registers()
                    .ledger()
                    .renumberedThere(
                            "books", Register.CUSTOMERS, List.of(new Link("100", "100", "9100", Link.By.TRANSFER)));
        }

        assertThat(hub.ledger.delivery().customerBinding("books", customer)).contains(new CustomerThere("100", "9100"));
        Fact fact = told();
        assertThat(fact.numbers()).containsExactly("100");
        assertThat(fact.accountingNumber()).isEqualTo("9100");
        assertSame(fact.invoiced(), invoiced("9", MARCH, "125"));
    }

    @Test
    void aCustomerWhoseNumberWasChangedKeepsItsBindingItsInvoicesAndItsNumberThere() {
        hub.delivered(key("1"), row("a"));
        became(key("1"), Standing.BOOKED, "9", MARCH, "125");
        facts.told(facts.untold(100));

        hub.ledger.registers().ledger().renumber(Register.CUSTOMERS, "100", "200");

        SourceKey now = new SourceKey("service", "north", SourceKey.CUSTOMER, "200");
        assertThat(hub.ledger.delivery().customerBinding("books", now)).contains(new CustomerThere("100", "no-100"));
        Fact fact = told();
        assertThat(fact.numbers()).containsExactly("200");
        assertThat(fact.accountingNumber()).isEqualTo("no-100");
        assertSame(fact.invoiced(), invoiced("9", MARCH, "125"));
        became(key("1"), Standing.PAID, "9", MARCH, "0");
        assertSame(told().invoiced(), invoiced("9", MARCH, "0"));
    }

    @Test
    void oneThatWasLinkedByAReportAndIsNumberedAnewThereIsTold() {
        facts.told(facts.untold(100));
        var links = hub.ledger.registers().ledger();
        links.link("books", Register.CUSTOMERS, List.of(new Link("7", "p", "70", Link.By.MATCH)));
        assertThat(told().accountingNumber()).isEqualTo("70");

        hub.sql
                .sql("UPDATE hub.register_link SET partner_number = '71' WHERE number = '7'")
                .update();
        assertThat(told().accountingNumber()).isEqualTo("71");
    }

    @Test
    void oneThatIsLinkedNoMoreKeepsNobodyBack() {
        facts.told(facts.untold(100));
        var links = hub.ledger.registers().ledger();
        links.link("books", Register.CUSTOMERS, List.of(new Link("7", "p", "70", Link.By.IMPORT)));
        links.unlink("books", Register.CUSTOMERS, List.of("7"));

        assertThat(told().numbers()).isEmpty();
    }
}
