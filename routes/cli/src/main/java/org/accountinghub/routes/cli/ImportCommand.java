package org.accountinghub.routes.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code hub import}: a register as a file, looked at before anything is written. */
@Command(
        name = "import",
        description = {
            "bring customers or articles from a file (XLSX, CSV) into the service system's register",
            "",
            "Without --apply it says what would become of each row and writes nothing. The same file twice changes"
                    + " nothing the second time."
        })
final class ImportCommand implements Runnable {

    private static final String RESULT = "write a line for each row into this file (CSV)";

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private @Nullable Hub hub;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "the file, XLSX or CSV")
    private @Nullable Path file;

    @Option(names = "--register", description = "customers or articles")
    private @Nullable String register;

    @Option(names = "--apply", description = "write what can be written, once it is checked")
    private boolean apply;

    @Option(names = "--result", paramLabel = "CSV", description = RESULT)
    private @Nullable Path result;

    @Option(names = "--template", description = "write an empty FILE to fill instead (.xlsx or .csv)")
    private boolean template;

    @Option(names = "--language", defaultValue = "sv", description = "of the template's headers: sv or en")
    private String language = "sv";

    @Override
    public void run() {
        Hub asked = Objects.requireNonNull(hub);
        if (file == null) {
            throw wrongUsage("Give a FILE and its --register, or a command: list, show, apply, cancel, result.");
        }
        if (register == null) {
            throw wrongUsage("Say what " + file + " holds, with --register customers or articles.");
        }
        if (template) {
            template(asked, file, register);
            return;
        }
        if (file.equals(result)) {
            throw wrongUsage("--result would overwrite " + file + ". Name another file.");
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new HubRefusal("there is no file " + file.toAbsolutePath() + " that can be read.");
        }
        JsonNode upload = asked.client()
                .upload(
                        "/api/uploads?register=" + HubClient.encoded(register) + "&name="
                                + HubClient.encoded(String.valueOf(file.getFileName())) + "&apply=" + apply,
                        file);
        ended(asked, new UploadWatch(asked).await(upload, apply), result);
    }

    @Command(name = "list", description = "uploaded files, newest first")
    void list(@Mixin Hub asked) {
        asked.show(asked.client().get("/api/uploads"), all -> UploadText.table(all, asked.times(), asked.width()));
    }

    @Command(name = "show", description = "how far an upload is, and its refused and ignored rows")
    void show(@Mixin Hub asked, @Parameters(paramLabel = "ID") long id) {
        ended(asked, asked.client().get(path(id)), null);
    }

    @Command(name = "apply", description = "write the rows of a file that was checked")
    void apply(
            @Mixin Hub asked,
            @Parameters(paramLabel = "ID") long id,
            @Option(names = "--result", paramLabel = "CSV", description = RESULT) @Nullable Path lines) {
        asked.say(asked.client()
                .post(path(id) + "/apply", Map.of())
                .path("message")
                .asString(""));
        ended(asked, new UploadWatch(asked).await(asked.client().get(path(id)), true), lines);
    }

    @Command(name = "cancel", description = "end an upload; what was written before stays")
    void cancel(@Mixin Hub asked, @Parameters(paramLabel = "ID") long id) {
        asked.show(
                asked.client().post(path(id) + "/cancel", Map.of()),
                answer -> answer.path("message").asString(""));
    }

    @Command(name = "result", description = RESULT)
    void result(
            @Mixin Hub asked,
            @Parameters(paramLabel = "ID") long id,
            @Option(names = "--to", required = true, paramLabel = "CSV", description = "the file to write") Path to) {
        save(asked, asked.client().get(path(id)), to);
        asked.say("Written to " + to + ".");
    }

    private ParameterException wrongUsage(String words) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), words);
    }

    private void template(Hub asked, Path into, String wanted) {
        if (Files.exists(into)) {
            throw new HubRefusal("there is a file " + into + " already, which may be filled. Name another one.");
        }
        String format = into.toString().toLowerCase(Locale.ROOT).endsWith(".csv") ? "csv" : "xlsx";
        asked.client()
                .download(
                        "/api/uploads/templates/" + HubClient.encoded(wanted) + "?format=" + format + "&language="
                                + HubClient.encoded(language),
                        into);
        asked.say("Written to " + into + ". Fill it, then: ./hub import " + into + " --register " + wanted);
    }

    private static void ended(Hub asked, JsonNode upload, @Nullable Path lines) {
        if (!upload.path("reason").asString("").isEmpty()) {
            asked.showToPrograms(upload);
            throw new HubRefusal(upload.path("fileName").asString("the file") + ": "
                    + upload.path("reason").asString("") + ". "
                    + upload.path("remedy").asString(""));
        }
        if (lines != null) {
            save(asked, upload, lines);
        }
        String told = UploadText.rowsToRead(upload) == 0 ? "" : toldRows(asked, upload);
        asked.show(upload, one -> UploadText.of(one, told, asked.width()));
    }

    private static String toldRows(Hub asked, JsonNode upload) {
        try {
            Path lines = Files.createTempFile("hub-result-", ".csv");
            try {
                save(asked, upload, lines);
                return Files.readString(lines);
            } finally {
                Files.deleteIfExists(lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void save(Hub asked, JsonNode upload, Path into) {
        String phase = upload.path("result").isObject() ? "/result" : "/check";
        asked.client().download(path(upload.path("id").asLong()) + phase, into);
    }

    private static String path(long id) {
        return "/api/uploads/" + id;
    }
}
