package org.accountinghub.routes.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.samples.SampleCustomers;
import org.accountinghub.routes.embedded.postgres.DatabaseLogin;
import org.accountinghub.routes.embedded.postgres.HubDatabase;
import org.accountinghub.routes.embedded.postgres.TemporaryPostgres;
import org.accountinghub.routes.engine.Claim;
import org.accountinghub.routes.engine.Dispatch;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.Subject;
import org.accountinghub.routes.engine.Transfer;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.DeliveryLedger.Freeze;
import org.accountinghub.routes.engine.port.Pace;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A migrated and empty database, the ledger on it, a store that is a table, and the words tests say most. */
final class LedgerFixture implements AutoCloseable {

    static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    static final String READY =
            "SELECT store, subgroup, kind, number, payer, generation, requested_by FROM hub.test_ready";
    static final Duration LEASE = Duration.ofMinutes(2);
    static final Step CREATE = Step.create(IdempotencyClass.C, Duration.ofMinutes(1));

    private static final HubDatabase DATABASE = migrated();

    final HubDatabase database;
    final Ledger ledger;
    final JdbcClient sql;
    private final Map<Long, Dispatch> taken = new HashMap<>();
    private final List<HikariDataSource> pools = new ArrayList<>();

    LedgerFixture() {
        this.database = DATABASE;
        empty(database);
        HikariDataSource source = newPool();
        this.ledger = Ledger.open(source, SecretKeys.parse(KEY), "service", READY);
        this.sql = JdbcClient.create(source);
    }

    private static HubDatabase migrated() {
        HubDatabase fresh = TemporaryPostgres.shared().newDatabase();
        try (HikariDataSource source = pool(fresh.hub())) {
            LedgerSchema.migrate(source);
            JdbcClient.create(source)
                    .sql("CREATE TABLE hub.test_ready (store text, subgroup text, kind text, number text, payer text,"
                            + " generation integer, requested_by text)")
                    .update();
        }
        return fresh;
    }

    /** As it was after the migration. Time lines cannot be emptied but by a superuser who leaves the triggers out. */
    private static void empty(HubDatabase database) {
        try (Connection superuser = database.superuser().connect();
                Statement statement = superuser.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("""
                    DO $$ BEGIN
                        EXECUTE (SELECT 'TRUNCATE ' || string_agg('hub.' || tablename, ', ') || ' RESTART IDENTITY'
                                 FROM pg_tables WHERE schemaname = 'hub' AND tablename <> 'ledger_migration');
                    END $$""");
        } catch (SQLException e) {
            throw new IllegalStateException("the test's database cannot be emptied", e);
        }
    }

    /** Another process on the same database. */
    Ledger anotherProcess() {
        return Ledger.open(newPool(), SecretKeys.parse(KEY), "service", READY);
    }

    HikariDataSource newPool() {
        HikariDataSource pool = pool(database.hub());
        pools.add(pool);
        return pool;
    }

