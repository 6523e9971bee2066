package org.accountinghub.connectors.spi;

/** Tells which articles are at the partner. */
public interface ArticleSource extends Connector {

    RegisterSource articlesThere();
}
