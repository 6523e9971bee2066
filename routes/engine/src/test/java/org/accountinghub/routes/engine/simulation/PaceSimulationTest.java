package org.accountinghub.routes.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.CustomerSink;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.Dispatch;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.connection.Blockade;
import org.accountinghub.routes.engine.connection.PermitKeeper;
import org.accountinghub.routes.engine.delivery.DeliveryProcedure;
import org.accountinghub.routes.engine.delivery.DeliverySettings;
import org.accountinghub.routes.engine.memory.Entry;
import org.accountinghub.routes.engine.memory.MemoryConnections;
import org.accountinghub.routes.engine.memory.MemoryLedger;
import org.accountinghub.routes.engine.memory.MemoryPermits;
import org.accountinghub.routes.engine.memory.Orders;
import org.accountinghub.routes.engine.memory.TestClock;
import org.accountinghub.routes.engine.planning.Planner;
import org.accountinghub.routes.engine.port.Alerts;
import org.accountinghub.routes.engine.port.Pace;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.accountinghub.routes.engine.port.ServiceStore;
import org.junit.jupiter.api.Test;

/** 140 deliveries of four calls each, eight workers, and a partner that takes 25 calls in five seconds. */
class PaceSimulationTest {

    private static final int DELIVERIES = 140;
    private static final int CALLS = 4;
    private static final RateLimit LIMIT = new RateLimit("partner", 25, Duration.ofSeconds(5));
    private static final Duration BEAT = Duration.ofMillis(500);

    /** How often something was taken up in vain, and how long all took. */
    private record Result(int inVain, Duration took) {}

    @Test
    void followsWhatGetsThrough() {
        Planner.Settings settings = Planner.Settings.defaults();
        Result fixed = new World().run(Duration.ofMinutes(1), load -> settings.atMost() - load.underWay());
        Result paced = new World().run(settings.horizon(), settings);

        assertThat(fixed.inVain()).as("with a fixed portion").isGreaterThan(10 * DELIVERIES);
        assertThat(paced.inVain()).as("at its pace").isLessThan(DELIVERIES / 4);
        assertThat(paced.took()).isLessThan(fixed.took()).isLessThan(Duration.ofMinutes(3));
    }

    private static final class World implements CustomerSink, ServiceStore, Alerts {

        private final TestClock clock = new TestClock();
        private final Baton baton = new Baton(clock, new Random(1));
        private final MemoryConnections connections = new MemoryConnections();
        private final MemoryLedger ledger = new MemoryLedger(clock, name -> true);
        private final Deque<Dispatch> queue = new ArrayDeque<>();
        private final PermitKeeper permits =
                new PermitKeeper(new MemoryPermits(clock), Duration.ofSeconds(2), baton::sleep);

        Result run(Duration horizon, Pace pace) {
            connections.save(new Connection(
                    "books",
                    "paced",
                    Optional.empty(),
                    Connection.State.ACTIVE,
                    Optional.empty(),
                    Optional.empty(),
                    new ConnectionSettings("books", ZoneId.of("Europe/Stockholm"), Map.of(), Map.of())));
            for (int number = 1; number <= DELIVERIES; number++) {
                ledger.add("books", new Subject.OfCustomer(Orders.customerKey("C" + number)));
            }
            for (int worker = 0; worker < 8; worker++) {
                baton.add(this::work);
            }
            baton.add(() -> plan(horizon, pace));
            baton.conduct();
            int claims = ledger.entries().stream().mapToInt(Entry::claims).sum();
            return new Result(claims - DELIVERIES, Duration.between(TestClock.START, clock.instant()));
        }

        private boolean over() {
            return ledger.entries().stream().allMatch(entry -> entry.transfer().state() == TransferState.DELIVERED);
        }

        private void plan(Duration horizon, Pace pace) {
            while (!over()) {
                queue.addAll(ledger.takeDue(horizon, pace));
                baton.sleep(BEAT);
            }
        }

        private void work() {
            DeliveryProcedure procedure = new DeliveryProcedure(
                    ledger,
                    connections,
                    this,
                    connection -> this,
                    new Blockade(connections, this),
                    DeliverySettings.defaults(),
                    new DeliveryProcedure.Surroundings("worker", clock, clock::nanos, new Random(1)));
            while (!over()) {
                Optional<Dispatch> due = queue.stream()
                        .filter(dispatch -> !dispatch.dueAt().isAfter(clock.instant()))
                        .findFirst();
                if (due.isPresent()) {
                    queue.remove(due.get());
                    procedure.deliver(due.get().transferId(), due.get().dispatch());
                } else {
                    baton.sleep(Duration.ofMillis(100));
                }
            }
        }

        @Override
        public Delivery<Customer> customers() {
            return new Delivery<>() {

                @Override
                public List<Step> steps(Customer document) {
                    return List.of(Step.create(IdempotencyClass.B, Duration.ZERO));
                }

                @Override
                public Outcome perform(Work<Customer> work, Conversation conversation) {
                    try {
                        for (int call = 0; call < CALLS; call++) {
                            permits.acquire(LIMIT);
                            baton.sleep(Duration.ofMillis(80));
                        }
                    } catch (LimitReachedException e) {
                        return new Outcome.Retry(
                                ScriptedPartner.problem("partner.limit"), Optional.of(e.retryAfter()), false);
                    }
                    String number = work.document().key().number();
                    return new Outcome.Delivered(new PartnerDocument(number, number, List.of()));
                }

                @Override
                public Finding find(Work<Customer> work, Conversation conversation) {
                    return new Finding.Absent();
                }

                @Override
                public Rehearsal rehearse(Customer document, Map<String, String> bound, Conversation conversation) {
                    return new Rehearsal(List.of(), List.of(), Optional.empty());
                }
            };
        }

        @Override
        public Reading<Customer> customer(SourceKey key) {
            return new Reading.Ready<>(Orders.customer(key));
        }

        @Override
        public Reading<BillableOrder> document(DocumentKey key, LocalDate documentDate) {
            throw new UnsupportedOperationException("only customers move here");
        }

        @Override
        public void tell(ReturnLedger.StoreNote note) {
            throw new UnsupportedOperationException("nobody tells here");
        }

        @Override
        public List<Problem> check(Conversation conversation) {
            return List.of();
        }

        @Override
        public void raised(String connection, Problem problem) {
            throw new AssertionError("blocked: " + problem);
        }

        @Override
        public void cleared(String connection, String cause) {
            throw new AssertionError("cleared: " + cause);
        }

        @Override
        public void close() {
            queue.clear();
        }
    }
}