    private static HikariDataSource pool(DatabaseLogin login) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(login.jdbcUrl());
        pool.setUsername(login.user());
        pool.setPassword(login.password());
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(30_000);
        return pool;
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
    }

    LedgerFixture connection(String name, Optional<String> subgroup) {
        sql.sql("INSERT INTO hub.connection (name, connector, subgroup, zone, settings)"
                        + " VALUES (:name, 'fortnox', :subgroup, 'Europe/Stockholm', '{}')")
                .param("name", name)
                .param("subgroup", subgroup.orElse(null))
                .update();
        return this;
    }

    LedgerFixture ready(DocumentKey key) {
        sql.sql("INSERT INTO hub.test_ready VALUES (?, ?, ?, ?, ?, ?, 'maria')")
                .params(
                        key.order().store(),
                        key.order().subgroup(),
                        key.order().kind(),
                        key.order().number(),
                        key.payer(),
                        key.generation())
                .update();
        return this;
    }

    LedgerFixture gone(DocumentKey key) {
        sql.sql("DELETE FROM hub.test_ready WHERE number = ? AND payer = ? AND generation = ?")
                .params(key.order().number(), key.payer(), key.generation())
                .update();
        return this;
    }

    static DocumentKey key(String number) {
        return key(number, "100", 1);
    }

    static DocumentKey key(String number, String payer, int generation) {
        return new DocumentKey(new SourceKey("service", "north", "work", number), payer, generation);
    }

    static BillableOrder order(DocumentKey key, Row... rows) {
        return order(key, Optional.empty(), rows);
    }

    static BillableOrder order(DocumentKey key, Optional<TaxReduction> taxReduction, Row... rows) {
        SourceKey customer = key.order().customer(key.payer());
        return new BillableOrder(
                key,
                BillableOrder.Target.INVOICE,
                customer(customer),
                LocalDate.of(2026, 3, 31),
                Currency.getInstance("SEK"),
                false,
                Optional.of("PO-1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                taxReduction,
                List.of(rows),
                Map.of("b", "2", "a", "1"));
    }

    static Customer customer(SourceKey key) {
        return SampleCustomers.bare(
                key, "Anna Andersson", Customer.Type.PRIVATE, Optional.of(RegistrationNumber.personal("191212121212")));
    }

    static Row row(String id) {
        return new Row.Text(id, "Bytt packning");
    }

    /** The transfer of this document; it exists. */
    long id(DocumentKey key) {
        return sql.sql("SELECT id FROM hub.transfer WHERE number = ? AND payer = ? AND generation = ?")
                .params(key.order().number(), key.payer(), key.generation())
                .query(Long.class)
                .single();
    }

    TransferState state(long id) {
        return TransferState.valueOf(sql.sql("SELECT state FROM hub.transfer WHERE id = ?")
                .param(id)
                .query(String.class)
                .single());
    }

    /** Ready, collected, dispatched. */
    Dispatch dispatched(DocumentKey key) {
        ready(key);
        ledger.planning().collect();
        return dispatched(id(key));
    }

    /** The newest hand-over of this transfer; others that are due are taken with it. */
    Dispatch dispatched(long id) {
        ledger.planning()
                .takeDue(Duration.ofMinutes(1), atMost(1_000))
                .forEach(dispatch -> taken.put(dispatch.transferId(), dispatch));
        return Optional.ofNullable(taken.get(id)).orElseThrow();
    }

    Claim claimed(DocumentKey key) {
        return claim(dispatched(key));
    }

    Claim claim(Dispatch dispatch) {
        return ledger.delivery()
                .claim(dispatch.transferId(), dispatch.dispatch(), "worker-1", LEASE)
                .orElseThrow();
    }

    /** Frozen with one row named after the order. */
    Claim frozen(DocumentKey key) {
        return frozen(claimed(key), row("row-of-" + key.order().number()));
    }

    Claim frozen(Claim claim, Row... rows) {
        Freeze freeze = freeze(claim, rows);
        if (freeze instanceof Freeze.Done done) {
            return done.claim();
        }
        throw new AssertionError("refused: " + freeze);
    }

    Claim frozen(Claim claim, List<Step> steps, Row... rows) {
        return ((Freeze.Done) freeze(claim, steps, rows)).claim();
    }

    Freeze freeze(Claim claim, Row... rows) {
        return freeze(claim, List.of(CREATE), rows);
    }

    private Freeze freeze(Claim claim, List<Step> steps, Row... rows) {
        DocumentKey key = ((Subject.OfDocument) claim.transfer().subject()).key();
        return ledger.delivery().freeze(claim, new Frozen.Document(order(key, rows)), steps);
    }

    Claim intended(Claim claim) {
        return ledger.delivery().intend(claim, CREATE);
    }

    long delivered(DocumentKey key, Row... rows) {
        Claim claim = intended(frozen(claimed(key), rows));
        ledger.delivery()
                .conclude(
                        claim,
                        Ends.delivered(claim.steps().get(0), "id-" + key.order().number()));
        return claim.transfer().id();
    }

    void deliverCustomer(Transfer transfer) {
        deliverCustomer(dispatched(transfer.id()));
    }

    void deliverCustomer(Dispatch dispatch) {
        Claim claim = intendedCustomer(dispatch);
        ledger.delivery().conclude(claim, Ends.delivered(claim.steps().get(0), "100"));
    }

    Claim intendedCustomer(Dispatch dispatch) {
        Claim held = claim(dispatch);
        Frozen content =
                new Frozen.CustomerRecord(customer(held.transfer().subject().source()));
        return intended(((Freeze.Done) ledger.delivery().freeze(held, content, List.of(CREATE))).claim());
    }

    /** So many of one connection under way, whatever happens. */
    static Pace atMost(int transfers) {
        return load -> transfers - load.underWay();
    }

    String value(String query, Object... values) {
        return sql.sql(query).params(values).query(String.class).single();
    }

    static Problem problem(String cause) {
        return Problem.of(cause, Problem.Stage.PARTNER, "something is wrong", "Mend it, then retry");
    }

    static ConnectionSettings settings(String name) {
        return new ConnectionSettings(
                name,
                ZoneId.of("Europe/Stockholm"),
                Map.of("base-uri", "https://localhost"),
                Map.of("client-secret", new Secret("very secret")));
    }
}
