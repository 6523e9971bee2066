package org.accountinghub.routes.engine.returns;

import java.util.List;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.accountinghub.routes.engine.port.ReturnLedger.StoreNote;
import org.accountinghub.routes.engine.port.ServiceStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the store what became of its documents. A note counts as told only afterwards: it may be told twice, never not. */
public final class StoreTeller {

    private static final Logger LOG = LoggerFactory.getLogger(StoreTeller.class);
    private static final int PORTION = 100;

    private final ReturnLedger ledger;
    private final ServiceStore store;

    public StoreTeller(ReturnLedger ledger, ServiceStore store) {
        this.ledger = ledger;
        this.store = store;
    }

    /** Tells one portion; a note the store refuses keeps no other back. Returns how many were told. */
    public int tell() {
        List<StoreNote> notes = ledger.untold(PORTION);
        int told = 0;
        for (StoreNote note : notes) {
            try {
                store.tell(note);
                ledger.told(note);
                told++;
            } catch (RuntimeException e) {
                LOG.error(
                        "the store could not be told of transfer {} and will be again: {}",
                        note.transferId(),
                        e.getClass().getSimpleName());
            }
        }
        return told;
    }
}
