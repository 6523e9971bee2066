package org.accountinghub.routes.cli;

/** The hub said no or could not be reached; the message is for the person at the keyboard. */
public final class HubRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public HubRefusal(String message) {
        super(message, null, false, false);
    }
}
