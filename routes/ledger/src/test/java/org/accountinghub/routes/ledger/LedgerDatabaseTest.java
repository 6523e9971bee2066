package org.accountinghub.routes.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class LedgerDatabaseTest {

    @Test
    void aStatementThatTakesTooLongIsCancelled() {
        try (LedgerFixture hub = new LedgerFixture()) {
            LedgerDatabase impatient = new LedgerDatabase(hub.newPool(), 1);

            assertThatThrownBy(() -> impatient
                            .sql("SELECT count(pg_sleep(20))")
                            .query(Integer.class)
                            .single())
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> impatient.inTransaction(() -> impatient
                            .sql("SELECT count(pg_sleep(20))")
                            .query(Integer.class)
                            .single()))
                    .isInstanceOf(DataAccessException.class);
        }
    }
}
