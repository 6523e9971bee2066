package org.accountinghub.routes.ledger;

import javax.sql.DataSource;
import org.accountinghub.routes.engine.port.ByHandLedger;
import org.accountinghub.routes.engine.port.ChangeLedger;
import org.accountinghub.routes.engine.port.ConnectionLedger;
import org.accountinghub.routes.engine.port.DeliveryLedger;
import org.accountinghub.routes.engine.port.OperatorLedger;
import org.accountinghub.routes.engine.port.PermitLedger;
import org.accountinghub.routes.engine.port.PlanningLedger;
import org.accountinghub.routes.engine.port.PreviewLedger;
import org.accountinghub.routes.engine.port.ReturnLedger;
import org.accountinghub.routes.engine.port.UploadLedger;

/** The engine's ports on one PostgreSQL database. Safe for use by several threads and several processes. */
public record Ledger(
        DeliveryLedger delivery,
        PlanningLedger planning,
        ConnectionLedger connections,
        PermitLedger permits,
        ReturnLedger returns,
        OperatorLedger operators,
        PreviewLedger preview,
        ChangeLedger changes,
        ByHandLedger byHand,
        Registers registers,
        UploadLedger uploads) {

    /**
     * Brings schema {@code hub} up to date, checks the secret key, and opens the ports. Writes nothing else.
     *
     * @param hub logs in as the hub's role
     * @param store the store's name, first part of its keys
     * @param readyDocuments a SELECT of what the store has ready: {@code store, subgroup, kind, number, payer, generation,
     *     requested_by}, one row for each document
     * @throws WrongKeyException when what is stored was sealed with another key
     */
    public static Ledger open(DataSource hub, SecretKeys keys, String store, String readyDocuments) {
        LedgerSchema.migrate(hub);
        LedgerDatabase database = new LedgerDatabase(hub);
        KeyCheck.verify(database.client(), keys);
        ContentCipher cipher = new ContentCipher(keys);
        FrozenContents contents = new FrozenContents(cipher);
        DeliveryLedger delivery = new PostgresDeliveryLedger(database, contents);
        return new Ledger(
                delivery,
                new PostgresPlanningLedger(database, readyDocuments),
                new PostgresConnectionLedger(database, cipher),
                new PostgresPermitLedger(database),
                new PostgresReturnLedger(database, contents, cipher),
                new PostgresOperatorLedger(database),
                new PostgresPreviewLedger(database, contents, delivery),
                new PostgresChangeLedger(database, contents),
                new PostgresByHandLedger(database, contents, delivery),
                new Registers(
                        new PostgresRegisterRuns(database),
                        new PostgresRegisterLedger(database, cipher, store),
                        new PostgresRegisterMatches(database),
                        new PostgresRegisterConflicts(database, cipher),
                        ValueFingerprints.open(database, cipher),
                        new PostgresCustomerFacts(database)),
                new PostgresUploadLedger(database, cipher));
    }
}
