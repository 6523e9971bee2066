package org.accountinghub.connectors.spi;

import org.accountinghub.mappings.model.Article;

/** Brings articles to the partner: bound to one that is there under the same number, or created. */
public interface ArticleSink extends Connector {

    Delivery<Article> articles();
}
