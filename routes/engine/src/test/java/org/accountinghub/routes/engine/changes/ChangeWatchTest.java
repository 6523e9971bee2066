package org.accountinghub.routes.engine.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.memory.Orders;
import org.accountinghub.routes.engine.memory.TestClock;
import org.accountinghub.routes.engine.port.AppliedRule;
import org.accountinghub.routes.engine.port.ChangeLedger;
import org.accountinghub.routes.engine.port.OrderVersion;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.accountinghub.routes.engine.port.StoredOrders;
import org.junit.jupiter.api.Test;

class ChangeWatchTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final DocumentKey KEY = Orders.key("421", "C1");

    private final List<OrderVersion> versions = new ArrayList<>();
    private final Map<DocumentKey, BillableOrder> stored = new HashMap<>();
    private final List<String> recorded = new ArrayList<>();
    private final List<Optional<Long>> marks = new ArrayList<>();
    private Optional<String> comparedWith = Optional.empty();
    private boolean superseded;
    private Optional<Long> mark = Optional.of(7L);

    private final ChangeLedger ledger = new ChangeLedger() {
        @Override
        public Optional<Long> mark(String store) {
            return mark;
        }

        @Override
        public void mark(String store, long change) {
            mark = Optional.of(change);
        }

        @Override
        public List<Sent> toCompare(List<OrderVersion> changed) {
            return changed.isEmpty() ? List.of() : List.of(sent());
        }

        @Override
        public List<Sent> notComparedSince(Instant since, int limit) {
            return List.of(sent());
        }

        @Override
        public boolean compared(Sent sent, Optional<String> version, Optional<Problem> problem) {
            recorded.add(version.orElse("none") + " "
                    + problem.map(one -> one.cause() + ": " + one.reason()).orElse("agrees"));
            return true;
        }

        @Override
        public void unchanged(Sent sent) {
            recorded.add("unchanged");
        }
    };

    private final StoredOrders orders = new StoredOrders() {
        @Override
        public List<DocumentKey> documentsOf(String number, Optional<String> kind, Optional<String> subgroup) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Reading<BillableOrder> asItStands(DocumentKey key, LocalDate documentDate) {
            return new Reading.Ready<>(Optional.ofNullable(stored.get(key)).orElseThrow());
        }

        @Override
        public List<OrderVersion> versionsOf(String number, String kind) {
            return versions;
        }

        @Override
        public OrderVersion.Changed changedSince(Optional<Long> since) {
            marks.add(since);
            return new OrderVersion.Changed(since.isPresent() ? versions : List.of(), 9);
        }

        @Override
        public List<AppliedRule> rules(DocumentKey key) {
            return List.of();
        }
    };

    private final ChangeWatch watch = new ChangeWatch("store", ledger, orders, new TestClock(), Duration.ofDays(1));

    private ChangeLedger.Sent sent() {
        return new ChangeLedger.Sent(1, KEY, Orders.order(KEY, "100", DAY), comparedWith, superseded);
    }

    private void stands(DocumentKey key, String version, String price) {
        versions.add(new OrderVersion(key, version, false));
        stored.put(key, Orders.order(key, price, DAY));
    }

    @Test
    void theFirstLookOnlyTakesItsPlace() {
        mark = Optional.empty();
        stands(KEY, "2", "120");

        assertThat(watch.look()).isZero();
        assertThat(mark).contains(9L);
        assertThat(recorded).isEmpty();
    }

    @Test
    void aRowThatWasChangedIsToldWithWhatItWas() {
        stands(KEY, "2", "120");

        assertThat(watch.look()).isEqualTo(1);

        assertThat(recorded)
                .containsExactly("2 engine.changed-after-send: the order was changed after it was sent:"
                        + " row \"Work\": price 100 became 120");
        assertThat(marks).containsExactly(Optional.of(7L));
        assertThat(mark).contains(9L);
    }

    @Test
    void whatAgreesAgainIsCleared() {
        stands(KEY, "3", "100.00");
        watch.look();
        assertThat(recorded).containsExactly("3 agrees");
    }

    @Test
    void aContentThatWasComparedIsNotReadAgain() {
        stands(KEY, "2", "120");
        comparedWith = Optional.of("2");
        watch.lookAgain();
        assertThat(recorded).containsExactly("unchanged");
    }

    @Test
    void anotherPayerIsNamed() {
        stands(Orders.key("421", "C2"), "2", "100");
        watch.look();
        assertThat(recorded.get(0)).contains("changed-after-send", "payer C1 pays nothing of it any more, but C2");
    }

    @Test
    void anotherSubgroupIsNamed() {
        stands(new DocumentKey(new SourceKey("store", "south", "work", "421"), "C1", 1), "2", "100");
        watch.look();
        assertThat(recorded.get(0)).contains("moved from subgroup north to subgroup south");
    }

    @Test
    void anOrderThatIsNoMoreIsNoticedWithoutATrace() {
        watch.lookAgain();
        assertThat(recorded.get(0)).contains("engine.gone-after-send", "no longer has the order");
    }

    @Test
    void aCancelledOrderIsNoticed() {
        versions.add(new OrderVersion(KEY, "1 cancelled", true));
        watch.look();
        assertThat(recorded.get(0)).contains("engine.gone-after-send", "cancelled");
    }

    @Test
    void whatWasSentAgainIsNotComparedAnyMore() {
        stands(new DocumentKey(KEY.order(), "C1", 2), "4", "120");
        watch.look();
        assertThat(recorded).containsExactly("none agrees");

        versions.clear();
        recorded.clear();
        stands(KEY, "4", "120");
        superseded = true;
        watch.look();
        assertThat(recorded).containsExactly("4 agrees");
    }
}
