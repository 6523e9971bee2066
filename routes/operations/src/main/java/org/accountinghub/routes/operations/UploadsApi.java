package org.accountinghub.routes.operations;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.port.Upload;
import org.accountinghub.routes.uploads.Template;
import org.accountinghub.routes.uploads.Uploads;
import org.accountinghub.routes.uploads.file.FileRefused;
import org.accountinghub.routes.uploads.row.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Registers as files: uploaded, looked at before anything is written, applied, and their results. */
@RestController
@RequestMapping(UploadsApi.PATH)
public class UploadsApi {

    static final String PATH = "/api/uploads";

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Uploads uploads;

    public UploadsApi(Uploads uploads) {
        this.uploads = uploads;
    }

    /** Newest first. */
    @GetMapping
    public List<UploadLine> list() {
        return uploads.list().stream().map(UploadLine::of).toList();
    }

    /** The body is the file. It is checked in the background; nothing is written before somebody says apply. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    public UploadLine upload(
            @RequestParam String register,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean apply,
            HttpServletRequest request,
            @RequestAttribute(ApiKeys.WHO) String who)
            throws IOException {
        Register which = RegistersApi.register(register);
        try {
            return UploadLine.of(uploads.receive(which, name, request.getInputStream(), apply, who));
        } catch (FileRefused refused) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, refused.reason() + ". " + refused.remedy());
        }
    }

    @GetMapping("/{id:\\d+}")
    public UploadLine show(@PathVariable long id) {
        return UploadLine.of(known(id));
    }

    @PostMapping("/{id:\\d+}/apply")
    public Done apply(@PathVariable long id, @RequestAttribute(ApiKeys.WHO) String who) {
        Upload upload = known(id);
        return Done.of(
                uploads.apply(id, who),
                upload.state() == Upload.State.CHECKED
                        ? "Its rows are written, in the background."
                        : "Its rows are written as soon as it is checked.",
                "Nothing was changed: it is " + upload.state() + ", or its rows are to be written already.");
    }

    @PostMapping("/{id:\\d+}/cancel")
    public Done cancel(@PathVariable long id, @RequestAttribute(ApiKeys.WHO) String who) {
        Upload upload = known(id);
        return Done.of(
                uploads.cancel(id, who),
                "It is cancelled; what was written before stays.",
                "Nothing was changed: it is " + upload.state() + ".");
    }

    /** What would become of each row. */
    @GetMapping("/{id:\\d+}/check")
    public ResponseEntity<StreamingResponseBody> check(@PathVariable long id) {
        return result(id, Upload.Phase.CHECK, "check");
    }

    /** What became of each row. */
    @GetMapping("/{id:\\d+}/result")
    public ResponseEntity<StreamingResponseBody> result(@PathVariable long id) {
        return result(id, Upload.Phase.APPLY, "result");
    }

    /** An empty file to fill. */
    @GetMapping("/templates/{register}")
    public ResponseEntity<StreamingResponseBody> template(
            @PathVariable String register,
            @RequestParam(defaultValue = "XLSX") String format,
            @RequestParam(defaultValue = "sv") String language) {
        Register which = RegistersApi.register(register);
        if (!format.matches("(?i)xlsx|csv") || !language.matches("(?i)sv|en")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "format is xlsx or csv, and language sv or en");
        }
        Template.Format wanted = Template.Format.valueOf(format.toUpperCase(Locale.ROOT));
        Language spoken = language.equalsIgnoreCase("sv") ? Language.SWEDISH : Language.ENGLISH;
        return file(
                wanted == Template.Format.CSV ? CSV : XLSX,
                which.name().toLowerCase(Locale.ROOT) + "." + wanted.name().toLowerCase(Locale.ROOT),
                out -> uploads.template(which, spoken, wanted, out));
    }

    private ResponseEntity<StreamingResponseBody> result(long id, Upload.Phase phase, String name) {
        Upload upload = known(id);
        if ((phase == Upload.Phase.CHECK ? upload.check() : upload.apply()).isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "Upload " + id + " is " + upload.state() + "; it has no " + name + " to look at"
                            + upload.refusal().map(why -> ": " + why.reason()).orElse("") + ".");
        }
        return file(CSV, "upload-" + id + "-" + name + ".csv", out -> uploads.result(id, phase, out));
    }

    private static ResponseEntity<StreamingResponseBody> file(String type, String name, StreamingResponseBody body) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(body);
    }

    private Upload known(long id) {
        return uploads.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no upload " + id + "."));
    }
}
