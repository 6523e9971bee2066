package org.accountinghub.routes.engine.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.Standing;
import org.accountinghub.routes.engine.memory.Orders;
import org.accountinghub.routes.engine.memory.TestClock;
import org.accountinghub.routes.engine.port.ReturnLedger.Became;
import org.accountinghub.routes.engine.port.ReturnLedger.Fetch;
import org.junit.jupiter.api.Test;

/** How a fetch goes: where it begins, what it waits for, what stops it. */
class InvoiceFetchTest {

    private final ReturnBench bench = new ReturnBench();
    private final InvoiceReturn invoices = bench.invoiceReturn();

    @Test
    void theNextFetchBeginsBeforeTheLastOneBegan() {
        invoices.fetch("books");
        Instant first = bench.clock.instant();
        bench.clock.advance(Duration.ofHours(1));
        invoices.fetch("books");

        assertThat(bench.since)
                .containsExactly(TestClock.START.minus(Duration.ofDays(7)), first.minus(Duration.ofMinutes(10)));
    }

    @Test
    void aShortLimitIsWaitedOutAndALongOneIsNot() {
        bench.delivered(ReturnBench.KEY, "1001");
        bench.register.put("1001", bench.invoice(ReturnBench.KEY).as("1001"));
        bench.refusal = limit(Duration.ofMinutes(10));
        assertThat(invoices.fetch("books")).isZero();
        assertThat(bench.waits).isEmpty();

        bench.refusal = limit(Duration.ofSeconds(4));
        assertThat(invoices.fetch("books")).isEqualTo(1);
        assertThat(bench.waits).containsExactly(Duration.ofSeconds(4));
    }

    @Test
    void howAFetchWentIsKept() {
        bench.delivered(ReturnBench.KEY, "1001");
        bench.register.put("1001", bench.invoice(ReturnBench.KEY).as("1001"));
        assertThat(bench.ledger.lastFetch("books")).isEmpty();

        invoices.fetch("books");

        assertThat(bench.ledger.lastFetch("books"))
                .contains(new Fetch(TestClock.START, TestClock.START, true, 1, 1, Optional.empty()));
    }

    @Test
    void whatStoppedAFetchIsKept() {
        bench.refusal = limit(Duration.ofMinutes(10));

        invoices.fetch("books");

        assertThat(bench.ledger.lastFetch("books")).hasValueSatisfying(fetch -> {
            assertThat(fetch.ended()).isTrue();
            assertThat(fetch.stopped()).map(Problem::cause).contains("partner.limit");
        });
    }

    private static Optional<Outcome> limit(Duration wait) {
        Problem problem = Problem.of("partner.limit", Problem.Stage.PARTNER, "limit", "Wait");
        return Optional.of(new Outcome.Retry(problem, Optional.of(wait), false));
    }

    @Test
    void anInterruptedFetchIsTakenUpWhereItWasLeft() {
        bench.delivered(ReturnBench.KEY, "1001");
        bench.register.put("1001", bench.invoice(ReturnBench.KEY).as("1001"));
        bench.refusal = Optional.of(new Outcome.Retry(
                Problem.of("partner.limit", Problem.Stage.PARTNER, "limit", "Wait"), Optional.empty(), false));
        assertThat(invoices.fetch("books")).isZero();
        assertThat(bench.ledger.cursor("books", "invoices")).isEmpty();

        bench.refusal = Optional.empty();

        assertThat(invoices.fetch("books")).isEqualTo(1);
    }

    @Test
    void anInvoiceThatCannotBeReadKeepsNoOtherBack() {
        bench.delivered(Orders.key("420", "C1"), "1000");
        bench.register.put("1000", bench.invoice(Orders.key("420", "C1")).as("1000"));
        Problem broken = Problem.of("partner.answer-incomplete", Problem.Stage.RETURN, "no total", "Open it there");
        bench.refusals.put("read 1000", new Outcome.Rejected(broken));

        bench.delivered(ReturnBench.KEY, "1001");
        bench.register.put("1001", bench.invoice(ReturnBench.KEY).as("1001"));
        assertThat(invoices.fetch("books")).isEqualTo(1);

        assertThat(bench.ledger.became.get("1001")).extracting(Became::standing).isEqualTo(Standing.MADE);
        assertThat(bench.ledger.unreadable).containsOnlyKeys("1000");
        assertThat(bench.ledger.cursor("books", "invoices")).isEmpty();
    }

    @Test
    void aPartnerThatAnswersNobodyIsNotAskedOnAndOn() {
        Problem away = Problem.of("partner.no-answer", Problem.Stage.CONNECTION, "no answer", "Wait");
        for (int number = 1001; number <= 1005; number++) {
            DocumentKey key = Orders.key(String.valueOf(number), "C1");
            bench.delivered(key, String.valueOf(number));
            bench.register.put(String.valueOf(number), bench.invoice(key).as(String.valueOf(number)));
            bench.refusals.put("read " + number, new Outcome.Retry(away, Optional.empty(), true));
        }

        assertThat(invoices.fetch("books")).isZero();

        assertThat(bench.calls.stream().filter(call -> call.startsWith("read"))).hasSize(3);
        assertThat(bench.ledger.unreadable).isEmpty();
    }

    @Test
    void aBlockedConnectionIsHeldAndNotAskedAgain() {
        Problem gone = Problem.of("partner.consent-gone", Problem.Stage.CONNECTION, "gone", "Consent");
        bench.refusal = Optional.of(new Outcome.Blocked(gone));

        invoices.fetch("books");
        invoices.fetch("books");

        assertThat(bench.alerts).containsExactly("raised partner.consent-gone");
        assertThat(bench.connections.find("books").orElseThrow().state()).isEqualTo(Connection.State.BLOCKED);
        assertThat(bench.calls).containsExactly("list");
    }

    @Test
    void anUnknownConnectionGivesNothing() {
        assertThat(invoices.fetch("nobody")).isZero();
    }
}
