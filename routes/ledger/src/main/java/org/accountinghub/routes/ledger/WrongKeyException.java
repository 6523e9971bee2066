package org.accountinghub.routes.ledger;

/** The secret key does not fit what is stored, or is none. The message names HUB_SECRET_KEY and what to do. */
public final class WrongKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongKeyException(String message) {
        super(message);
    }
}
