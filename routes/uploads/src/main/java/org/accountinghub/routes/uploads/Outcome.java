package org.accountinghub.routes.uploads;

import java.util.Locale;
import org.accountinghub.routes.engine.port.Upload;

/** What became of a row, or would. */
public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    REFUSED,
    /** It has no number. */
    IGNORED;

    Upload.Tally one() {
        return new Upload.Tally(
                this == CREATED ? 1 : 0,
                this == UPDATED ? 1 : 0,
                this == UNCHANGED ? 1 : 0,
                this == REFUSED ? 1 : 0,
                this == IGNORED ? 1 : 0);
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
