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
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {

    private static final String ROWS =
            "{\"rows\":5,\"created\":2,\"updated\":1,\"unchanged\":0,\"refused\":1,\"ignored\":1,"
                    + "\"ended\":\"2026-03-02T08:00:00Z\"}";
    private static final String LINES = "\uFEFFrow;number;outcome;reason\r\n2;1;created;\r\n"
            + "3;7;refused;\"\"\"Mail\"\" (column C) is; no e-mail address. Write one.\"\r\n"
            + "4;;ignored;It has no number.\r\n";

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
        Files.writeString(folder.resolve("kunder.csv"), "Kundnr;Namn\n1;Åsa\n");
        Files.writeString(folder.resolve("key"), "the-key");
        answers("GET /api/uploads/7/check", LINES);
        answers("GET /api/uploads/7/result", LINES);
    }

    @AfterEach
    void stopHub() {
        server.stop(0);
    }

    private static String upload(String state, String result) {
        return "{\"id\":7,\"register\":\"CUSTOMERS\",\"fileName\":\"kunder.csv\",\"state\":\"" + state
                + "\",\"received\":\"2026-03-02T08:00:00Z\",\"reason\":null,\"remarks\":[\"Not read: Rabattbrev.\"],"
                + "\"check\":" + ROWS + ",\"result\":" + result + "}";
    }

    @Test
    void withoutApplyItSaysWhatWouldBeAndHowToGoOn() {
        answers("POST /api/uploads?register=customers&name=kunder.csv&apply=false", upload("CHECKING", "null"));
        answers("GET /api/uploads/7", upload("CHECKING", "null"), upload("CHECKED", "null"));

        assertThat(run("import", file("kunder.csv"), "--register", "customers")).isZero();
        assertThat(out.toString())
                .containsSubsequence(
                        "customers from kunder.csv (upload 7): checked.",
                        "ROWS WOULD BE",
                        "created        2",
                        "Not read: Rabattbrev.",
                        "ROW  NUMBER  OUTCOME  WHY",
                        "3    7       refused  \"Mail\" (column C) is; no e-mail address. Write one.",
                        "4            ignored  It has no number.",
                        "Nothing was written. To write it: ./hub import apply 7")
                .doesNotContain("unchanged");
        assertThat(asked).first().asString().endsWith(" 19 bytes");
    }

    @Test
    void appliedItIsWaitedForAndTheResultIsAFile() throws IOException {
        answers("POST /api/uploads?register=customers&name=kunder.csv&apply=true", upload("CHECKING", "null"));
        answers("GET /api/uploads/7", upload("CHECKED", "null").replace("CHECKED", "APPLYING"), upload("DONE", ROWS));

        assertThat(run("import", file("kunder.csv"), "--register", "customers", "--apply", "--result", file("out.csv")))
                .isZero();
        assertThat(out.toString()).contains("(upload 7): done.").doesNotContain("WOULD");
        assertThat(Files.readString(folder.resolve("out.csv"))).isEqualTo(LINES);
        assertThat(asked).contains("GET /api/uploads/7/result");
    }

    @Test
    void aCheckedFileIsAppliedLater() {
        answers("POST /api/uploads/7/apply", "{\"changed\":true,\"message\":\"Its rows are written.\"}");
        answers("GET /api/uploads/7", upload("APPLYING", "null"), upload("DONE", ROWS));
        assertThat(run("import", "apply", "7")).isZero();
        assertThat(err.toString()).contains("Its rows are written.");
        assertThat(out.toString()).contains("done.");
    }

    @Test
    void aRefusedFileEndsWithItsReasonAndRemedy() {
        answers(
                "POST /api/uploads?register=customers&name=kunder.csv&apply=false",
                upload("REFUSED", "null")
                        .replace("\"reason\":null", "\"reason\":\"it is empty\",\"remedy\":\"Fill it.\""));
        assertThat(run("import", file("kunder.csv"), "--register", "customers")).isEqualTo(1);
        assertThat(err.toString())
                .contains("hub: kunder.csv: it is empty. Fill it.")
                .doesNotContain("Exception");
    }

    @Test
    void programsGetTheAnswerOfARefusedFileToo() {
        answers(
                "GET /api/uploads/7",
                upload("REFUSED", "null").replace("\"reason\":null", "\"reason\":\"it is empty\""));
        assertThat(run("import", "show", "7", "--json")).isEqualTo(1);
        assertThat(out.toString()).contains("\"state\" : \"REFUSED\"");
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws IOException {
        assertThat(run("import", file("kunder.csv"), "--template", "--register", "customers"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("kunder.csv already");
        assertThat(run("import", file("kunder.csv"), "--register", "customers", "--result", file("kunder.csv")))
                .isEqualTo(2);
        assertThat(Files.readString(folder.resolve("kunder.csv"))).isEqualTo("Kundnr;Namn\n1;Åsa\n");
        assertThat(asked).isEmpty();
    }

    @Test
    void aFileWithoutRowsIsToldAndNotOfferedToBeWritten() {
        answers("GET /api/uploads/7", upload("CHECKED", "null").replace(ROWS, "{\"rows\":0}"));
        assertThat(run("import", "show", "7")).isZero();
        assertThat(out.toString())
                .contains("no rows below the headers")
                .doesNotContain("ROWS WOULD BE", "import apply");
    }

    @Test
    void templatesListsAndCancelling() throws IOException {
        answers("GET /api/uploads/templates/articles?format=csv&language=en", "Article number");
        answers("GET /api/uploads", "[" + upload("DONE", ROWS) + "]");
        answers("POST /api/uploads/7/cancel", "{\"changed\":false,\"message\":\"Nothing was changed: it is DONE.\"}");

        assertThat(run("import", file("new.csv"), "--template", "--register", "articles", "--language", "en"))
                .isZero();
        assertThat(Files.readString(folder.resolve("new.csv"))).isEqualTo("Article number");
        assertThat(run("import", "list")).isZero();
        assertThat(out.toString()).containsPattern("7 .* customers +DONE +5 +1 +kunder.csv");
        assertThat(run("import", "cancel", "7")).isZero();
        assertThat(out.toString()).contains("Nothing was changed");
        assertThat(run("import", "result", "7", "--to", file("lines.csv"))).isEqualTo(1);
    }

    @Test
    void programsGetTheAnswerAsItIs() {
        answers("GET /api/uploads/7", upload("CHECKED", "null"));
        assertThat(run("import", "show", "7", "--json")).isZero();
        assertThat(out.toString()).contains("\"refused\" : 1").doesNotContain("ROW ");
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(run("import", file("kunder.csv"))).isEqualTo(2);
        assertThat(err.toString()).contains("--register customers or articles");
        assertThat(run("import", file("none.csv"), "--register", "customers")).isEqualTo(1);
        assertThat(err.toString()).contains("none.csv that can be read");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void answers(String request, String... given) {
        answers.put(request, new ArrayDeque<>(List.of(given)));
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", "http://localhost:" + server.getAddress().getPort(), "--key-file", file("key")));
        CommandLine command = HubCommand.commandLine();
        command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return command.execute(all.toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add(request + (request.contains("name=") ? " " + body.length + " bytes" : ""));
        Deque<String> given = answers.getOrDefault(request, new ArrayDeque<>());
        String answer = given.size() > 1 ? given.poll() : given.peek();
        byte[] bytes = (answer == null ? "{\"detail\":\"There is none.\"}" : answer).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer == null ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
