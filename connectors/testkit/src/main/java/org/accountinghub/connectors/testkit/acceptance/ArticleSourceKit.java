package org.accountinghub.connectors.testkit.acceptance;

import org.accountinghub.connectors.spi.ArticleSource;
import org.accountinghub.mappings.model.register.Register;

/** The partner's articles, listed and read. */
@Proves(ArticleSource.class)
public abstract class ArticleSourceKit extends RegisterSourceKit {

    @Override
    final Register register() {
        return Register.ARTICLES;
    }
}
