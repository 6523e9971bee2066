package org.accountinghub.routes.operations;

import java.util.List;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.connection.ConnectionCheck;
import org.accountinghub.routes.engine.connection.Consents;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.engine.returns.InvoiceReturn;
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

    private final ConnectionLedger ledger;
    private final Consents consents;
    private final ConnectionCheck check;
    private final InvoiceReturn invoices;

    public ConnectionsApi(ConnectionLedger ledger, Consents consents, ConnectionCheck check, InvoiceReturn invoices) {
        this.ledger = ledger;
        this.consents = consents;
        this.check = check;
        this.invoices = invoices;
    }

    @PostMapping("/authorize")
    public Link authorize(@PathVariable String name) {
        known(name);
        Consents.Start start = consents.start(name);
        return new Link(start.link()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.CONFLICT,
                        start.problem().map(ConnectionsApi::words).orElse("")))
                .toString());
    }

    @PostMapping("/check")
    public Check check(@PathVariable String name) {
        return new Check(check.check(name).orElseThrow(() -> unknown(name)));
    }

    @PostMapping("/fetch")
    public Done fetch(@PathVariable String name) {
        known(name);
        int changed = invoices.fetch(name);
        return Done.of(changed > 0, changed + " invoices had changed.", "No invoice had changed.");
    }

    private void known(String name) {
        if (ledger.find(name).isEmpty()) {
            throw unknown(name);
        }
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
