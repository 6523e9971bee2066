package org.accountinghub.routes.operations;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.Problem;

/** What an operator can do with a connection. An unknown name gives an empty answer. */
public interface ConnectionDesk {

    /** The page where a person consents; the browser comes back to {@link ConsentPage}. */
    Optional<Authorization> authorize(String connection);

    /** Turns a consent's code into tokens, or tells why it is refused. */
    Consent finish(String state, String code);

    /** Everything that is missing for this connection to work; empty list = nothing. */
    Optional<List<Problem>> check(String connection);

    /** Fetches what became of invoices now; returns how many had changed. */
    Optional<Integer> fetch(String connection);

    /** A link, or why there is none. */
    record Authorization(Optional<URI> link, Optional<Problem> problem) {}

    /** How a consent ended. */
    record Consent(Optional<String> connection, Optional<Problem> problem) {}
}
