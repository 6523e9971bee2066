package org.accountinghub.connectors.example;

import org.accountinghub.connectors.spi.Outcome;
import tools.jackson.databind.JsonNode;

/** What came of one call, as the rest of the connector needs it. */
sealed interface Reply {

    record Said(JsonNode body) implements Reply {}

    /** There is no such thing. */
    record Absent() implements Reply {}

    record Failed(Outcome outcome) implements Reply {}
}
