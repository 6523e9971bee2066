package org.accountinghub.mappings.json;

/** A body that cannot be what it should be. The message never quotes it. */
public final class MalformedAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedAnswerException(String message) {
        super(message);
    }
}
