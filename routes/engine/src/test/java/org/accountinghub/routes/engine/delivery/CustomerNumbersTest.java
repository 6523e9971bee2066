package org.accountinghub.routes.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.CustomerNumbers;
import org.accountinghub.connectors.spi.CustomerSink;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.RegisterPolicy.Numbers;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.memory.Entry;
import org.accountinghub.routes.engine.memory.MemoryMatches;
import org.accountinghub.routes.engine.memory.MemoryRegisters;
import org.accountinghub.routes.engine.memory.MemoryRuns;
import org.accountinghub.routes.engine.memory.MemoryStoreRegisters;
import org.accountinghub.routes.engine.memory.Orders;
import org.accountinghub.routes.engine.registers.RegisterExports;
import org.accountinghub.routes.engine.registers.RegisterPorts;
import org.junit.jupiter.api.Test;

/** Customers get numbers of ours or of the partner's, as the connection says, and none gets two. */
class CustomerNumbersTest {

    private final Bench bench = new Bench();
    private final List<String> asked = new ArrayList<>();
    private final Set<CustomerNumbers> possible = EnumSet.allOf(CustomerNumbers.class);

    private final class Numbering implements CustomerSink {

        @Override
        public Delivery<Customer> customers() {
            asked.add("usual");
            return bench.told(List.of(Step.create(IdempotencyClass.B, Duration.ZERO)));
        }

        @Override
        public Set<CustomerNumbers> numbers() {
            return possible;
        }

        @Override
        public Delivery<Customer> customers(CustomerNumbers numbers) {
            asked.add(numbers.name());
            IdempotencyClass idempotency = numbers == CustomerNumbers.OURS ? IdempotencyClass.B : IdempotencyClass.C;
            return bench.told(List.of(Step.create(idempotency, Duration.ZERO)));
        }

        @Override
        public List<Problem> check(Conversation conversation) {
            return List.of();
        }

        @Override
        public void close() {
            asked.add("closed");
        }
    }

    private Entry customer(Numbers numbers) {
        bench.connectors = connection -> new Numbering();
        wanted(numbers);
        return bench.ledger.add("books", new Subject.OfCustomer(Orders.customerKey("C1")));
    }

    private void wanted(Numbers numbers) {
        Connection books = bench.connections.find("books").orElseThrow();
        bench.connections.save(new Connection(
                books.name(),
                books.connector(),
                books.subgroup(),
                books.state(),
                books.tenant(),
                books.problem(),
                books.settings(),
                Map.of(Register.CUSTOMERS, new RegisterPolicy(Optional.empty(), false, numbers, Map.of()))));
    }

    private static Outcome made(String number) {
        return new Outcome.Delivered(new PartnerDocument("id-" + number, number, List.of()));
    }

    @Test
    void theConnectionSaysWhoseNumbers() {
        bench.answer(made("C1"));
        bench.attempt(customer(Numbers.OURS));
        assertThat(asked).contains("OURS").doesNotContain("THEIRS", "usual");
    }

