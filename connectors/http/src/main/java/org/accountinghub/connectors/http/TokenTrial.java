package org.accountinghub.connectors.http;

import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * What a refused token or session means for writes. It is replaced and the write left to another attempt; when the
 * replacement is refused before any write was accepted with it, nobody may act for this connection. Safe for use by several
 * threads.
 */
public final class TokenTrial {

    /** What the answer to a write says of the token it carried. */
    public enum Verdict {
        /** The partner looked at what was written. */
        GOOD,
        /** It was refused and replaced: the write is left to another attempt, which it does not spend. */
        REPLACED,
        /** It was the replacement of a refused one: the connection is blocked. */
        REFUSED_AGAIN
    }

    private final Tokens tokens;

    /** The token that replaced one which a write was refused for; no write was accepted with it yet. */
    private volatile @Nullable Secret onTrial;

    public TokenTrial(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Told after each write; throws as {@link Tokens#insteadOf} does when there is no other token. */
    public Verdict wrote(Secret token, boolean refused) {
        if (!refused) {
            onTrial = null;
            return Verdict.GOOD;
        }
        if (token.equals(onTrial)) {
            return Verdict.REFUSED_AGAIN;
        }
        onTrial = tokens.insteadOf(token);
        return Verdict.REPLACED;
    }
}
