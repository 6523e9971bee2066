package org.accountinghub.routes.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.embedded.postgres.HubDatabase;
import org.accountinghub.routes.embedded.postgres.TemporaryPostgres;
import org.accountinghub.routes.engine.CustomerThere;
import org.accountinghub.routes.engine.port.RegisterConflicts;
import org.accountinghub.routes.engine.port.RegisterLedger.Known;
import org.accountinghub.routes.engine.port.RegisterLedger.Link;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A ledger that holds rows of every kind is brought up to date. {@code held/V….sql} is what one of that version holds beside
 * what earlier ones did: a release that changes tables adds the one before it.
 */
class LedgerUpgradeTest {

    private static final List<Integer> HELD = List.of(20, 22, 25, 26);
    private static final String NOTHING_READY =
            "SELECT store, subgroup, kind, number, payer, generation, requested_by FROM hub.transfer WHERE false";

    private final HubDatabase database = TemporaryPostgres.shared().newDatabase();
    private final HikariDataSource hub = new HikariDataSource();
    private final JdbcClient sql;

    LedgerUpgradeTest() {
        hub.setJdbcUrl(database.hub().jdbcUrl());
        hub.setUsername(database.hub().user());
        hub.setPassword(database.hub().password());
        hub.setMaximumPoolSize(2);
        sql = JdbcClient.create(hub);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private void holdsWhatItHeldAt(int version) {
        for (int held : HELD) {
            if (held <= version) {
                Flyway.configure()
                        .dataSource(hub)
                        .schemas("hub")
                        .createSchemas(true)
                        .table("ledger_migration")
                        .locations("classpath:org/accountinghub/routes/ledger/migration")
                        .target(Integer.toString(held))
                        .load()
                        .migrate();
                new JdbcTemplate(hub).execute(script("held/V" + held + ".sql"));
            }
        }
        KeyCheck.verify(sql, SecretKeys.parse(LedgerFixture.KEY));
        if (version >= 22) {
            ValueFingerprints.open(new LedgerDatabase(hub), new ContentCipher(SecretKeys.parse(LedgerFixture.KEY)));
        }
    }

    private static String script(String name) {
        try (InputStream script = Objects.requireNonNull(LedgerUpgradeTest.class.getResourceAsStream(name), name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By table. */
    private Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : sql.sql(
                        "SELECT tablename FROM pg_tables WHERE schemaname = 'hub' AND tablename <> 'ledger_migration'")
                .query(String.class)
                .list()) {
            rows.put(
                    table,
                    sql.sql("SELECT CAST(to_jsonb(t) AS text) FROM hub." + table + " t")
                            .query(String.class)
                            .list());
        }
        return rows;
    }

    private List<String> lostSince(Map<String, List<String>> before) {
        List<String> lost = new ArrayList<>();
        before.forEach((table, rows) -> rows.stream()
                .filter(row -> sql.sql("SELECT count(*) FROM hub." + table + " t WHERE to_jsonb(t) @> CAST(? AS jsonb)")
                                .param(row)
                                .query(Long.class)
                                .single()
                        == 0)
                .forEach(row -> lost.add(table + " " + row)));
        return lost;
    }

    private Ledger opened() {
        return Ledger.open(hub, SecretKeys.parse(LedgerFixture.KEY), "service", NOTHING_READY);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 22, 25, 26})
    void everyRowIsStillThereAsItWas(int version) {
        holdsWhatItHeldAt(version);
        Map<String, List<String>> before = rows();
        assertThat(before)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());

        LedgerSchema.migrate(hub);

        assertThat(lostSince(before))
                .as("a customer's second way, a conflict that was listed twice, and nothing else")
                .extracting(row -> row.substring(0, row.indexOf(' ')))
                .containsExactlyElementsOf(
                        switch (version) {
                            case 20 -> List.of("transfer");
                            case 22 -> List.of("register_conflict", "transfer");
                            default -> List.of();
                        });
    }

    @Test
    void customersThatDocumentsBroughtAreLinked() {
        holdsWhatItHeldAt(20);

        Ledger ledger = opened();

        Map<String, Known> known =
                ledger.registers().ledger().ofStore("north", Register.CUSTOMERS, List.of("100", "200"));
        assertThat(known.get("100"))
                .extracting(Known::link)
                .isEqualTo(Optional.of(new Link("100", "C100north", "100", Link.By.TRANSFER)));
        assertThat(known).doesNotContainKey("200");
        assertThat(ledger.connections().find("north").orElseThrow().registers()).isEmpty();
        assertThat(ledger.operators().problems(Optional.of("north")))
                .extracting(group -> group.sample().cause())
                .contains("partner.no", "return.differs");
        assertThat(sql.sql("SELECT subgroup || ' ' || state FROM hub.transfer WHERE number = '200' ORDER BY id")
                        .query(String.class)
                        .list())
                .as("a customer of two subgroups goes one way")
                .containsExactly("north DUE", "south SUPERSEDED");
    }

    @Test
    void aCustomersIdAndItsNumberThereAreToldApart() {
        holdsWhatItHeldAt(25);

        Ledger ledger = opened();

        assertThat(ledger.delivery().customerBinding("north", customer("100")))
                .contains(new CustomerThere("C100north", "100"));
        assertThat(ledger.delivery().customerBinding("north", customer("401")))
                .contains(new CustomerThere("id-400", "no-400"));
        assertThat(ledger.delivery().customerBinding("north", customer("400"))).isEmpty();
    }

    private static SourceKey customer(String number) {
        return new SourceKey("service", "north", SourceKey.CUSTOMER, number);
    }

    @Test
    void aConflictIsListedOnceAndOneThatWasSeenStaysSeen() {
        holdsWhatItHeldAt(22);

        Ledger ledger = opened();

        assertThat(ledger.registers().conflicts().open(Optional.of("north"), Optional.empty()))
                .isEqualTo(2);
        assertThat(sql.sql("SELECT field || ' ' || open FROM hub.register_conflict ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("PHONE false", "PHONE true", "EMAIL true");
        assertThat(ledger.registers()
                        .conflicts()
                        .acknowledgeAll(
                                new RegisterConflicts.Filter(
                                        Optional.of("north"), Optional.empty(), Optional.empty(), false),
                                "eva"))
                .isEqualTo(2);
        assertThat(ledger.registers().runs().claim(List.of("north"), "worker", Duration.ofMinutes(1)))
                .as("an import goes on where it stopped")
                .hasValueSatisfying(claim -> assertThat(claim.run().page()).contains("2"));
    }
}
