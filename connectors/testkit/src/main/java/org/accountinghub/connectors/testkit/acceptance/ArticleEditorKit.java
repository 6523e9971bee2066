package org.accountinghub.connectors.testkit.acceptance;

import org.accountinghub.connectors.spi.ArticleEditor;
import org.accountinghub.mappings.model.register.Register;

/** The partner's articles, changed field by field. */
@Proves(ArticleEditor.class)
public abstract class ArticleEditorKit extends RegisterEditorKit {

    @Override
    final Register register() {
        return Register.ARTICLES;
    }
}
