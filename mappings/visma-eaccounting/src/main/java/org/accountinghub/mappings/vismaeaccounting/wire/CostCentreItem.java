package org.accountinghub.mappings.vismaeaccounting.wire;

import java.util.List;
import java.util.Optional;

/** A cost centre that rows may name. */
public record CostCentreItem(Optional<String> id, Optional<String> shortName, Optional<Boolean> isActive) {

    /** A page of {@code GET /costcenteritems}. */
    public record Page(Optional<Meta> meta, Optional<List<CostCentreItem>> data)
            implements EAccountingPage<CostCentreItem> {}
}
