package org.accountinghub.connectors.testkit.acceptance;

import java.util.function.Consumer;

/**
 * One kind of request that a connector makes.
 *
 * @param operation as the simulated partner's journal names it: {@code POST /3/invoices}
 * @param make does what makes the connector send it, on a bench that nothing else was done on
 */
public record KindOfCall(String operation, String by, Consumer<Trial> make) {

    @Override
    public String toString() {
        return operation + ", by " + by;
    }
}
