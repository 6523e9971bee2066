package org.accountinghub.routes.operations;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.connection.ConnectionCheck;
import org.accountinghub.routes.engine.connection.ConnectionProblems;
import org.accountinghub.routes.engine.connection.Consents;
import org.accountinghub.routes.engine.port.OperatorLedger;
import org.accountinghub.routes.operations.ConnectionLine.FetchState;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Look at a connection, consent to it, try it, fetch its invoices now. */
@RestController
@RequestMapping("/api/connections")
public class ConnectionsApi {

    private final ConnectionViews connections;
    private final Consents consents;
    private final ConnectionCheck check;
    private final OperatorLedger ledger;
    private final Consumer<String> fetchSoon;

    /** @param fetchSoon begins a fetch of the connection of this name in the background, unless one runs */
    public ConnectionsApi(
            ConnectionViews connections,
            Consents consents,
            ConnectionCheck check,
            OperatorLedger ledger,
            Consumer<String> fetchSoon) {
        this.connections = connections;
        this.consents = consents;
        this.check = check;
        this.ledger = ledger;
        this.fetchSoon = fetchSoon;
    }

    @GetMapping
    public List<ConnectionLine> list() {
        return connections.all();
    }

    @GetMapping("/{name}")
    public ConnectionLine show(@PathVariable String name) {
        return connections.find(name).orElseThrow(() -> unknown(name));
    }

    @PostMapping("/{name}/authorize")
    public Link authorize(@PathVariable String name) {
        show(name);
        Consents.Start start = consents.start(name);
        return new Link(start.link()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.CONFLICT,
                        start.problem().map(Sentences::of).orElse("this connection takes no consent")))
                .toString());
    }

    @PostMapping("/{name}/check")
    public Check check(@PathVariable String name) {
        return new Check(check.check(name).orElseThrow(() -> unknown(name)));
    }

    /** Begins a fetch and answers at once; how it goes is shown with the connection. */
    @PostMapping("/{name}/fetch")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public Done fetch(@PathVariable String name) {
        ConnectionLine connection = show(name);
        if (connection.state() != Connection.State.ACTIVE) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    name + " is " + connection.state() + ", so nothing can be fetched. "
                            + connection.problem().map(Sentences::of).orElse(""));
        }
        Optional<ConnectionLine.Fetched> running =
                connection.lastFetch().filter(fetch -> fetch.state() == FetchState.RUNNING);
        if (running.isPresent()) {
            return new Done(
                    false, "A fetch of " + name + " runs since " + running.get().began() + ".");
        }
        fetchSoon.accept(name);
        return new Done(
                true, "The invoices of " + name + " are fetched; lastFetch of the connection shows how it goes.");
    }

    /** Stops the connection for a while: its transfers wait and spend no attempts. */
    @PostMapping("/{name}/hold")
    public Done hold(@PathVariable String name, @RequestBody Reason reason, @RequestAttribute(ApiKeys.WHO) String who) {
        show(name);
        return Done.of(
                ledger.hold(name, who, reason.given("why it is held")),
                name + " is held; its transfers wait and spend no attempts until it is released.",
                "Nothing was changed: " + name + " is held already.");
    }

    @PostMapping("/{name}/release")
    public Done release(
            @PathVariable String name,
            @RequestBody Optional<Reason> reason,
            @RequestAttribute(ApiKeys.WHO) String who) {
        ConnectionLine connection = show(name);
        if (connection
                .problem()
                .filter(why -> why.cause().equals(ConnectionProblems.NOT_CONFIGURED))
                .isPresent()) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, connection.problem().map(Sentences::of).orElse(""));
        }
        return Done.of(
                ledger.release(name, who, reason.map(Reason::orNothing).orElse("")),
                name + " is released; what waits goes out at its pace.",
                "Nothing was changed: " + name + " is " + connection.state() + ", not held."
                        + (connection.state() == Connection.State.BLOCKED
                                ? " './hub connections check " + name
                                        + "' tries it, and lets it go on when nothing is missing."
                                : ""));
    }

    private static ResponseStatusException unknown(String name) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no connection named " + name + ".");
    }

    /** Where a person consents. */
    public record Link(String link) {}

    /** What is missing; nothing = all is well. */
    public record Check(List<Problem> problems) {}
}
