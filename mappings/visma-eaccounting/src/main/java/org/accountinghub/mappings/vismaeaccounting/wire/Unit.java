package org.accountinghub.mappings.vismaeaccounting.wire;

import java.util.List;
import java.util.Optional;

/** A unit of articles. */
public record Unit(
        Optional<String> id,
        Optional<String> name,
        Optional<String> code,
        Optional<String> abbreviation,
        Optional<String> abbreviationEnglish) {

    /** A page of {@code GET /units}. */
    public record Page(Optional<Meta> meta, Optional<List<Unit>> data) implements EAccountingPage<Unit> {}
}
