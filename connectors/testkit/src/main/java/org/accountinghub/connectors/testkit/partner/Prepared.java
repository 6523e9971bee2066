package org.accountinghub.connectors.testkit.partner;

import java.util.Optional;

/** What a partner would do with a request: nothing has happened until the commit runs. */
public record Prepared(Call call, Answer answer, Optional<Runnable> commit) {

    /** A refusal or a reading: there is nothing to commit. */
    public static Prepared only(Call call, Answer answer) {
        return new Prepared(call, answer, Optional.empty());
    }
}
