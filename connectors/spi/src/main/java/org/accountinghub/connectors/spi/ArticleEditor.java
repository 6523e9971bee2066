package org.accountinghub.connectors.spi;

/** Changes articles at the partner. */
public interface ArticleEditor extends Connector {

    RegisterEditing articleEdits();
}
