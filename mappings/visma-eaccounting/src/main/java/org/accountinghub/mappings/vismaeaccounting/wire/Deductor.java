package org.accountinghub.mappings.vismaeaccounting.wire;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A person who asks for a part of a tax reduction.
 *
 * @param ssn the personal number; it shows in no text of ours
 * @param amount absent = eAccounting distributes by itself
 */
public record Deductor(String ssn, Optional<BigDecimal> amount) {

    @Override
    public String toString() {
        return "person";
    }
}
