package org.accountinghub.routes.operations;

/** What a verb did, for programs ({@code changed}) and people ({@code message}). Pressing twice changes nothing. */
public record Done(boolean changed, String message) {

    static Done of(boolean changed, String did, String didNot) {
        return new Done(changed, changed ? did : didNot);
    }
}
