package org.accountinghub.mappings.fortnox.wire;

import java.util.List;
import java.util.Optional;

/** An article as lists show it. */
public record ArticleItem(Optional<String> articleNumber, Optional<String> description) {

    /** {@code {"MetaInformation":{…},"Articles":[…]}}. */
    public record Page(Optional<MetaInformation> metaInformation, Optional<List<ArticleItem>> articles)
            implements FortnoxPage<ArticleItem> {

        @Override
        public List<ArticleItem> items() {
            return articles.orElse(List.of());
        }
    }
}
