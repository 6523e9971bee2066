package org.accountinghub.routes.engine.registers;

import static org.accountinghub.mappings.model.register.RegisterField.BALANCE;
import static org.accountinghub.mappings.model.register.RegisterField.CREDIT_BLOCKED;
import static org.accountinghub.mappings.model.register.RegisterField.LAST_INVOICE_DATE;
import static org.accountinghub.mappings.model.register.RegisterField.LAST_INVOICE_NUMBER;
import static org.accountinghub.mappings.model.register.RegisterField.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.memory.MemoryConnections;
import org.accountinghub.routes.engine.memory.MemoryPartner;
import org.accountinghub.routes.engine.memory.MemoryStoreRegisters;
import org.accountinghub.routes.engine.memory.TestClock;
import org.accountinghub.routes.engine.port.CustomerFacts;
import org.accountinghub.routes.engine.port.StoreRegisters.Note;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers are in the books comes to the store, and never twice in vain nor not at all. */
class CustomerTellerTest {

    private static final CustomerFacts.Invoiced INVOICED =
            new CustomerFacts.Invoiced("1007", LocalDate.of(2026, 3, 31), Optional.of(new BigDecimal("1250.50")));

    private final List<CustomerFacts.Fact> untold = new ArrayList<>();
    private final MemoryStoreRegisters store = new MemoryStoreRegisters();
    private final MemoryConnections connections = new MemoryConnections();
    private final CustomerTeller teller = new CustomerTeller(
            new CustomerFacts() {
                @Override
                public List<Fact> untold(int limit) {
                    return untold.stream().limit(limit).toList();
                }

                @Override
                public void told(Collection<Fact> facts) {
                    untold.removeAll(facts);
                }
            },
            store,
            connections,
            connection -> new MemoryPartner(new TestClock()));

    @BeforeEach
    void aCustomer() {
        store.edit("1", Map.of(NAME, "Anna Andersson"));
    }

    private void fact(String connection, List<String> numbers, Optional<CustomerFacts.Invoiced> invoiced) {
        untold.add(new CustomerFacts.Fact(connection, List.of(7L), numbers, "9001", invoiced));
    }

    private void connection(Map<Register, RegisterPolicy> registers) {
        connections.save(new Connection(
                "books",
                "memory",
                Optional.empty(),
                Connection.State.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                new ConnectionSettings("books", ZoneId.of("UTC"), Map.of(), Map.of()),
                registers));
    }

    @Test
    void numberLastInvoiceAndBalanceStandBesideTheCustomer() {
        fact("books", List.of("1"), Optional.of(INVOICED));

        assertThat(teller.tell()).isEqualTo(1);

        assertThat(store.accountingNumber("1")).contains("9001");
        assertThat(store.noted("1"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(LAST_INVOICE_NUMBER, "1007", LAST_INVOICE_DATE, "2026-03-31", BALANCE, "1250.50"));
        assertThat(teller.tell()).isZero();
    }

    @Test
    void withoutAnInvoiceOnlyTheNumberIsToldAndABalanceOfSeveralCurrenciesIsNone() {
        fact("books", List.of("1"), Optional.empty());
        teller.tell();
        assertThat(store.accountingNumber("1")).contains("9001");
        assertThat(store.noted("1")).isEmpty();

        fact(
                "books",
                List.of("1"),
                Optional.of(new CustomerFacts.Invoiced("1008", LocalDate.of(2026, 4, 1), Optional.empty())));
        teller.tell();
        assertThat(store.noted("1")).containsEntry(BALANCE, "").containsEntry(LAST_INVOICE_NUMBER, "1008");
    }

    /** The memory's partner tells every field itself. */
    @Test
    void whatThePartnersRegisterTellsIsLeftToItsImports() {
        connection(Map.of(Register.CUSTOMERS, RegisterPolicy.defaults()));
        store.note("books", List.of(new Note("1", "9001", Map.of(BALANCE, "77.00", CREDIT_BLOCKED, "true"))));
        fact("books", List.of("1"), Optional.of(INVOICED));

        teller.tell();

        assertThat(store.noted("1")).containsEntry(BALANCE, "77.00").doesNotContainKey(LAST_INVOICE_NUMBER);
    }

    @Test
    void aRegisterThatIsNotImportedTellsNothing() {
        connection(Map.of());
        fact("books", List.of("1"), Optional.of(INVOICED));

        teller.tell();

        assertThat(store.noted("1")).containsEntry(BALANCE, "1250.50");
    }

    @Test
    void aCustomerThatIsGoneIsToldToNobodyAndNotAgain() {
        fact("books", List.of("2"), Optional.of(INVOICED));

        assertThat(teller.tell()).isEqualTo(1);
        assertThat(store.accountingNumber("2")).isEmpty();
        assertThat(untold).isEmpty();
    }

    @Test
    void whatTheStoreDidNotTakeIsToldAgainAndKeepsNoOtherConnectionBack() {
        fact("broken", List.of("break"), Optional.empty());
        fact("books", List.of("1"), Optional.empty());

        assertThat(teller.tell()).isEqualTo(1);

        assertThat(store.accountingNumber("1")).contains("9001");
        assertThat(untold).extracting(CustomerFacts.Fact::connection).containsExactly("broken");
    }
}
