package org.accountinghub.mappings.fortnox.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/** An article as lists show it: numbers are texts. Whether it is active they do not show. */
public record ArticleItem(
        Optional<String> articleNumber,
        Optional<String> description,
        Optional<String> unit,
        Optional<String> salesPrice,
        @JsonProperty("VAT") Optional<String> vat) {

    /** {@code {"MetaInformation":{…},"Articles":[…]}}. */
    public record Page(Optional<MetaInformation> metaInformation, Optional<List<ArticleItem>> articles)
            implements FortnoxPage<ArticleItem> {

        @Override
        public List<ArticleItem> items() {
            return articles.orElse(List.of());
        }
    }
}
