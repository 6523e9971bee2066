package org.accountinghub.mappings.model;

import java.math.BigDecimal;
import java.util.Optional;

/** A row of a billable document. Every row has the store's stable id: a row is invoiced once. */
public sealed interface Row {

    String rowId();

    /**
     * A row with an amount, possibly zero or negative.
     *
     * @param articleNumber empty for free text
     * @param unitPrice before discount, in the document's currency, with or without VAT by the document's setting
     * @param houseWork labour that counts towards the document's tax reduction
     */
    record Priced(
            String rowId,
            Optional<String> articleNumber,
            String description,
            BigDecimal quantity,
            Optional<String> unit,
            BigDecimal unitPrice,
            Discount discount,
            Vat vat,
            Optional<String> costCentre,
            Optional<HouseWork> houseWork)
            implements Row {

        @Override
        public String toString() {
            return "row " + rowId + ": " + quantity + " x " + unitPrice;
        }
    }

    /** A row without an amount: descriptions, measures, order text. */
    record Text(String rowId, String text) implements Row {

        @Override
        public String toString() {
            return "text row " + rowId;
        }
    }
}
