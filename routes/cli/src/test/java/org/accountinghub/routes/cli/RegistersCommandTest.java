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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RegistersCommandTest {

    private static final String RUN = """
            {"id":5,"connection":"norr","register":"CUSTOMERS","kind":"CHANGES","state":"%s","askedBy":"administrator",
             "asked":"2026-03-02T08:00:00Z","ended":null,"total":20000,
             "counts":{"pages":2,"seen":1000,"created":0,"updated":40,"unchanged":957,"skipped":0,"failed":3,"calls":45},
             "problem":null}""";

    private static final String MATCH = """
            {"id":4,"connection":"norr","register":"CUSTOMERS","made":"2026-03-02T08:00:00Z","linked":0,
             "counts":{"SAME":12000,"CREATE_THERE":3,"CONFLICT":200},"open":{"SAME":12000,"CONFLICT":200},"replaced":false}""";

    private static final String GLANCE = """
            [{"connection":"norr","register":"CUSTOMERS","schedule":"*/15 * * * *","export":%s,"linked":7,"conflicts":0,
              "lastRun":null,"match":null}]""";

    private static final String LINE = """
            {"line":7,"kind":"CONFLICT","ours":{"number":"10","name":"Åkes Rör"},"theirs":{"number":"10","name":"Olles El"},
             "score":100,"reason":"the same number, other registration numbers","differing":["NAME"],"decision":"OPEN"}""";

    private final Map<String, Deque<String>> answers = new HashMap<>();
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
        answers("GET /api/matches/norr/customers", MATCH);
        answers("GET /api/registers?connection=norr", GLANCE.formatted(false));
    }

    @AfterEach
    void stopHub() {
        server.stop(0);
    }

    @Test
    void anImportIsWatchedToItsEnd() throws IOException {
        answers(
                "POST /api/registers/norr/customers/import?whole=false",
                "{\"begun\":true,\"message\":\"Run 5 begins.\",\"run\":" + RUN.formatted("DUE") + "}");
        answers("GET /api/registers/runs/5", RUN.formatted("RUNNING"), RUN.formatted("DONE"));
        assertThat(run("import", "norr", "customers")).isZero();
        assertThat(err.toString()).contains("Run 5 begins.");
        assertThat(out.toString())
                .contains("Run 5, changes of customers at norr: DONE.")
                .contains("1000 of 20000 seen, 40 updated, 957 unchanged, 3 failed, 45 calls")
                .contains("./hub registers run 5 --records");
    }

    @Test
    void aReportIsSummedUpAndReadByClass() throws IOException {
        assertThat(run("report", "norr", "customers")).isZero();
        assertThat(out.toString())
                .contains("SAME", "12000", "the same number, another company")
                .contains("report norr customers --class CONFLICT", "approve norr customers --all", "--line N");

        answers("GET /api/matches/4/lines?kind=CONFLICT&after=0&limit=50", "[" + LINE + "]");
        assertThat(run("report", "norr", "customers", "--class", "conflict")).isZero();
        assertThat(out.toString())
                .contains(
                        "10 Åkes Rör", "10 Olles El", "the same number, other registration", "numbers; differs: name");
    }

    @Test
    void aReportIsAFileForSpreadsheets() throws IOException {
        answers("GET /api/matches/4/lines.csv", "line;class\r\n1;SAME\r\n");
        Path csv = folder.resolve("match.csv");
        assertThat(run("report", "norr", "customers", "--csv", csv.toString())).isZero();
        assertThat(csv).hasContent("line;class\r\n1;SAME\r\n");
    }

    @Test
    void approvingNamesWhatIsMeant() throws IOException {
        answers("POST /api/matches/4/approve", "{\"message\":\"12000 lines are approved.\",\"refused\":[]}");
        assertThat(run("approve", "norr", "customers", "--all")).isZero();
        assertThat(out.toString()).contains("12000 lines are approved.");
        assertThat(asked).last().isEqualTo("{\"all\":true,\"classes\":[],\"lines\":[]}");
        run("approve", "norr", "customers", "--class", "suggestion", "--line", "7,8");
        assertThat(asked).last().isEqualTo("{\"all\":false,\"classes\":[\"SUGGESTION\"],\"lines\":[7,8]}");
    }

    @Test
    void whatWouldBeMadeThereIsToldToStayWhereNothingIsExported() throws IOException {
        run("report", "norr", "customers");
        assertThat(out.toString()).contains("stays only here");
        answers("GET /api/registers?connection=norr", GLANCE.formatted(true));
        out.getBuffer().setLength(0);
        run("report", "norr", "customers");
        assertThat(out.toString()).contains("would be created there").doesNotContain("stays only here");
        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void whatIsCertainIsOfferedOnlyWhileItIsOpen() throws IOException {
        answers("GET /api/matches/norr/customers", MATCH.replace("\"open\":{\"SAME\":12000", "\"open\":{\"SAME\":0"));
        run("report", "norr", "customers");
        assertThat(out.toString()).contains("--line N").doesNotContain("--all");
    }

    @Test
    void theGlanceTellsWhatIsKeptAndHow() throws IOException {
        assertThat(run("list", "--connection", "norr")).isZero();
        assertThat(out.toString()).containsPattern("norr +customers +\\*/15 \\* \\* \\* \\* +no +7 +0 +0 +none yet");
    }

    @Test
    void whatIsNotNamedOrNoClassIsRefusedBeforeTheHubIsAsked() throws IOException {
        assertThat(run("approve", "norr", "customers")).isEqualTo(1);
        assertThat(err.toString()).contains("--all", "--class", "--line");
        assertThat(run("approve", "norr", "customers", "--class", "SAM")).isEqualTo(1);
        assertThat(run("report", "norr", "customers", "--class", "lnk")).isEqualTo(1);
        assertThat(err.toString()).contains("--class is SAM; possible are SAME, LINK,", "--class is lnk");
        assertThat(asked).noneMatch(request -> request.startsWith("POST") || request.startsWith("{"));
    }

    @Test
    void aFullPageTellsHowToGoOn() throws IOException {
        answers("GET /api/matches/4/lines?kind=CONFLICT&after=0&limit=1", "[" + LINE + "]");
        run("report", "norr", "customers", "--class", "conflict", "--limit", "1");
        assertThat(out.toString()).contains("(more: --after 7");
    }

    @Test
    void theRecordsOfARunTellReasonAndRemedyAsSentences() throws IOException {
        answers("GET /api/registers/runs/5", RUN.formatted("DONE"));
        answers("GET /api/registers/runs/5/records?outcome=SKIPPED&after=0&limit=50", """
                [{"id":1,"outcome":"SKIPPED","number":"","partnerNumber":"10",
                  "problem":{"reason":"its line is not approved","remedy":"Approve it."}}]""");
        assertThat(run("run", "5", "--outcome", "skipped")).isZero();
        assertThat(out.toString()).contains("its line is not approved. Approve it.");
    }

    @Test
    void conflictsShowBothValues() throws IOException {
        answers("GET /api/conflicts?acknowledged=false&limit=50", """
                [{"id":6,"connection":"norr","register":"CUSTOMERS","number":"10","partnerNumber":"10","field":"PHONE",
                  "ours":"08-1","theirs":"","settled":"STORE_WON","at":"2026-03-02T08:00:00Z","acknowledged":null}]""");
        assertThat(run("conflicts")).isZero();
        assertThat(out.toString()).contains("customer 10", "phone", "08-1", "(nothing)", "STANDS NOW", "here");
        assertThat(run("acknowledge")).isEqualTo(1);
        assertThat(err.toString()).contains("--connection");
    }

    private void answers(String request, String... bodies) {
        answers.put(request, new ArrayDeque<>(Arrays.asList(bodies)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(body.isEmpty() ? request : body);
        Deque<String> left = answers.getOrDefault(request, new ArrayDeque<>());
        String text = left.size() > 1 ? left.poll() : left.peek();
        byte[] answer = (text == null ? "{\"detail\":\"no such page: " + request + "\"}" : text)
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(text == null ? 404 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private int run(String... words) throws IOException {
        Path key = Files.writeString(folder.resolve("api.key"), "the-key");
        CommandLine command = HubCommand.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(Stream.concat(
                        Stream.concat(Stream.of("registers"), Stream.of(words)),
                        Stream.of(
                                "--url",
                                "http://localhost:" + server.getAddress().getPort(),
                                "--key-file",
                                key.toString()))
                .toArray(String[]::new));
    }
}
