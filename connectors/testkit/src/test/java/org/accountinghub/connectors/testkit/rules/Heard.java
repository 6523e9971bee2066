package org.accountinghub.connectors.testkit.rules;

import java.util.List;
import org.accountinghub.connectors.spi.Outcome;

/** What came of one call: lines of fields, or why not. */
sealed interface Heard {

    record Lines(List<List<String>> lines) implements Heard {}

    record Failed(Outcome outcome) implements Heard {}
}
