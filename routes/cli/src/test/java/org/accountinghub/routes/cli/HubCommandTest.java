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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HubCommandTest {

    private static final String PROBLEMS = """
            [{"cause":"fortnox.account-unknown","connection":"nord","kind":"NOT_SENT","count":3,"orderCount":3,"example":7,
              "orders":["421","107_1","9"],"reason":"Account 3001 is not known.","remedy":"Add it over there."},
             {"cause":"return.differs","connection":"nord","kind":"AT_PARTNER","count":1,"orderCount":1,"example":8,
              "orders":["12"],"reason":"Invoice 5 is not what was sent.","remedy":"Compare them."}]""";

    private static final String OVERVIEW = """
            {"attention":[{"kind":"AT_PARTNER","causes":1,"orders":1,"transfers":1},
                          {"kind":"NOT_SENT","causes":2,"orders":17,"transfers":21}],
             "connections":[{"name":"nord","connector":"fortnox","subgroup":null,"tenant":null,"state":"ACTIVE",
                             "problem":null,"lastFetch":null}],
             "transfers":[{"connection":"nord","state":"DELIVERED","count":117,"oldest":"2026-03-02T08:00:00Z"},
                          {"connection":"nord","state":"REJECTED","count":4,"oldest":"2026-03-02T08:00:00Z"},
                          {"connection":"nord","state":"EXHAUSTED","count":5,"oldest":"2026-03-02T08:00:00Z"}]}""";

    private static final String CONNECTION = """
            {"name":"nord","state":"ACTIVE",
             "lastFetch":{"state":"DONE","began":"%s","heard":"2026-03-02T08:00:00Z","looked":40,"changed":3}}""";

    private final Map<String, String> answers = new HashMap<>(Map.of(
            "GET /api/overview", OVERVIEW,
            "GET /api/problems", PROBLEMS,
            "GET /api/problems?connection=nord", PROBLEMS,
            "POST /api/problems/store.price-missing/retry", "{\"changed\":true,\"message\":\"2 are due again.\"}",
            "POST /api/transfers/7/retry", "{\"changed\":true,\"message\":\"It is due again.\"}",
            "POST /api/transfers/7/dismiss", "{\"changed\":true,\"message\":\"It is dismissed.\"}",
            "GET /api/transfers?state=REJECTED&limit=50", "{\"transfers\":[]}",
            "GET /api/connections/nord", CONNECTION.formatted("2026-03-02T07:59:00Z"),
            "POST /api/connections/nord/fetch", "{\"changed\":true,\"message\":\"The invoices are fetched.\"}"));
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Runnable> whenAsked = new HashMap<>();
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
    void problemsAreBlocksUnderWhatTheyMean() throws IOException {
        assertThat(run("problems", "list", "--connection", "nord")).isZero();
        assertThat(out.toString())
                .containsSubsequence(
                        "NOT SENT",
                        "fortnox.account-unknown  nord, 3 orders: 421 107_1 9 (transfer 7)",
                        "Account 3001 is not known.",
                        "-> Add it over there.",
                        "INVOICED, WITH SOMETHING WRONG",
                        "return.differs  nord, 1 order: 12 (transfer 8)");
    }

    @Test
    void theStatusSaysFirstWhetherAPersonIsNeeded() throws IOException {
        assertThat(run("status")).isZero();
        assertThat(out.toString())
                .startsWith("A person is needed: 1 order invoiced with something wrong; 17 orders not sent.")
                .containsPattern("TRANSFERS +DELIVERED +STOPPED")
                .containsPattern("nord +117 +9")
                .doesNotContain("IN DOUBT");
    }

    @Test
    void theStatusOfAQuietHubSaysThatNobodyIsNeeded() throws IOException {
        answers.put("GET /api/overview", "{\"attention\":[],\"connections\":[],\"transfers\":[]}");
        assertThat(run("status")).isZero();
        assertThat(out.toString()).startsWith("Nobody is needed").contains("No connections", "No transfers yet");
    }

    @Test
    void whatACheckFindsMissingIsToldWithTheirWordsAndTheExitCode() throws IOException {
        answers.put("POST /api/connections/nord/check", "{\"problems\":[]}");
        assertThat(run("connections", "check", "nord")).isZero();
        answers.put("POST /api/connections/nord/check", """
                {"problems":[{"reason":"It lets nobody in.","remedy":"Mend the key.","partnerSays":"401 bad key"}]}""");
        assertThat(run("connections", "check", "nord")).isEqualTo(1);
        assertThat(out.toString())
                .containsSubsequence(
                        "nord is well.", "It lets nobody in.", "They say: 401 bad key", "-> Mend the key.");
    }

    @Test
    void problemsTakeTheOptionsOfTheirList() throws IOException {
        assertThat(run("problems", "--connection", "nord", "--verbose")).isZero();
        assertThat(asked).containsExactly("GET /api/problems?connection=nord");
    }

    @Test
    void whyAConnectionStandsStillFitsThePageHoweverLongItsNamesAre() throws IOException {
        answers.put("GET /api/overview", """
                {"attention":[{"kind":"REGISTER","causes":1,"orders":0,"transfers":25}],"transfers":[],
                 "connections":[{"name":"nord","connector":"24sevenoffice","subgroup":"N","state":"BLOCKED","lastFetch":null,
                   "tenant":"10000000-0000-4000-8000-000000710001",
                   "problem":{"reason":"The consent for this connection is gone: it was revoked, has expired, or its token was used."}}]}""");
        assertThat(run("status")).isZero();
        assertThat(out.toString())
                .contains("A person is needed: 25 to look at in the registers.", "  nord: The consent for this")
                .doesNotContain("PROBLEM");
        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void aFetchIsWaitedFor() throws IOException {
        newerFetchOnceAsked();
        assertThat(run("connections", "fetch", "nord")).isZero();
        assertThat(out.toString()).contains("Fetched: 40 invoices looked at, 3 changed.");
    }

    @Test
    void aFetchIsNotWaitedForWhenThatIsNotWanted() throws IOException {
        assertThat(run("connections", "fetch", "nord", "--no-wait")).isZero();
        assertThat(out.toString()).contains("The invoices are fetched.");
        assertThat(asked).last().isEqualTo("POST /api/connections/nord/fetch");
    }

    @Test
    void onlyThePersonSaysThatSomethingIsNotThere() throws IOException {
        run("transfers", "retry", "7");
        assertThat(bodies).last().isEqualTo("{\"notThere\":false}");
        run("problems", "retry", "store.price-missing", "--not-there");
        assertThat(bodies).last().isEqualTo("{\"notThere\":true}");
    }

    @Test
    void aWrongKeyIsNamedWithTheRemedy() throws IOException {
        Path key = Files.writeString(folder.resolve("wrong.key"), "another");
        assertThat(execute("status", "--url", url(), "--key-file", key.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("does not know this key", "HUB_KEY");
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithoutATrace() throws IOException {
        Path key = Files.writeString(folder.resolve("some.key"), "the-key");
        assertThat(execute("status", "--url", "localhost", "--key-file", key.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("http://HOST:PORT").doesNotContain("Exception");
    }

    @Test
    void whatIsNotAHubIsSaidToBeNone() throws IOException {
        answers.put("GET /api/overview", "<html>");
        assertThat(run("status")).isEqualTo(1);
        assertThat(err.toString()).contains("is not a hub");
    }

    @Test
    void wrongUsageShowsTheRightOne() {
        assertThat(execute("transfers", "show", "seven")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "hub: ",
                        "'seven' is no whole number",
                        "Usage: hub transfers show",
                        "'hub transfers show --help'");
        assertThat(err.toString().lines()).hasSizeLessThan(5);
        assertThat(execute("transfer", "list")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean: hub transfers");
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
    void aConnectionIsHeldWithAReason() throws IOException {
        answers.put("POST /api/connections/nord/hold", "{\"changed\":true,\"message\":\"nord is held.\"}");
        answers.put("POST /api/connections/nord/release", "{\"changed\":true,\"message\":\"nord is released.\"}");
        assertThat(run("connections", "hold", "nord")).isEqualTo(2);
        assertThat(run("connections", "hold", "nord", "--reason", "year end")).isZero();
        assertThat(bodies).last().isEqualTo("{\"reason\":\"year end\"}");
        assertThat(run("connections", "release", "nord")).isZero();
        assertThat(out.toString()).contains("nord is held.", "nord is released.");
    }

    @Test
    void anOrderIsLookedAt() throws IOException {
        answers.put(
                "GET /api/preview?order=107_1&kind=service",
                "{\"documents\":[{\"kind\":\"service\",\"number\":\"107_1\",\"notNow\":\"it waits\"}]}");
        assertThat(run("preview", "107_1", "--kind", "service")).isZero();
        assertThat(out.toString()).contains("service order 107_1", "no: it waits", "Nothing was sent by looking.");
        assertThat(run("preview", "4711")).isEqualTo(1);
    }

    @Test
    void theVersionIsPrinted() {
        assertThat(execute("--version")).isZero();
        assertThat(out.toString()).matches("hub \\d+\\.\\d+.*\\R");
    }

    @Test
    void oneCauseIsShownInFull() throws IOException {
        assertThat(run("problems", "show", "return.differs")).isZero();
        assertThat(out.toString()).contains("Invoice 5 is not what was sent.").doesNotContain("account-unknown");
        assertThat(run("problems", "show", "no.such")).isEqualTo(1);
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

    private void newerFetchOnceAsked() {
        whenAsked.put(
                "POST /api/connections/nord/fetch",
                () -> answers.put("GET /api/connections/nord", CONNECTION.formatted("2026-03-02T08:00:00Z")));
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
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        whenAsked.getOrDefault(request, () -> {}).run();
        boolean entitled = "Bearer the-key".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean known = entitled && answers.containsKey(request);
        byte[] body = (known ? answers.get(request) : "{\"detail\":\"there is no transfer 404\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : entitled ? 404 : 401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
