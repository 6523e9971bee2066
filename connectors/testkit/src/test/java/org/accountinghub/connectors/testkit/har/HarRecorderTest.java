package org.accountinghub.connectors.testkit.har;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HarRecorderTest {
    private static final String OPERATION = "POST /3/customers";

    @TempDir
    private Path folder;

    private static PartnerRequest request(String path, Map<String, String> query, String type, String body) {
        return new PartnerRequest(
                "1",
                Instant.parse("2026-11-22T09:00:00Z"),
                "POST",
                path,
                query,
                Map.of("Authorization", "Bearer abc.def", "X-Api-Key", "k", "Content-Type", type),
                body);
    }

    private static Reply answered(int status, String body) {
        return new Reply(Answer.of(status, "application/json", body), false, false, Duration.ZERO);
    }

    private JsonNode written(HarRecorder recorder) throws IOException {
        recorder.write();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            assertThat(all.get(0).getFileName().toString())
                    .startsWith("fortnox-")
                    .endsWith(".har");
            return JsonMapper.shared().readTree(Files.readString(all.get(0))).path("log");
        }
    }

    @Test
    void anExchangeIsWrittenAsHar() throws IOException {
        HarRecorder recorder = HarRecorder.into(folder, "fortnox");
        recorder.record(
                OPERATION,
                request(
                        "/3/customers",
                        Map.of("lastmodified", "2026-03-01 10:00"),
                        "application/json",
                        "{\"a\":\"å\"}"),
                answered(201, "{\"b\":1}"));

        JsonNode log = written(recorder);

        assertThat(log.path("version").asString()).isEqualTo("1.2");
        assertThat(log.path("_system").asString()).isEqualTo("fortnox");
        JsonNode request = log.path("entries").path(0).path("request");
        assertThat(request.path("url").asString())
                .isEqualTo("http://localhost/3/customers?lastmodified=2026-03-01%2010%3A00");
        assertThat(request.path("postData").path("text").asString()).isEqualTo("{\"a\":\"å\"}");
        JsonNode response = log.path("entries").path(0).path("response");
        assertThat(response.path("status").intValue()).isEqualTo(201);
        assertThat(response.path("content").path("text").asString()).isEqualTo("{\"b\":1}");
    }

    @Test
    void secretsAreMaskedAndTheirNamesKept() throws IOException {
        HarRecorder recorder = HarRecorder.into(folder, "fortnox");
        recorder.record(
                "POST /token",
                request(
                        "/token",
                        Map.of("state", "s3cret", "scope", "invoice"),
                        "application/x-www-form-urlencoded",
                        "grant_type=refresh_token&refresh_token=s3cret&client_secret=s3cret"),
                answered(200, "{\"access_token\":\"s3cret\",\"refresh_token\": \"s3cret\",\"expires_in\":3600}"));

        JsonNode entry = written(recorder).path("entries").path(0);

        assertThat(entry.toString()).doesNotContain("s3cret").doesNotContain("abc.def");
        assertThat(entry.path("request").path("postData").path("text").asString())
                .isEqualTo("grant_type=refresh_token&refresh_token=***&client_secret=***");
        assertThat(entry.path("request").path("headers"))
                .extracting(header -> header.path("name").asString() + ": "
                        + header.path("value").asString())
                .contains("Authorization: Bearer ***", "X-Api-Key: ***");
        assertThat(entry.path("response").path("content").path("text").asString())
                .isEqualTo("{\"access_token\":\"***\",\"refresh_token\": \"***\",\"expires_in\":3600}");
    }

    @Test
    void aBrokenAnswerHasStatusZeroAndNoBody() throws IOException {
        HarRecorder recorder = HarRecorder.into(folder, "fortnox");
        recorder.record(
                OPERATION,
                request("/3/customers", Map.of(), "application/json", "{}"),
                new Reply(Answer.of(201, "application/json", "{\"Cust"), false, true, Duration.ZERO));

        JsonNode response = written(recorder).path("entries").path(0).path("response");

        assertThat(response.path("status").intValue()).isZero();
        assertThat(response.path("content").has("text")).isFalse();
    }

    @Test
    void twoHundredOfEachOperationAndStatusAreEnough() throws IOException {
        HarRecorder recorder = HarRecorder.into(folder, "fortnox");
        PartnerRequest request = request("/3/customers", Map.of(), "application/json", "{}");
        for (int i = 0; i < 250; i++) {
            recorder.record(OPERATION, request, answered(201, "{}"));
        }
        recorder.record(OPERATION, request, answered(400, "{}"));

        assertThat(written(recorder).path("entries")).hasSize(201);
    }

    @Test
    void nothingIsWrittenWhenNotAskedOrNothingWasRecorded() {
        HarRecorder.none().record(OPERATION, request("/", Map.of(), "application/json", "{}"), answered(200, "{}"));
        HarRecorder.none().write();
        HarRecorder.into(folder, "fortnox").write();

        assertThat(folder).isEmptyDirectory();
    }
}
