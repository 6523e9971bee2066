package org.accountinghub.routes.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.embedded.postgres.DatabaseLogin;
import org.accountinghub.routes.embedded.postgres.HubDatabase;
import org.accountinghub.routes.embedded.postgres.TemporaryPostgres;
import org.accountinghub.routes.engine.port.Upload;
import org.accountinghub.routes.engine.port.Upload.Tally;
import org.accountinghub.routes.ledger.Ledger;
import org.accountinghub.routes.ledger.SecretKeys;
import org.accountinghub.routes.store.ContractRegisters;
import org.accountinghub.routes.store.ReadyDocuments;
import org.accountinghub.routes.store.ReferenceStore;
import org.accountinghub.routes.store.StoreSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A register of which one row in twenty is wrong, through the real ledger into the real store: every bad row is told by its
 * number and reason, and all others are in.
 */
class UploadsAtScaleTest {

    private static final int FEW = 1_500;
    private static final int MANY = Integer.getInteger("scale", 200_000);

    @TempDir
    private Path folder;

    private HikariDataSource hub;
    private Uploads uploads;
    private UploadWork work;

    @BeforeEach
    void open() {
        StoreSettings store = StoreSettings.swedish("service");
        HubDatabase database = TemporaryPostgres.shared()
                .newDatabase("reference store", db -> ReferenceStore.install(owner(db.serviceOwner()), "hub"));
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(database.hub().jdbcUrl());
        pool.setUsername(database.hub().user());
        pool.setPassword(database.hub().password());
        pool.setMaximumPoolSize(3);
        hub = new HikariDataSource(pool);
        Ledger ledger =
                Ledger.open(hub, SecretKeys.parse(SecretKeys.generate()), store.name(), ReadyDocuments.select(store));
        UploadSettings settings = UploadSettings.usual(folder.resolve("uploads"));
        uploads = new Uploads(ledger.uploads(), settings, () -> {});
        work = new UploadWork(
                ledger.uploads(),
                new StoreRows(new ContractRegisters(hub, store)),
                (what, job) -> {
                    job.run();
                    return true;
                },
                settings,
                InstantSource.system());
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void everyBadRowOfATextFileIsTold() throws IOException {
        told(new RegisterFile(FEW).csv(folder, StandardCharsets.UTF_8), FEW);
    }

    @Test
    void everyBadRowOfAWorkbookIsTold() throws IOException {
        told(new RegisterFile(FEW).xlsx(folder), FEW);
    }

    @Test
    @Tag("scale")
    @Timeout(7_200)
    void twoHundredThousandRowsOfAWorkbook() throws IOException {
        told(new RegisterFile(MANY).xlsx(folder), MANY);
    }

    @Test
    @Tag("scale")
    @Timeout(7_200)
    void twoHundredThousandRowsOfATextFile() throws IOException {
        told(new RegisterFile(MANY).csv(folder, StandardCharsets.UTF_8), MANY);
    }

    private void told(Path file, int customers) throws IOException {
        int bad = customers / 20;
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        Upload done = run(file);

        assertThat(done.state()).isEqualTo(Upload.State.DONE);
        assertThat(done.check()).map(Upload.Pass::tally).contains(new Tally(customers - bad, 0, 0, bad, 0));
        assertThat(done.apply()).map(Upload.Pass::tally).contains(new Tally(customers - bad, 0, 0, bad, 0));
        assertThat(badRows(done))
                .hasSize(bad)
                .allSatisfy((row, reason) -> assertThat(reason)
                        .as("row %s", row)
                        .contains(RegisterFile.wrong(row - 1).orElseThrow().said()));
        assertThat(inStore()).isEqualTo(customers - bad);

        report(file, customers, "first", done);
        Upload again = run(file);
        report(file, customers, "again", again);
        assertThat(again.apply()).map(Upload.Pass::tally).contains(new Tally(0, 0, customers - bad, bad, 0));
    }

    private Upload run(Path file) throws IOException {
        long id;
        try (InputStream content = Files.newInputStream(file)) {
            id = uploads.receive(Register.CUSTOMERS, "customers", content, true, "scale")
                    .id();
        }
        work.run();
        return uploads.find(id).orElseThrow();
    }

    private Map<Integer, String> badRows(Upload upload) throws IOException {
        Path lines = folder.resolve("lines.csv");
        try (OutputStream file = Files.newOutputStream(lines)) {
            uploads.result(upload.id(), Upload.Phase.APPLY, file);
        }
        Map<Integer, String> refused = new TreeMap<>();
        try (BufferedReader text = Files.newBufferedReader(lines)) {
            text.lines()
                    .map(line -> line.split(";", 4))
                    .filter(line -> line[2].equals("refused"))
                    .forEach(line -> refused.put(Integer.parseInt(line[0]), line[3]));
        }
        return refused;
    }

    private long inStore() {
        try (var connection = hub.getConnection();
                var statement = connection.createStatement();
                var count = statement.executeQuery("SELECT count(*) FROM service.hub_customers")) {
            count.next();
            return count.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void report(Path file, int customers, String which, Upload upload) {
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%s, %s: %,d rows, %.1f MB; checked in %s, applied in %s; heap at most %d MB of %d%n",
                file.getFileName(),
                which,
                customers,
                size(file) / 1e6,
                seconds(upload.check()),
                seconds(upload.apply()),
                peak >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String seconds(Optional<Upload.Pass> pass) {
        return pass.map(one ->
                        Duration.between(one.began(), one.ended().orElseThrow()).toSeconds() + " s")
                .orElse("-");
    }

    private static PGSimpleDataSource owner(DatabaseLogin login) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(login.jdbcUrl());
        owner.setUser(login.user());
        owner.setPassword(login.password());
        return owner;
    }
}
