package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.TransferStates;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class LedgerSchemaTest {

    @Test
    void theDatabaseAllowsExactlyTheChangesThatTheEngineAllows() {
        try (LedgerFixture hub = new LedgerFixture()) {
            hub.connection("north", Optional.of("north")).ready(key("1")).ready(key("2"));
            hub.ledger.planning().collect();
            for (TransferState from : TransferState.values()) {
                Set<TransferState> allowed = EnumSet.noneOf(TransferState.class);
                for (TransferState to : TransferState.values()) {
                    if (from != to && allowed(hub, from, to)) {
                        allowed.add(to);
                    }
                }
                assertThat(allowed).as("from " + from).isEqualTo(TransferStates.after(from));
            }
        }
    }

    private static boolean allowed(LedgerFixture hub, TransferState from, TransferState to) {
        hub.sql.sql("DELETE FROM hub.transfer WHERE number = 'try'").update();
        hub.sql.sql("""
                        INSERT INTO hub.transfer (connection, subject, store, subgroup, kind, number, state, waits_for, lease,
                                                  lease_ends, problem)
                        SELECT 'north', 'CUSTOMER', 's', '', 'customer', 'try', s,
                               CASE WHEN s = 'WAITING' THEN (SELECT min(id) FROM hub.transfer) END,
                               CASE WHEN s = 'SENDING' THEN 'l' END, CASE WHEN s = 'SENDING' THEN now() END, '{"cause": "a.b"}'
                        FROM (SELECT ?) one (s)""").param(from.name()).update();
        try {
            hub.sql.sql("""
                            UPDATE hub.transfer t
                            SET state = s, lease = CASE WHEN s = 'SENDING' THEN 'l' END,
                                lease_ends = CASE WHEN s = 'SENDING' THEN now() END,
                                waits_for = CASE WHEN s = 'WAITING' THEN (SELECT min(id) FROM hub.transfer) END
                            FROM (SELECT ?) one (s) WHERE number = 'try'""").param(to.name()).update();
            return true;
        } catch (DataIntegrityViolationException refused) {
            assertThat(refused).rootCause().hasMessageContaining("may not go from " + from + " to " + to);
            return false;
        }
    }
}
