package org.accountinghub.routes.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.accountinghub.connectors.fortnox.simulator.FortnoxSimulator;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.accountinghub.routes.app.endtoend.ServiceDesk.Line;
import org.accountinghub.routes.cli.HubClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Comes last: looks for secrets, tokens and personal numbers in all that the whole run has written and shown. */
@Order(Integer.MAX_VALUE)
@Isolated
class SecretsTest {

    private static final String PERSONAL_NUMBER = Company.PERSONAL_NUMBER;

    /** How every access token of the simulated Fortnox begins. */
    private static final String TOKEN = "eyJhbGciOiJIUzI1NiIs";

    private final Stage stage = Stage.shared();
    private final Company company = stage.company();
    private final List<String> secrets = List.of(
            PERSONAL_NUMBER,
            PERSONAL_NUMBER.substring(2),
            "19121212-1212",
            "121212-1212",
            Documents.COORDINATION_NUMBER,
            Documents.COORDINATION_NUMBER.substring(2),
            TOKEN,
            FortnoxSimulator.CLIENT_SECRET,
            stage.administratorKey(),
            hubPassword());

    @BeforeEach
    void troubledPrivateCustomer() {
        stage.desk().privateCustomer(company.payer(1), "Tolvan Tolvansson", PERSONAL_NUMBER);
        company.fault("POST /3/customers").next(Fault.commitAndStatus(500));
        company.faultAtInvoice("9001").next(Fault.commitAndCut());
        company.order("9001");
        company.order("9002", List.of(Line.of("Konsol", "1", "10", "0", "7")));
        company.awaitRest();
        new Agreement(company).check();
        assertThat(company.state("9001")).isEqualTo("DELIVERED");
        assertThat(company.bookKeeper().customers().toString())
                .as("it was there to be leaked")
                .containsPattern("(19)?121212-?1212");
    }

    @Test
    void stayInside() throws IOException {
        assertThat(Capture.lines())
                .as("what is looked at")
                .anyMatch(line -> line.startsWith("DEBUG org.accountinghub"));
        assertClean("the log", Capture.lines().stream());
        assertClean("the API", answers());
        assertClean("the database", rows());
        assertClean("the broker's files", brokerFiles());
    }

    private Stream<String> answers() {
        HubClient api = stage.api();
        List<String> lists = Stream.of("/api/overview", "/api/transfers?limit=1000", "/api/problems")
                .map(path -> api.get(path).toString())
                .toList();
        Stream<String> stories =
                Stream.of("9001", "9002").map(order -> company.story(order).toString());
        assertThat(company.story("9001").path("attempts").toString()).contains("POST");
        return Stream.concat(lists.stream(), stories);
    }

    /** Every row of every table of the hub's schema as text, bytes as hexadecimal. */
    private Stream<String> rows() {
        JdbcClient sql = stage.desk().superuser();
        List<String> tables = sql.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'hub'")
                .query(String.class)
                .list();
        assertThat(tables).contains("transfer", "transfer_attempt", "connection");
        return tables.stream()
                .flatMap(table -> sql.sql("SELECT t::text FROM hub." + table + " t").query(String.class).list().stream()
                        .map(row -> table + ": " + row));
    }

    private Stream<String> brokerFiles() throws IOException {
        try (Stream<Path> files = Files.walk(stage.data().resolve("broker"))) {
            List<Path> journal = files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("broker.password"))
                    .toList();
            assertThat(journal).isNotEmpty();
            return journal.stream().flatMap(SecretsTest::texts);
        }
    }

    private static Stream<String> texts(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            return Stream.<Charset>of(UTF_8, UTF_16LE).map(charset -> new String(content, charset));
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private void assertClean(String where, Stream<String> texts) {
        List<String> leaks = texts.flatMap(text -> secrets.stream()
                        .filter(secret -> text.contains(secret)
                                || text.contains(hex(secret))
                                || text.contains(hex(secret).toUpperCase(Locale.ROOT)))
                        .map(secret -> secret + " in " + around(text, secret)))
                .toList();
        assertThat(leaks).as("secrets in %s", where).isEmpty();
    }

    private static String around(String text, String secret) {
        int at = Math.max(0, text.indexOf(secret));
        return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 80));
    }

    private static String hex(String secret) {
        return HexFormat.of().formatHex(secret.getBytes(UTF_8));
    }

    private String hubPassword() {
        try {
            return Files.readString(stage.data().resolve("postgresql").resolve("hub.password"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
