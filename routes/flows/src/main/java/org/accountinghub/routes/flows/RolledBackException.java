package org.accountinghub.routes.flows;

/** Makes the queue bring a message again. Carries no cause: what failed was logged, and whoever logs this quotes nothing. */
final class RolledBackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RolledBackException(String what) {
        super(what, null, false, false);
    }
}
