package org.accountinghub.mappings.vismaeaccounting;

import java.math.BigDecimal;
import java.util.Optional;
import org.accountinghub.mappings.model.PricedForm;

/**
 * A row as any of eAccounting's documents takes it.
 *
 * @param priced empty = a row of text only
 */
record DocumentLine(Optional<String> text, Optional<Priced> priced) {

    /**
     * What a row with an amount says besides.
     *
     * @param reversed whether the buyer accounts for the tax, as in the construction sector
     */
    record Priced(
            String articleId,
            PricedForm form,
            boolean reversed,
            Optional<String> costCentre,
            Optional<Work> houseWork) {}

    /**
     * Labour that counts towards the tax reduction.
     *
     * @param kind eAccounting's number, of house work or of green technology
     */
    record Work(int kind, boolean green, BigDecimal hours) {}

    static DocumentLine text(String text) {
        return new DocumentLine(Optional.of(text), Optional.empty());
    }

    Optional<BigDecimal> quantity() {
        return priced.map(row -> row.form().quantity());
    }

    Optional<BigDecimal> price() {
        return priced.map(row -> row.form().price());
    }

    /** A fraction; 0 is said too, else the customer's own discount might count. */
    Optional<BigDecimal> discount() {
        return priced.map(row -> Rates.plain(row.form().discount().value().movePointLeft(2)));
    }

    Optional<String> article() {
        return priced.map(Priced::articleId);
    }

    Optional<Work> houseWork() {
        return priced.flatMap(Priced::houseWork).filter(work -> !work.green());
    }

    Optional<Work> greenWork() {
        return priced.flatMap(Priced::houseWork).filter(Work::green);
    }

    boolean reversed() {
        return priced.map(Priced::reversed).orElse(false);
    }

    /** The row's cost centre where it is this one of the three. */
    Optional<String> costCentre(int place, int ours) {
        return place == ours ? priced.flatMap(Priced::costCentre) : Optional.empty();
    }
}
