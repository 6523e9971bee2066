package org.accountinghub.routes.engine.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Standing;
import org.accountinghub.routes.engine.memory.MemoryReturns;
import org.accountinghub.routes.engine.memory.Orders;
import org.accountinghub.routes.engine.memory.TestClock;
import org.accountinghub.routes.engine.port.ReturnLedger.StoreNote;
import org.accountinghub.routes.engine.port.ServiceStore;
import org.junit.jupiter.api.Test;

class StoreTellerTest {

    private final MemoryReturns ledger = new MemoryReturns(new TestClock());
    private final List<Long> heard = new ArrayList<>();
    private boolean refusesTheFirst;
    private final StoreTeller teller = new StoreTeller(ledger, new Listener());

    private final class Listener implements ServiceStore {

        @Override
        public Reading<BillableOrder> document(DocumentKey key, LocalDate documentDate) {
            throw new UnsupportedOperationException("telling reads nothing");
        }

        @Override
        public Reading<Customer> customer(SourceKey key) {
            throw new UnsupportedOperationException("telling reads nothing");
        }

        @Override
        public void tell(StoreNote note) {
            if (refusesTheFirst && note.transferId() == 1) {
                throw new IllegalStateException("locked");
            }
            heard.add(note.transferId());
        }
    }

    private void note(long transferId) {
        ledger.note(new StoreNote(
                transferId,
                1,
                Orders.key("421", "C1"),
                true,
                Standing.BOOKED,
                Optional.of("1001"),
                List.of(),
                Optional.empty(),
                true,
                true));
    }

    @Test
    void tellsEachNoteOnce() {
        note(1);
        note(2);

        assertThat(teller.tell()).isEqualTo(2);
        assertThat(teller.tell()).isZero();
        assertThat(heard).containsExactly(1L, 2L);
    }

    @Test
    void aNoteTheStoreRefusesKeepsNoOtherBackAndIsToldLater() {
        note(1);
        note(2);
        refusesTheFirst = true;
        assertThat(teller.tell()).isEqualTo(1);

        refusesTheFirst = false;

        assertThat(teller.tell()).isEqualTo(1);
        assertThat(heard).containsExactly(2L, 1L);
    }
}
