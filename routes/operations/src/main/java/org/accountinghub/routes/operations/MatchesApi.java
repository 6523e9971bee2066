package org.accountinghub.routes.operations;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.port.MatchLine;
import org.accountinghub.routes.engine.port.RegisterMatches;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Reports of what matches: looked at, and approved as a whole, by class or line by line. */
@RestController
@RequestMapping("/api/matches")
public class MatchesApi {

    private final RegisterMatches matches;

    public MatchesApi(RegisterMatches matches) {
        this.matches = matches;
    }

    /** The newest report of a register. */
    @GetMapping("/{connection}/{register}")
    public MatchSummary newest(@PathVariable String connection, @PathVariable String register) {
        Register which = RegistersApi.register(register);
        return matches.newest(connection, which)
                .map(MatchSummary::of)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "There is no report of " + register + " for " + connection
                                + " yet. Make one: ./hub registers match " + connection + " " + register + "."));
    }

    @GetMapping("/{id:\\d+}/lines")
    public List<MatchLine> lines(
            @PathVariable long id,
            @RequestParam Optional<MatchLine.Kind> kind,
            @RequestParam Optional<MatchLine.Decision> decision,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "100") int limit) {
        known(id);
        return matches.lines(id, new RegisterMatches.Filter(kind, decision), after, RegistersApi.within(limit));
    }

    /** Every line, for a spreadsheet. */
    @GetMapping(path = "/{id:\\d+}/lines.csv", produces = MatchTable.CSV)
    public ResponseEntity<StreamingResponseBody> csv(
            @PathVariable long id,
            @RequestParam Optional<MatchLine.Kind> kind,
            @RequestParam Optional<MatchLine.Decision> decision) {
        known(id);
        StreamingResponseBody body = out -> {
            try (Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    MatchTable table = new MatchTable(text)) {
                matches.lines(id, new RegisterMatches.Filter(kind, decision), table::add);
            } catch (UncheckedIOException e) {
                throw new IOException(e);
            }
        };
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(MatchTable.CSV))
                .header("Content-Disposition", "attachment; filename=\"match-" + id + ".csv\"")
                .body(body);
    }

    /** Approves lines and links their pairs; what is approved already stays so. */
    @PostMapping("/{id:\\d+}/approve")
    public Decided approve(
            @PathVariable long id, @RequestBody Choice choice, @RequestAttribute(ApiKeys.WHO) String who) {
        decidable(id);
        choice.check();
        int approved = 0;
        int linked = 0;
        List<MatchLine> refused = new java.util.ArrayList<>();
        if (!choice.kinds().isEmpty()) {
            RegisterMatches.Approval done = matches.approve(id, choice.kinds(), who);
            approved += done.approved();
            linked += done.linked();
            refused.addAll(done.refused());
        }
        if (!choice.chosen().isEmpty()) {
            RegisterMatches.Approval done = matches.approveLines(id, choice.chosen(), who);
            approved += done.approved();
            linked += done.linked();
            refused.addAll(done.refused());
        }
        return new Decided(approved > 0, words(approved, linked, refused.size()), refused);
    }

    /** Says no to lines: their records are left alone. */
    @PostMapping("/{id:\\d+}/decline")
    public Done decline(@PathVariable long id, @RequestBody Choice choice, @RequestAttribute(ApiKeys.WHO) String who) {
        decidable(id);
        if (choice.chosen().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "lines: name the lines to decline");
        }
        int declined = matches.decline(id, choice.chosen(), who);
        return Done.of(
                declined > 0,
                declined == 1
                        ? "1 line is declined; its records are left alone."
                        : declined + " lines are declined; their records are left alone.",
                "Nothing was changed: these lines are decided already.");
    }

    private static String words(int approved, int linked, int refused) {
        String left = refused == 0
                ? ""
                : " " + refused + " could not be linked, since one of the two is linked otherwise meanwhile.";
        return approved == 0
                ? "Nothing was changed: nothing of that was open." + left
                : approved + (approved == 1 ? " line is" : " lines are") + " approved, " + linked
                        + (linked == 1 ? " pair" : " pairs") + " linked." + left
                        + " A whole import follows by itself and brings the rest; './hub registers runs' shows it.";
    }

    private RegisterMatches.Match known(long id) {
        return matches.match(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no report " + id + "."));
    }

    private void decidable(long id) {
        if (known(id).replaced()) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "There is a newer report than " + id + "; decide on that one.");
        }
    }

    /**
     * What of a report is meant; at least one must be said.
     *
     * @param all every class that may be approved together without looking at its lines
     * @param classes whole classes
     * @param lines single lines
     */
    public record Choice(
            @Nullable Boolean all,
            @Nullable List<MatchLine.Kind> classes,
            @Nullable List<Integer> lines) {

        Set<MatchLine.Kind> kinds() {
            Set<MatchLine.Kind> kinds = EnumSet.noneOf(MatchLine.Kind.class);
            if (Boolean.TRUE.equals(all)) {
                Arrays.stream(MatchLine.Kind.values())
                        .filter(MatchLine.Kind::approvedWithAll)
                        .forEach(kinds::add);
            }
            if (classes != null) {
                kinds.addAll(classes);
            }
            return kinds;
        }

        List<Integer> chosen() {
            return lines == null ? List.of() : lines;
        }

        void check() {
            Optional<MatchLine.Kind> single =
                    kinds().stream().filter(kind -> !kind.approvedByClass()).findFirst();
            if (single.isPresent()) {
                throw new ResponseStatusException(
                        HttpStatus.BAD_REQUEST,
                        "classes: " + single.get()
                                + " is approved line by line only; look at each and name its line (--line N)");
            }
            if (kinds().isEmpty() && chosen().isEmpty()) {
                throw new ResponseStatusException(
                        HttpStatus.BAD_REQUEST,
                        "Say what is approved: all (--all), classes (--class) or lines (--line).");
            }
        }
    }

    /** What approving did. */
    public record Decided(boolean changed, String message, List<MatchLine> refused) {}
}
