package org.accountinghub.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HubCommandTest {

    private static final String PROBLEMS = """
            [{"cause":"fortnox.account-unknown","connection":"nord","count":3,"orders":["421","107_1","9"],
              "reason":"Account 3001 is not known.","remedy":"Add it over there."}]""";

    private final Map<String, String> answers = Map.of(
            "GET /api/problems?connection=nord", PROBLEMS,
            "POST /api/transfers/7/retry", "{\"changed\":true,\"message\":\"It is due again.\"}",
            "POST /api/transfers/7/dismiss", "{\"changed\":true,\"message\":\"It is dismissed.\"}",
            "GET /api/transfers?state=REJECTED&limit=50", "{\"transfers\":[]}");
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void startHub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stopHub() {
        server.stop(0);
    }

    @Test
    void problemsAreATableForPeople() throws IOException {
        assertThat(run("problems", "list", "--connection", "nord")).isZero();
        assertThat(out.toString())
                .contains("fortnox.account-unknown", "421 107_1 9", "Account 3001 is not known. -> Add it over there.");
    }

    @Test
    void problemsAreJsonForPrograms() throws IOException {
        assertThat(run("problems", "list", "--connection", "nord", "--json")).isZero();
        assertThat(out.toString()).startsWith("[").contains("\"count\" : 3");
    }

    @Test
    void aStateMayBeWrittenInLowerCase() throws IOException {
        assertThat(run("transfers", "list", "--state", "rejected")).isZero();
    }

    @Test
    void aVerbSaysWhatItDid() throws IOException {
        assertThat(run("transfers", "retry", "7")).isZero();
        assertThat(out.toString()).contains("It is due again.");
    }

    @Test
    void aDismissalNeedsAReason() throws IOException {
        assertThat(run("transfers", "dismiss", "7")).isEqualTo(2);
        assertThat(err.toString()).contains("--reason");
        assertThat(asked).isEmpty();
    }

    @Test
    void theHubsOwnWordsAreShownWhenItRefuses() throws IOException {
        assertThat(run("transfers", "show", "404")).isEqualTo(1);
        assertThat(err.toString()).contains("hub: there is no transfer 404");
    }

    @Test
    void aHubThatIsAwayIsNamedWithTheRemedy() throws IOException {
        server.stop(0);
        assertThat(run("status")).isEqualTo(1);
        assertThat(err.toString()).contains("no hub answers at", "./hub serve");
    }

    @Test
    void aMissingKeyIsNamedWithTheRemedy() {
        assertThat(execute(
                        "status",
                        "--url",
                        url(),
                        "--key-file",
                        folder.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("cannot read the API key", "HUB_KEY");
    }

    @Test
    void helpTellsTheCommandsThatTheLauncherHandlesItself() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("demo", "serve", "store install", "problems", "transfers");
    }

    private int run(String... arguments) throws IOException {
        Path key = Files.writeString(folder.resolve("administrator.key"), "the-key\n");
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", url(), "--key-file", key.toString()));
        return execute(all.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        CommandLine command = HubCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add(request);
        boolean known = "Bearer the-key".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && answers.containsKey(request);
        byte[] body = (known ? answers.get(request) : "{\"detail\":\"there is no transfer 404\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
