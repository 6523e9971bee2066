package org.accountinghub.routes.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.embedded.postgres.HubDatabase;
import org.accountinghub.routes.embedded.postgres.TemporaryPostgres;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.RegisterPolicy;
import org.accountinghub.routes.engine.port.MatchLine;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.accountinghub.routes.engine.port.RegisterRuns;
import org.accountinghub.routes.ledger.Ledger;
import org.accountinghub.routes.ledger.SecretKeys;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisterScheduleTest {

    /** Half past ten at night in Stockholm. */
    private static final Instant STARTED = Instant.parse("2026-01-10T21:30:00Z");

    @AutoClose
    private final HikariDataSource pool = pool();

    private final Ledger ledger = Ledger.open(
            pool,
            SecretKeys.parse(SecretKeys.generate()),
            "service",
            "SELECT '' AS store, '' AS subgroup, '' AS kind, '' AS number, '' AS payer, 1 AS generation, '' AS requested_by WHERE false");

    private Instant now = STARTED;

    private final RegisterSchedule schedule = new RegisterSchedule(
            ledger.connections(), ledger.registers().runs(), ledger.registers().matches(), () -> now);

    private static HikariDataSource pool() {
        HubDatabase database = TemporaryPostgres.shared().newDatabase();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.hub().jdbcUrl());
        pool.setUsername(database.hub().user());
        pool.setPassword(database.hub().password());
        return pool;
    }

    @BeforeEach
    void everyNightAtThree() {
        RegisterPolicy nightly =
                new RegisterPolicy(Optional.of("0 3 * * *"), false, RegisterPolicy.Numbers.OURS, Map.of());
        ledger.connections()
                .save(new Connection(
                        "north",
                        "fortnox",
                        Optional.empty(),
                        Connection.State.ACTIVE,
                        Optional.empty(),
                        Optional.empty(),
                        new ConnectionSettings("north", ZoneId.of("Europe/Stockholm"), Map.of(), Map.of()),
                        Map.of(Register.CUSTOMERS, nightly)));
    }

    private List<RegisterRun> runs() {
        return ledger.registers().runs().runs(Optional.of("north"), Optional.empty(), 10, Optional.empty());
    }

    private RegisterRuns.Claim claimed() {
        RegisterRuns.Claim claim = ledger.registers()
                .runs()
                .claim(List.of("north"), "test", Duration.ofMinutes(5))
                .orElseThrow();
        return ledger.registers().runs().begin(claim, claim.run().kind(), Optional.empty(), now);
    }

    private void approved() {
        ledger.registers().runs().ask("north", Register.CUSTOMERS, RegisterRun.Kind.MATCH, "maria");
        ledger.registers().matches().save(claimed(), List.of(), 0);
        long report = ledger.registers()
                .matches()
                .newest("north", Register.CUSTOMERS)
                .orElseThrow()
                .id();
        ledger.registers().matches().approve(report, Set.of(MatchLine.Kind.SAME), "maria");
    }

    @Test
    void nothingBeforeAReportWasApproved() {
        now = Instant.parse("2026-01-11T02:00:00Z");
        schedule.run();
        assertThat(runs()).isEmpty();
        approved();
        schedule.run();
        assertThat(runs()).extracting(RegisterRun::kind).startsWith(RegisterRun.Kind.CHANGES);
    }

    @Test
    void atThreeInTheConnectionsOwnTimeAndOnce() {
        approved();
        now = Instant.parse("2026-01-11T01:59:00Z");
        schedule.run();
        assertThat(runs()).hasSize(1);
        now = Instant.parse("2026-01-11T02:00:00Z");
        schedule.run();
        schedule.run();
        assertThat(runs()).hasSize(2);
        assertThat(runs().get(0).askedBy()).isEqualTo("schedule");
        ledger.registers().runs().end(claimed(), RegisterRun.State.DONE, Optional.empty());
        schedule.run();
        assertThat(runs()).hasSize(2);
    }
}
