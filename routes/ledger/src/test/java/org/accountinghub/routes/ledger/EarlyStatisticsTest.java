package org.accountinghub.routes.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EarlyStatisticsTest {

    @Test
    void statisticsAreGatheredOnceThereIsSomethingToCount() {
        try (LedgerFixture hub = new LedgerFixture()) {
            EarlyStatistics statistics = new EarlyStatistics(new LedgerDatabase(hub.newPool()));
            for (int attempt = 1; attempt < 1_000; attempt++) {
                statistics.attemptEnded();
            }
            long before = analyses(hub);

            statistics.attemptEnded();

            assertThat(analyses(hub) - before).isEqualTo(9);
        }
    }

    private static long analyses(LedgerFixture hub) {
        return Long.parseLong(hub.value("SELECT sum(analyze_count) FROM pg_stat_user_tables WHERE schemaname = 'hub'"));
    }
}
