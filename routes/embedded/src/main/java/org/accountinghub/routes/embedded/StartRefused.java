package org.accountinghub.routes.embedded;

import java.io.Serial;

/** An embedded part will not start: what is wrong, and what the person who starts the hub can do about it. */
public final class StartRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String remedy;

    public StartRefused(String what, String remedy) {
        super(what + ". " + remedy);
        this.what = what;
        this.remedy = remedy;
    }

    public StartRefused(String what, String remedy, Throwable cause) {
        this(what, remedy);
        initCause(cause);
    }

    public String what() {
        return what;
    }

    public String remedy() {
        return remedy;
    }
}
