package org.accountinghub.connectors.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.accountinghub.connectors.http.Answer.Loss;
import org.accountinghub.connectors.soap.SoapAnswer.NoAnswer;
import org.accountinghub.connectors.soap.SoapAnswer.Unusable;
import org.accountinghub.connectors.testkit.RawServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers made to hurt: each is refused, soon, and is no answer of the operation. */
@Timeout(60)
class HostileAnswersTest {

    @TempDir
    private Path folder;

    static List<Arguments> hostile() {
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\">"
                + Stream.iterate('a', letter -> (char) (letter + 1))
                        .limit(20)
                        .map(letter ->
                                "<!ENTITY " + (char) (letter + 1) + " \"" + ("&" + letter + ";").repeat(10) + "\">")
                        .reduce("", String::concat)
                + "]>";
        return List.of(
                Arguments.of("a document type", "<!DOCTYPE x>" + plain("<Shelf>A1</Shelf>")),
                Arguments.of("a billion laughs", laughs + plain("<Shelf>&u;</Shelf>")),
                Arguments.of("an entity nobody declared", plain("<Shelf>&nobody;</Shelf>")),
                Arguments.of("a deep nest", plain("<n>".repeat(100_000) + "</n>".repeat(100_000))),
                Arguments.of("too many elements", plain("<n/>".repeat(SafeXml.MOST_ELEMENTS))),
                Arguments.of(
                        "a text without end", plain("<Shelf>" + "x".repeat(SafeXml.LONGEST_TEXT + 1) + "</Shelf>")),
                Arguments.of("too many attributes", plain(attributes())),
                Arguments.of("another namespace", plain("").replace("/soap/envelope/", "/soap/letter/")),
                Arguments.of("an empty body", Calls.envelope("")),
                Arguments.of("two documents", plain("") + plain("")),
                Arguments.of("a page", "<html><body>Service Unavailable</body></html>"),
                Arguments.of("nothing", ""),
                Arguments.of("another operation's answer", Calls.envelope("<GetResponse xmlns=\"urn:x\"/>")),
                Arguments.of("a weight that is no number", Calls.answer("<Weight>heavy</Weight>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefused(String what, String body) throws IOException {
        try (RawServer server = Calls.always(200, body)) {
            assertThat(Calls.put(server, "bolt")).as(what).isInstanceOfSatisfying(Unusable.class, answer -> {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.defect()).isNotBlank();
            });
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void nothingIsReadOfThisMachineOrFetchedFromAnother() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the-secret-of-this-machine");
        try (RawServer other = Calls.always(200, "fetched")) {
            for (String where :
                    List.of(secret.toUri().toString(), other.uri("/evil").toString())) {
                String body = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + where + "\">]>" + plain("<Shelf>&e;</Shelf>");
                try (RawServer server = Calls.always(200, body)) {
                    SoapAnswer<?> answer = Calls.put(server, "bolt");
                    assertThat(answer).isInstanceOf(Unusable.class);
                    assertThat(answer.toString()).doesNotContain("the-secret-of-this-machine");
                }
            }
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void aHugeAnswerIsNotReadToItsEnd() throws IOException {
        RawServer.Script endless = (number, out) -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<a>");
            String more = "x".repeat(1_000_000);
            for (int written = 0; written < 2_000; written++) {
                RawServer.write(out, more);
            }
            return false;
        };
        try (RawServer server = new RawServer(endless)) {
            assertThat(Calls.put(server, "bolt"))
                    .isInstanceOfSatisfying(
                            Unusable.class,
                            answer -> assertThat(answer.defect()).contains("larger than"));
        }
    }

    @Test
    void anAnswerThatDripsEndsWithTheTimeout() throws IOException {
        RawServer.Script drip = (number, out) -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n");
            dripping(out);
            return false;
        };
        try (RawServer server = new RawServer(drip)) {
            assertThat(Calls.put(server, "bolt", Duration.ofMillis(500)))
                    .isInstanceOfSatisfying(
                            NoAnswer.class, lost -> assertThat(lost.loss()).isEqualTo(Loss.TIMEOUT));
        }
    }

    /** A byte now and then, until the client has gone. */
    private static void dripping(OutputStream out) throws IOException {
        Object pause = new Object();
        while (true) {
            RawServer.write(out, " ");
            synchronized (pause) {
                try {
                    pause.wait(50);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        }
    }

    private static String plain(String inside) {
        return Calls.answer(inside).replaceFirst("<\\?xml.*?\\?>", "");
    }

    private static String attributes() {
        StringBuilder text = new StringBuilder("<Shelf");
        for (int i = 0; i <= SafeXml.MOST_ATTRIBUTES; i++) {
            text.append(" a").append(i).append("=\"\"");
        }
        return text + "/>";
    }
}
