package org.accountinghub.routes.operations;

import java.util.List;
import org.accountinghub.mappings.model.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Consent to a connection, try it, fetch its invoices now. */
@RestController
@RequestMapping("/api/connections/{name}")
public class ConnectionsApi {

    private final ConnectionDesk desk;

    public ConnectionsApi(ConnectionDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/authorize")
    public Link authorize(@PathVariable String name) {
        ConnectionDesk.Authorization authorization = desk.authorize(name).orElseThrow(() -> unknown(name));
        return new Link(authorization
                .link()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.CONFLICT,
                        authorization.problem().map(ConnectionsApi::words).orElse("there is nothing to consent to")))
                .toString());
    }

    @PostMapping("/check")
    public Check check(@PathVariable String name) {
        return new Check(desk.check(name).orElseThrow(() -> unknown(name)));
    }

    @PostMapping("/fetch")
    public Done fetch(@PathVariable String name) {
        int changed = desk.fetch(name).orElseThrow(() -> unknown(name));
        return Done.of(changed > 0, changed + " invoices had changed.", "No invoice had changed.");
    }

    private static String words(Problem problem) {
        return problem.reason() + " " + problem.remedy();
    }

    private static ResponseStatusException unknown(String name) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no connection named " + name);
    }

    /** Where a person consents. */
    public record Link(String link) {}

    /** What is missing; nothing = all is well. */
    public record Check(List<Problem> problems) {}
}
