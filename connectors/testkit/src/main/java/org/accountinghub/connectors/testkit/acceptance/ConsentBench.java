package org.accountinghub.connectors.testkit.acceptance;

import java.net.URI;

/** What the kit must know besides to test a connector for which a person consents. */
public interface ConsentBench extends Bench {

    /** Visits the page as a person who consents for this company; the code that the partner sends back. */
    String consent(URI page, String tenant);
}
