package org.accountinghub.mappings.fortnox;

import java.util.Optional;

/**
 * A row as any of Fortnox's documents takes it.
 *
 * @param priced empty = a text row: a description, nothing else
 */
record DocumentLine(
        Optional<String> articleNumber,
        Optional<String> description,
        Optional<Integer> accountNumber,
        Optional<Priced> priced) {

    /** What a row with an amount says besides. */
    record Priced(
            PricedForm form,
            Optional<String> unit,
            int vatRate,
            Optional<String> costCentre,
            Optional<ReportedWork> houseWork) {}

    static DocumentLine text(String description, Optional<Integer> accountNumber) {
        return new DocumentLine(Optional.empty(), Optional.of(description), accountNumber, Optional.empty());
    }

    /** As text: so says the contract. */
    String quantity() {
        return priced.map(row -> row.form().quantity()).orElse("0");
    }

    Optional<ReportedWork> houseWork() {
        return priced.flatMap(Priced::houseWork);
    }
}
