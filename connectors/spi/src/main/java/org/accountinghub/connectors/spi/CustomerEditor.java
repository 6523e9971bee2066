package org.accountinghub.connectors.spi;

/** Changes customers at the partner. */
public interface CustomerEditor extends Connector {

    RegisterEditing customerEdits();
}
