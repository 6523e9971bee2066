package org.accountinghub.routes.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.port.Upload;
import org.accountinghub.routes.engine.port.UploadLedger;
import org.accountinghub.routes.uploads.UploadSettings;
import org.accountinghub.routes.uploads.Uploads;
import org.accountinghub.routes.uploads.file.Limits;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;

class UploadsApiTest {

    private static final int LONGEST = 200_000;

    private final List<String> done = new ArrayList<>();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Upload.State state = Upload.State.CHECKED;

    @Test
    void aFileIsKeptAndToBeCheckedAndNothingIsAppliedUnasked() throws Exception {
        byte[] file = "x".repeat(150_000).getBytes(UTF_8);
        Ask begun = Ask.with(
                pages(),
                post("/api/uploads?register=customers&name=kunder.xlsx").content(file));

        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.json().path("fileName").asString()).isEqualTo("kunder.xlsx");
        assertThat(kept.size()).isEqualTo(file.length);
        assertThat(done).contains("received 150000 false", "nudged");
        Ask.with(pages(), post("/api/uploads?register=articles&apply=true").content(file));
        assertThat(done).contains("received 150000 true");
    }

    @Test
    void aFileThatIsTooLongIsRefusedBeforeItIsReadAndElsewhereTheLimitStays() throws Exception {
        byte[] file = new byte[LONGEST + 1];
        Ask refused = Ask.with(pages(), post("/api/uploads?register=customers").content(file));
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.detail()).contains("200000 bytes");
        assertThat(kept.size()).isZero();
        assertThat(Ask.with(pages(), post("/api/uploads/7/apply").content(new byte[70_000]))
                        .status())
                .isEqualTo(413);
        assertThat(Ask.with(pages(), post("/api/uploads?register=orders").content("x"))
                        .status())
                .isEqualTo(404);
        assertThat(Ask.with(pages(), post("/api/uploads").content("x")).status())
                .isEqualTo(400);
    }

    @Test
    void nobodyUploadsWithoutAKey() throws Exception {
        assertThat(pages().perform(post("/api/uploads?register=customers").content("x"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
        assertThat(kept.size()).isZero();
    }

    @Test
    void progressCountsRowsByOutcome() throws Exception {
        JsonNode upload = Ask.get(pages(), "/api/uploads/7").json();
        assertThat(upload.path("state").asString()).isEqualTo("CHECKED");
        assertThat(upload.path("check").path("rows").asInt()).isEqualTo(15);
        assertThat(upload.path("check").path("refused").asInt()).isEqualTo(4);
        assertThat(upload.path("result").isNull()).isTrue();
        assertThat(upload.path("remarks").path(0).asString()).contains("Rabattbrev");
        assertThat(Ask.get(pages(), "/api/uploads").json().size()).isEqualTo(1);
        assertThat(Ask.get(pages(), "/api/uploads/8").status()).isEqualTo(404);
    }

    @Test
    void applyingAndCancellingSayWhatTheyDid() throws Exception {
        assertThat(Ask.post(pages(), "/api/uploads/7/apply", "")
                        .json()
                        .path("changed")
                        .asBoolean())
                .isTrue();
        state = Upload.State.DONE;
        Ask cancelled = Ask.post(pages(), "/api/uploads/7/cancel", "");
        assertThat(cancelled.json().path("changed").asBoolean()).isFalse();
        assertThat(cancelled.json().path("message").asString()).contains("DONE");
        assertThat(done).contains("apply administrator", "cancel administrator");
    }

    @Test
    void linesAndTemplatesAreFilesToSave() throws Exception {
        assertThat(text("/api/uploads/7/check", "upload-7-check.csv"))
                .isEqualTo("\uFEFFrow;number;outcome;reason\r\n2;1;created;\r\n");
        Ask none = Ask.get(pages(), "/api/uploads/7/result");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.detail()).contains("CHECKED");
        assertThat(text("/api/uploads/templates/articles?format=csv&language=en", "articles.csv"))
                .startsWith("\uFEFFArticle number;Description;");
        assertThat(text("/api/uploads/templates/customers", "customers.xlsx")).startsWith("PK");
        assertThat(Ask.get(pages(), "/api/uploads/templates/customers?format=ods")
                        .detail())
                .contains("xlsx or csv");
    }

    private String text(String path, String name) throws Exception {
        var begun = pages().perform(
                        get(path).header("Authorization", "Bearer key").header("Accept", "application/json"))
                .andReturn();
        begun.getAsyncResult();
        assertThat(begun.getResponse().getHeader("Content-Disposition")).contains(name);
        return begun.getResponse().getContentAsString(UTF_8);
    }

    private MockMvc pages() {
        Limits limits = Limits.USUAL.withBytes(LONGEST);
        Uploads uploads = new Uploads(
                ledger(), UploadSettings.usual(Path.of("unused")).withLimits(limits), () -> done.add("nudged"));
        return MockMvcBuilders.standaloneSetup(new UploadsApi(uploads))
                .setMessageConverters(new JacksonJsonHttpMessageConverter())
                .setControllerAdvice(new ApiErrors())
                .addFilters(new RequestLimits(LONGEST), new ApiKeys("key"))
                .build();
    }

    private UploadLedger ledger() {
        InvocationHandler answers = (proxy, method, asked) -> switch (method.getName()) {
            case "begin" -> 7L;
            case "append" -> {
                kept.writeBytes((byte[]) asked[2]);
                yield null;
            }
            case "received" -> {
                done.add("received " + asked[1] + " " + asked[2]);
                yield null;
            }
            case "find" -> (long) asked[0] == 7L ? Optional.of(upload()) : Optional.empty();
            case "newest" -> List.of(upload());
            case "apply", "cancel" -> done.add(method.getName() + " " + asked[1]) && state.isOpen();
            case "result" -> written((OutputStream) asked[2]);
            default -> throw new IllegalStateException(method.getName() + " is not asked for here");
        };
        return (UploadLedger)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {UploadLedger.class}, answers);
    }

    private static boolean written(OutputStream to) throws IOException {
        to.write("2;1;created;\r\n".getBytes(UTF_8));
        return true;
    }

    private Upload upload() {
        Upload.Pass pass =
                new Upload.Pass(16, new Upload.Tally(1, 2, 3, 4, 5), Desk.NOW, Desk.NOW, Optional.of(Desk.NOW));
        return new Upload(
                7,
                Register.CUSTOMERS,
                "kunder.xlsx",
                "administrator",
                state,
                Desk.NOW,
                Desk.NOW,
                150_000,
                0,
                Optional.empty(),
                List.of("Not known, and not read: \"Rabattbrev\"."),
                Optional.of(pass),
                Optional.empty());
    }
}
