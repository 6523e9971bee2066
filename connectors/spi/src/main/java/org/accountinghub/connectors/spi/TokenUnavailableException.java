package org.accountinghub.connectors.spi;

import org.accountinghub.mappings.model.Problem;

/** The partner's token service did not answer or is out of order: the verdict is RETRY, nothing was sent. */
public final class TokenUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public TokenUnavailableException(Problem problem) {
        super(problem.reason(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
