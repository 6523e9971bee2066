package org.accountinghub.routes.store;

/** What the store wants sent now, as a query that the ledger collects by in one statement. */
public final class ReadyDocuments {

    private ReadyDocuments() {}

    /** One row for each document: store, subgroup, kind, number, payer, generation, requested_by. */
    public static String select(StoreSettings settings) {
        return "SELECT '" + settings.name().replace("'", "''") + "' AS store, subgroup, kind, number,"
                + " payer_number AS payer, generation, requested_by FROM service.hub_ready_documents";
    }
}
