package org.accountinghub.connectors.spi;

/** Tells which customers are at the partner. */
public interface CustomerSource extends Connector {

    RegisterSource customersThere();
}
