package org.accountinghub.routes.engine.connection;

import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Problem.Stage;

/** What can be wrong with a connection before any document is looked at. */
public final class ConnectionProblems {

    private ConnectionProblems() {}

    static Problem noConsent(String connection) {
        return Problem.of(
                "engine.no-consent",
                Stage.CONNECTION,
                "nobody has consented to connection " + connection + " yet",
                "Authorize the connection: ./hub connections authorize " + connection);
    }

    static Problem otherCompany(String connection) {
        return Problem.of(
                "engine.other-company",
                Stage.CONNECTION,
                "connection " + connection
                        + " belongs to another company than the one that was consented to; its tokens"
                        + " were not kept",
                "Log in to the company that this connection was made for and consent again, or make a new connection");
    }

    static Problem consentUnknown() {
        return Problem.of(
                "engine.consent-unknown",
                Stage.CONNECTION,
                "this consent was not asked for, was used before, or took too long",
                "Start again with a new link");
    }

    public static Problem connectionUnknown(String connection) {
        return Problem.of(
                "engine.connection-unknown",
                Stage.CONNECTION,
                "there is no connection named " + connection,
                "Look up the name in the list of connections; if it was taken away, configure it again and retry");
    }

    static Problem consentNotNeeded(String connection) {
        return Problem.of(
                "engine.consent-not-needed",
                Stage.CONNECTION,
                "connection " + connection + " works without a person's consent",
                "Check the connection instead");
    }

    public static Problem settingsInvalid(String connection, InvalidSettingsException refusal) {
        return Problem.of(
                "engine.settings-invalid",
                Stage.CONNECTION,
                "connection " + connection + ": " + refusal.getMessage(),
                "Correct the connection's settings and start the hub again");
    }

    /** A connector does not know what its connection is called: it writes NAME into the commands of its remedies. */
    static Problem naming(String connection, Problem problem) {
        return new Problem(
                problem.cause(),
                problem.stage(),
                problem.field(),
                problem.reason(),
                problem.remedy().replace(" NAME", " " + connection),
                problem.partnerSays());
    }

    /** Cause of a hold that the file of connections makes and ends. */
    public static final String NOT_CONFIGURED = "engine.connection-not-configured";

    public static Problem notConfigured(String connection) {
        return Problem.of(
                NOT_CONFIGURED,
                Stage.CONNECTION,
                "connection " + connection + " is no longer in the configuration; nothing moves over it",
                "Put the connection back into the file of connections and start the hub again: what waits goes on then. If it"
                        + " shall stay away, dismiss what waits for it (./hub transfers list --connection " + connection
                        + "); it is told here as long as something waits or is followed there");
    }

    /** An operator's stop. */
    public static Problem held(String connection, String who, String reason) {
        return Problem.of(
                "engine.connection-held",
                Stage.CONNECTION,
                who + " holds connection " + connection + ": " + reason,
                "Release it when it may move again: ./hub connections release " + connection);
    }

    /** For a connection that is held or blocked and does not say why. */
    public static Problem standsStill(String connection) {
        return Problem.of(
                "engine.connection-stands-still",
                Stage.CONNECTION,
                "nothing moves over connection " + connection + " now",
                "Release the connection: ./hub connections release " + connection);
    }

    /** @param subgroup empty for orders without one */
    public static Problem noConnection(String subgroup) {
        return Problem.of(
                        "ledger.no-connection",
                        Stage.CONNECTION,
                        "no connection takes the orders of "
                                + (subgroup.isEmpty() ? "no subgroup" : "subgroup " + subgroup),
                        "Connect the subgroup to an accounting system, or a connection without subgroup")
                .at("subgroup");
    }

    public static Problem limitReached() {
        return Problem.of(
                "engine.limit-reached",
                Stage.CONNECTION,
                "the accounting system takes no more calls just now",
                "Try again in a minute");
    }
}
