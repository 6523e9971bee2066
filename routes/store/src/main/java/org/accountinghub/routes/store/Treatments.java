package org.accountinghub.routes.store;

import java.util.Arrays;
import java.util.Optional;
import org.accountinghub.mappings.model.Vat;

/** VAT treatments by the contract's words. */
final class Treatments {

    private Treatments() {}

    static Optional<Vat.Treatment> named(String word) {
        return Arrays.stream(Vat.Treatment.values())
                .filter(treatment -> treatment.name().equals(word.strip()))
                .findFirst();
    }
}
