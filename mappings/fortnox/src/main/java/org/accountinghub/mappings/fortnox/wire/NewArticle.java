package org.accountinghub.mappings.fortnox.wire;

import java.util.Optional;

/**
 * An article as it is created for an order that needs it. Body of {@code POST /3/articles} inside {@link Body}.
 *
 * @param description 1 to 200 characters
 * @param unit must exist at Fortnox (2000432)
 * @param salesAccount left out, Fortnox takes the company's default
 */
public record NewArticle(
        String articleNumber, String description, Type type, Optional<String> unit, Optional<Integer> salesAccount) {

    /** Goods, in stock or not, or work. */
    public enum Type {
        STOCK,
        SERVICE
    }

    /** {@code {"Article":{…}}}. */
    public record Body(NewArticle article) {}
}
