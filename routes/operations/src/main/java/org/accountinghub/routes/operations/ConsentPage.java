package org.accountinghub.routes.operations;

import java.util.Optional;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.connection.Consents;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Where the accounting system sends the browser after a consent. Shows what came of it; never the code or a token. */
@RestController
public class ConsentPage {

    /** Path of the redirect address that is registered at the accounting system. */
    public static final String PATH = "/callback";

    private final Consents consents;

    public ConsentPage(Consents consents) {
        this.consents = consents;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    public ResponseEntity<String> finish(
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> code,
            @RequestParam Optional<String> error) {
        if (state.isEmpty() || code.isEmpty()) {
            return page(
                    HttpStatus.BAD_REQUEST,
                    "No consent was given" + error.map(e -> ": " + e).orElse("") + ".",
                    "Ask the hub for a new link with './hub connections authorize NAME' and consent there.");
        }
        Consents.Finish consent = consents.finish(state.get(), code.get());
        Optional<Problem> problem = consent.problem();
        return problem.isPresent()
                ? page(
                        HttpStatus.CONFLICT,
                        problem.get().reason(),
                        problem.get().remedy())
                : page(
                        HttpStatus.OK,
                        "The hub is connected: " + consent.connection().orElse("") + ".",
                        "You can close this window; what was waiting goes on by itself.");
    }

    private static ResponseEntity<String> page(HttpStatus status, String heading, String text) {
        return ResponseEntity.status(status)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .body("""
                        <!doctype html><html lang="en"><meta charset="utf-8"><title>Accounting hub</title>
                        <body style="font:18px/1.5 system-ui;max-width:40rem;margin:4rem auto">
                        <h1 style="font-size:1.4rem">%s</h1><p>%s</p></body></html>
                        """.formatted(HtmlUtils.htmlEscape(heading), HtmlUtils.htmlEscape(text)));
    }
}
