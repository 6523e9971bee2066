package org.accountinghub.mappings.model;

import java.util.Optional;

/** An article of the register, as far as invoicing needs it. */
public record Article(
        SourceKey key,
        String description,
        Optional<String> unit,
        Optional<Money> price,
        Optional<Vat> vat,
        boolean active) {

    public String number() {
        return key.number();
    }
}
