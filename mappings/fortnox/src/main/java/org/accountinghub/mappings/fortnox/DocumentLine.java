package org.accountinghub.mappings.fortnox;

import java.math.BigDecimal;
import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.DiscountType;
import org.accountinghub.mappings.model.PricedForm;

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
            Optional<ReportedWork> houseWork) {

        /** Said of every row: left out, Fortnox takes the customer's own invoice discount. */
        BigDecimal discount() {
            return form.discount().value();
        }

        DiscountType discountType() {
            return DiscountType.valueOf(form.discount().kind().name());
        }
    }

    static DocumentLine text(String description, Optional<Integer> accountNumber) {
        return new DocumentLine(Optional.empty(), Optional.of(description), accountNumber, Optional.empty());
    }

    /** As text: so says the contract. */
    String quantity() {
        return priced.map(row -> row.form().quantity().toPlainString()).orElse("0");
    }

    Optional<ReportedWork> houseWork() {
        return priced.flatMap(Priced::houseWork);
    }
}
