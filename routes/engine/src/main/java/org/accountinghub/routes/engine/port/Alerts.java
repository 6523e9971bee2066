package org.accountinghub.routes.engine.port;

import org.accountinghub.mappings.model.Problem;

/** Tells operators once when something new is wrong, and once when it is well again. */
public interface Alerts {

    void raised(String connection, Problem problem);

    void cleared(String connection, String cause);
}
