package org.accountinghub.connectors.fortnox.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.accountinghub.connectors.testkit.SimulatedClock;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final String CREATE = "POST /3/invoices";

    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-11-22T09:00:00Z"));
    private final FortnoxSimulator simulator = FortnoxSimulator.start(0, clock);
    private Caller caller;

    @BeforeEach
    void connect() {
        simulator.unrecorded();
        simulator.windowScale(0);
        simulator.bookKeeper("1001").addCustomer("7", "Berg", "");
        caller = new Caller(simulator, "1001");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Caller.Answered create(String reference) {
        return caller.post(
                "/invoices",
                "{\"Invoice\":{\"CustomerNumber\":\"7\",\"ExternalInvoiceReference1\":\"" + reference + "\"}}");
    }

    private long committed() {
        return simulator.book().count("invoice", Action.CREATED);
    }

    private int found() {
        return caller.get("/invoices").json().path("Invoices").size();
    }

    @Test
    void committedWithoutAnAnswer() {
        simulator.faults().on(CREATE).next(Fault.commitAndCut());

        assertThatThrownBy(() -> create("R")).isInstanceOf(UncheckedIOException.class);
        assertThat(committed()).isEqualTo(1);
        assertThat(found()).isEqualTo(1);
        assertThat(simulator.journal().count(CREATE)).isEqualTo(1);
        assertThat(simulator.journal().newest())
                .filteredOn(entry -> entry.call().operation().equals(CREATE))
                .singleElement()
                .satisfies(entry -> assertThat(entry.status()).isZero());
    }

    @Test
    void cutWithoutACommit() {
        simulator.faults().on(CREATE).next(Fault.cut());

        assertThatThrownBy(() -> create("R")).isInstanceOf(UncheckedIOException.class);
        assertThat(committed()).isZero();
    }

    @Test
    void committedAndHanging() {
        simulator.faults().on(CREATE).next(Fault.commitAndHang(Duration.ofMillis(200)));

        assertThatThrownBy(() -> create("R")).isInstanceOf(UncheckedIOException.class);
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void answeredWithoutACommit() {
        simulator.faults().on(CREATE).next(Fault.lie());

        Caller.Answered lie = create("R");

        assertThat(lie.status()).isEqualTo(201);
        assertThat(lie.json().path("Invoice").path("DocumentNumber").asString()).isEqualTo("1");
        assertThat(committed()).isZero();
        assertThat(caller.get("/invoices/1").status()).isEqualTo(404);
    }

    @Test
    void committedLateByTheClockOrWhenReleased() {
        simulator.faults().on(CREATE).next(Fault.commitLate(Duration.ofSeconds(30)));
        assertThatThrownBy(() -> create("R")).isInstanceOf(UncheckedIOException.class);
        clock.advance(Duration.ofSeconds(29));
        assertThat(found()).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(committed()).isEqualTo(1);
        assertThat(found()).isEqualTo(1);

        simulator.faults().on(CREATE).next(Fault.commitWhenReleased());
        assertThatThrownBy(() -> create("R")).isInstanceOf(UncheckedIOException.class);
        clock.advance(Duration.ofDays(3));
        caller = new Caller(simulator, "1001");
        assertThat(found()).isEqualTo(1);
        assertThat(simulator.lateCommits()).isEqualTo(1);
        assertThat(simulator.releaseLateCommits()).isEqualTo(1);
        assertThat(found()).isEqualTo(2);
        assertThat(simulator.book().duplicateCount()).isEqualTo(1);
    }

    @Test
    void aLateCustomerGivesWayToOneWithTheSameNumber() {
        String body = "{\"Customer\":{\"CustomerNumber\":\"8\",\"Name\":\"Ek\"}}";
        simulator.faults().on("POST /3/customers").next(Fault.commitWhenReleased());
        assertThatThrownBy(() -> caller.post("/customers", body)).isInstanceOf(UncheckedIOException.class);
        assertThat(caller.post("/customers", body).status()).isEqualTo(201);

        simulator.releaseLateCommits();

        assertThat(simulator.book().created("1001", "customer"))
                .extracting(Effect::number)
                .containsExactly("7", "8");
    }

    @Test
    void errorsBeforeAndAfterTheCommit() {
        simulator.faults().on(CREATE).next(Fault.status(500));
        assertThat(create("A").code()).isEqualTo(1000003);
        assertThat(committed()).isZero();

        simulator.faults().on(CREATE).next(Fault.commitAndStatus(500));
        assertThat(create("B").status()).isEqualTo(500);
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void aMalformedAnswerHasHappened() {
        simulator.faults().on(CREATE).next(Fault.malformed());

        Caller.Answered broken = create("R");

        assertThat(broken.status()).isEqualTo(201);
        assertThatThrownBy(broken::json).isInstanceOf(RuntimeException.class);
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void aSlowAnswerComesWhole() {
        simulator.faults().on(CREATE).next(Fault.slow(Duration.ofMillis(150)));
        long start = System.nanoTime();

        assertThat(create("R").status()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(140));
    }

    @Test
    void rulesCountTheCallsThatTheyAreAbout() {
        simulator.tenant("1002");
        simulator.faults().on(CREATE).reference("R2").nth(2, Fault.status(503));
        simulator.faults().on(CREATE).tenant("1002").every(1, Fault.status(429));
        simulator.faults().on("GET /3/invoices").times(2, Fault.status(503));

        List<Integer> statuses =
                IntStream.range(0, 3).mapToObj(i -> create("R2").status()).toList();

        assertThat(statuses).containsExactly(201, 503, 201);
        assertThat(caller.get("/invoices").status()).isEqualTo(503);
        assertThat(caller.get("/invoices").status()).isEqualTo(503);
        assertThat(caller.get("/invoices").status()).isEqualTo(200);
        assertThat(simulator.faults().struck()).isEqualTo(3);
    }

    @Test
    void aFaultAboutCommitsWaitsForOne() {
        simulator.faults().onAnything().next(Fault.commitAndStatus(500));

        assertThat(caller.get("/invoices").status()).isEqualTo(200);
        assertThat(caller.post("/invoices", "{\"Invoice\":{}}").status()).isEqualTo(400);
        assertThat(create("R").status()).isEqualTo(500);
    }

    @Test
    void everyNthCallUntilTheScriptIsCleared() {
        simulator.faults().on(CREATE).every(2, Fault.status(503));
        List<Integer> statuses =
                IntStream.range(0, 5).mapToObj(i -> create("R" + i).status()).toList();
        simulator.faults().clear();

        assertThat(statuses).containsExactly(201, 503, 201, 503, 201);
        assertThat(create("R6").status()).isEqualTo(201);
    }

    @Test
    void manyThreadsGetNumbersOfTheirOwn() {
        List<Integer> statuses = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> create("T" + i).status())
                .toList();

        assertThat(statuses).containsOnly(201);
        assertThat(simulator.book().effects("invoice", Action.CREATED))
                .extracting(Effect::number)
                .doesNotHaveDuplicates()
                .hasSize(200);
    }
}
