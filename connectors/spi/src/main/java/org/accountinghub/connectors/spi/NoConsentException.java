package org.accountinghub.connectors.spi;

import org.accountinghub.mappings.model.Problem;

/** The connection was never consented to, or its consent is gone: the verdict is BLOCKED. */
public final class NoConsentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public NoConsentException(Problem problem) {
        super(problem.reason(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
