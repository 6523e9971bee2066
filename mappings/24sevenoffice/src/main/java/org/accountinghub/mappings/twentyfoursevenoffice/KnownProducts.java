package org.accountinghub.mappings.twentyfoursevenoffice;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** The products there that the rows of one document may name, by product number; each is active. */
public record KnownProducts(Map<String, Product> byNumber) {

    /**
     * What a row needs of a product.
     *
     * @param taxRate percent of VAT that its rows get there; empty when 24SevenOffice did not tell
     */
    public record Product(int id, Optional<BigDecimal> taxRate) {}

    public KnownProducts {
        byNumber = Map.copyOf(byNumber);
    }

    Optional<Product> named(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }
}
