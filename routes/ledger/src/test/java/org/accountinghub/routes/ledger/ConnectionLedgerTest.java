package org.accountinghub.routes.ledger;

import static org.accountinghub.routes.ledger.LedgerFixture.problem;
import static org.accountinghub.routes.ledger.LedgerFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionLedgerTest {

    private static final Instant EXPIRES = Instant.parse("2026-03-31T12:00:00.123456Z");

    private final LedgerFixture hub = new LedgerFixture();
    private final ConnectionLedger connections = hub.ledger.connections();

    @BeforeEach
    void save() {
        connections.save(connection("north", Optional.of("north")));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void aConnectionComesBackWithItsSecrets() {
        assertThat(connections.find("north")).contains(connection("north", Optional.of("north")));
        assertThat(connections.connections()).hasSize(1);
        assertThat(connections.find("south")).isEmpty();
    }

    @Test
    void secretsAreNotReadableInTheDatabaseAndBelongToTheirConnection() {
        connections.save(connection("south", Optional.of("south")));
        byte[] stored = hub.sql
                .sql("SELECT secrets FROM hub.connection WHERE name = 'north'")
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("very secret");

        hub.sql
                .sql("UPDATE hub.connection SET secrets = ? WHERE name = 'south'")
                .param(stored)
                .update();
        assertThatThrownBy(() -> connections.find("south")).hasMessageContaining("belongs to another record");
    }

    @Test
    void savingAgainKeepsStateTenantAndGrant() {
        connections.pinTenant("north", "company-1");
        connections.block("north", problem("fortnox.consent-revoked"));
        connections.changeGrant("north", before -> Optional.of(grant("one")));

        connections.save(connection("north", Optional.of("norr")));

        Connection saved = connections.find("north").orElseThrow();
        assertThat(saved.subgroup()).contains("norr");
        assertThat(saved.tenant()).contains("company-1");
        assertThat(saved.state()).isEqualTo(Connection.State.BLOCKED);
        assertThat(connections.grant("north")).contains(grant("one"));
    }

    @Test
    void twoConnectionsForOneSubgroupAreRefused() {
        assertThatThrownBy(() -> connections.save(connection("second", Optional.of("north"))))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("subgroup north has a connection already");
    }

    @Test
    void blockingAlertsOnceAndActivatingTellsWhy() {
        assertThat(connections.block("north", problem("fortnox.consent-revoked")))
                .isTrue();
        assertThat(connections.block("north", problem("fortnox.consent-revoked")))
                .isFalse();
        assertThat(connections.activate("north")).contains(problem("fortnox.consent-revoked"));
        assertThat(connections.activate("north")).isEmpty();
        assertThat(connections.find("north").orElseThrow().problem()).isEmpty();
    }

    @Test
    void theFirstConsentPinsTheCompany() {
        assertThat(connections.pinTenant("north", "company-1")).isTrue();
        assertThat(connections.pinTenant("north", "company-1")).isTrue();
        assertThat(connections.pinTenant("north", "company-2")).isFalse();
    }

    @Test
    void aConsentStateIsGoodOnceAndForAShortWhile() {
        connections.startConsent("north", "state-1");
        connections.startConsent("north", "state-2");
        hub.sql
                .sql(
                        "UPDATE hub.consent_state SET started_at = started_at - interval '1 hour' WHERE state_hash = sha256('state-2')")
                .update();

        assertThat(connections.finishConsent("state-1")).contains("north");
        assertThat(connections.finishConsent("state-1")).isEmpty();
        assertThat(connections.finishConsent("state-2")).isEmpty();
        assertThat(connections.finishConsent("guessed")).isEmpty();
    }

    @Test
    void whatTheChangeThrowsLeavesTheGrantAsItWas() {
        connections.changeGrant("north", before -> Optional.of(grant("one")));

        assertThatThrownBy(() -> connections.changeGrant("north", before -> {
                    throw new IllegalStateException("partner is away");
                }))
                .hasMessage("partner is away");

        assertThat(connections.grant("north")).contains(grant("one"));
        assertThat(connections.changeGrant("north", before -> before)).isEqualTo(grant("one"));
    }

    @Test
    void oneProcessAtATimeRenewsAndTheNextSeesWhatItStored() throws Exception {
        ConnectionLedger other = hub.anotherProcess().connections();
        AtomicInteger renewing = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Grant>> grants = java.util.stream.IntStream.range(0, 12)
                    .mapToObj(number -> threads.submit(() -> (number % 2 == 0 ? connections : other)
                            .changeGrant("north", before -> {
                                most.accumulateAndGet(renewing.incrementAndGet(), Math::max);
                                int next = before.map(Grant::accessToken)
                                        .map(Secret::reveal)
                                        .map(Integer::parseInt)
                                        .orElse(0);
                                renewing.decrementAndGet();
                                return Optional.of(grant(String.valueOf(next + 1)));
                            })))
                    .toList();
            for (Future<Grant> grant : grants) {
                grant.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(most).hasValue(1);
        assertThat(connections.grant("north").orElseThrow().accessToken().reveal())
                .isEqualTo("12");
    }

    @Test
    void noTransactionIsOpenWhileThePartnerIsCalled() {
        connections.changeGrant("north", before -> {
            assertThat(hub.value("SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'"
                            + " AND datname = current_database()"))
                    .isEqualTo("0");
            return Optional.of(grant("one"));
        });
    }

    @Test
    void aGrantIsStoredEvenWhenTheDatabaseConnectionBrokeWhileThePartnerAnswered() throws Exception {
        CountDownLatch broken = new CountDownLatch(1);

        connections.changeGrant("north", before -> {
            int killed = hub.sql
                    .sql("SELECT count(pg_terminate_backend(pid)) FROM pg_locks"
                            + " WHERE locktype = 'advisory' AND granted AND database ="
                            + " (SELECT oid FROM pg_database WHERE datname = current_database())")
                    .query(Integer.class)
                    .single();
            assertThat(killed).isEqualTo(1);
            broken.countDown();
            return Optional.of(grant("rotated"));
        });

        assertThat(broken.getCount()).isZero();
        assertThat(connections.grant("north")).contains(grant("rotated"));
    }

    private static Connection connection(String name, Optional<String> subgroup) {
        return new Connection(
                name, "fortnox", subgroup, Connection.State.ACTIVE, Optional.empty(), Optional.empty(), settings(name));
    }

    private static Grant grant(String token) {
        return new Grant(
                new Secret(token), EXPIRES, Optional.of(new Secret("refresh-" + token)), Optional.of("company"));
    }
}
