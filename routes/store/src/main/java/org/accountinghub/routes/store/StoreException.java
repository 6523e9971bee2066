package org.accountinghub.routes.store;

import java.io.Serial;

/** The store is not as the hub needs it: what is wrong, and what its owner can do about it. */
public final class StoreException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String remedy;

    public StoreException(String what, String remedy) {
        super(what + ". " + remedy);
        this.remedy = remedy;
    }

    public StoreException(String what, String remedy, Throwable cause) {
        this(what, remedy);
        initCause(cause);
    }

    public String remedy() {
        return remedy;
    }
}
