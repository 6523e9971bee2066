package org.accountinghub.routes.engine.simulation;

/** The process is gone: nothing after this point runs, not even its error handling. */
final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    Killed() {
        super("killed", null, false, false);
    }
}
