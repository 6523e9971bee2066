package org.accountinghub.routes.engine.returns;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.accountinghub.routes.engine.port.ReturnLedger.Fetch;

/** Keeps for operators how far a fetch is. */
final class FetchRecord {

    private final ReturnLedger ledger;
    private final String connection;
    private final InstantSource clock;
    private final Instant began;
    private final Progress progress;
    private int kept = -1;

    FetchRecord(ReturnLedger ledger, String connection, InstantSource clock, Instant began, Progress progress) {
        this.ledger = ledger;
        this.connection = connection;
        this.clock = clock;
        this.began = began;
        this.progress = progress;
    }

    /** Kept when it begins and for each invoice that had changed: what was known already costs nothing. */
    void goesOn() {
        if (progress.changed() != kept) {
            kept = progress.changed();
            keep(false, Optional.empty());
        }
    }

    void ended(Optional<Problem> stopped) {
        keep(true, stopped);
    }

    private void keep(boolean ended, Optional<Problem> stopped) {
        ledger.fetched(
                connection, new Fetch(began, clock.instant(), ended, progress.looked(), progress.changed(), stopped));
    }
}