    @Test
    void theirsIsKeptAsBindingAndDocumentsNameItsId() {
        Entry customer = customer(Numbers.THEIRS);
        bench.answer(made("9001"));
        bench.attempt(customer);

        assertThat(asked).contains("THEIRS").doesNotContain("OURS", "usual");
        assertThat(customer.transfer().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(bench.ledger.customerBinding("books", Orders.customerKey("C1")))
                .contains(new CustomerThere("id-9001", "9001"));

        bench.connectors = connection -> bench;
        bench.answer(Bench.delivered());
        bench.attempt(bench.document(Bench.KEY));
        assertThat(bench.works.get(bench.works.size() - 1).bound()).containsEntry("customer", "id-9001");
    }

    @Test
    void mappedLetsThePartnerNumberToo() {
        bench.answer(made("9001"));
        bench.attempt(customer(Numbers.MAPPED));
        assertThat(asked).contains("THEIRS");
    }

    @Test
    void nothingSaidIsAsIsUsualThere() {
        bench.answer(made("C1"));
        bench.attempt(customer(Numbers.USUAL));
        assertThat(asked).contains("usual");
    }

    @Test
    void whatAConnectorCannotIsToldBeforeAnythingIsSent() {
        possible.remove(CustomerNumbers.THEIRS);
        Entry customer = customer(Numbers.THEIRS);

        bench.attempt(customer);

        assertThat(customer.transfer().state()).isEqualTo(TransferState.REJECTED);
        assertThat(customer.transfer().problem().orElseThrow().cause()).isEqualTo("engine.numbers-not-supported");
        assertThat(bench.calls).isEmpty();
    }

    @Test
    void aLostAnswerIsSearchedForTwiceBeforeItIsSentAgain() {
        Entry customer = customer(Numbers.THEIRS);
        bench.answer(Bench.uncertain());
        for (int soonAndTwice = 0; soonAndTwice < 3; soonAndTwice++) {
            bench.found(new Finding.Absent());
        }
        bench.answer(made("9001"));

        for (int attempt = 0; attempt < 4; attempt++) {
            bench.attempt(customer);
        }

        assertThat(customer.transfer().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(bench.calls)
                .containsExactly("perform create", "find create", "find create", "find create", "perform create");
    }

    @Test
    void whatTheSearchCannotDecideIsParkedAndNotSentAgain() {
        Entry customer = customer(Numbers.THEIRS);
        bench.answer(Bench.uncertain());
        bench.found(new Finding.Disagrees(Bench.problem("partner.customer-in-doubt")));

        bench.attempt(customer);
        bench.attempt(customer);

        assertThat(customer.transfer().state()).isEqualTo(TransferState.REJECTED);
        assertThat(customer.transfer().problem().orElseThrow().cause()).isEqualTo("partner.customer-in-doubt");
        assertThat(bench.calls).containsExactly("perform create", "find create");
    }

    /** The number of ours that may have been sent is not found by a search for one of theirs. */
    @Test
    void whatWasBegunOneWayIsLookedForThatWayWhateverIsWantedByNow() {
        Entry customer = customer(Numbers.THEIRS);
        bench.answer(Bench.uncertain());
        bench.attempt(customer);
        asked.clear();
        wanted(Numbers.OURS);
        bench.found(new Finding.Found(new PartnerDocument("9001", "9001", List.of())));

        bench.attempt(customer);

        assertThat(bench.calls).containsExactly("perform create", "find create");
        assertThat(customer.transfer().state()).isEqualTo(TransferState.DELIVERED);
        assertThat(asked.get(asked.size() - 1)).isEqualTo("THEIRS");
    }

    @Test
    void aCustomerIsNotBroughtUnderANumberThatItWasGivenAMomentAgo() {
        MemoryRegisters links = new MemoryRegisters(bench.ledger);
        MemoryRuns runs = new MemoryRuns(bench.clock, links);
        MemoryStoreRegisters store = new MemoryStoreRegisters();
        RegisterPorts ports = new RegisterPorts(
                runs, links, new MemoryMatches(runs, links), store, (connection, id, field, value) -> value);
        bench.registers = Optional.of(ports);
        store.edit("C0", Map.of(RegisterField.NAME, "Customer C1"));
        store.renumber("C0", "C1");
        Entry document = bench.document(Bench.KEY);

        bench.attempt(document);
        assertThat(document.transfer().state()).isEqualTo(TransferState.DUE);
        assertThat(bench.untilDue(document)).isEqualTo(Duration.ofSeconds(30));

        new RegisterExports(ports, bench.connections).collect();
        bench.attempt(document);
        assertThat(document.transfer().state()).isEqualTo(TransferState.WAITING);
    }

    /** Such as one that was under way twice before that was made impossible. */
    @Test
    void aCustomerThatIsBoundIsConfirmedByItsIdThere() {
        Entry first = customer(Numbers.THEIRS);
        bench.answer(made("9001"));
        bench.attempt(first);
        Entry again = bench.ledger.add("books", new Subject.OfCustomer(Orders.customerKey("C1")));
        bench.answer(made("9001"));

        bench.attempt(again);

        assertThat(bench.works.get(bench.works.size() - 1).bound()).containsEntry("customer", "id-9001");
    }
}
