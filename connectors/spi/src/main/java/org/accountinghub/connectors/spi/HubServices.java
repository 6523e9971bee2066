package org.accountinghub.connectors.spi;

import java.time.InstantSource;

/** What the hub lends a connector. Permits and tokens are shared by all processes of the hub. */
public interface HubServices {

    Permits permits();

    Tokens tokens();

    InstantSource clock();
}
