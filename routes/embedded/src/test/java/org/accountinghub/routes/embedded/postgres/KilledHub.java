package org.accountinghub.routes.embedded.postgres;

import java.nio.file.Path;
import org.accountinghub.routes.embedded.DataDirectory;
import org.accountinghub.routes.embedded.broker.BrokerSettings;
import org.accountinghub.routes.embedded.broker.EmbeddedBroker;
import org.accountinghub.routes.embedded.broker.Queue;

/** A process of its own that commits a row and a message, says so, and waits to be killed. */
final class KilledHub {

    static final String READY = "READY ";

    private KilledHub() {}

    public static void main(String[] arguments) throws Exception {
        DataDirectory data = DataDirectory.open(Path.of(arguments[0]));
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data, TemporaryFolder.cache());
        Sql.execute(postgres.hubDatabase().hub(), "CREATE TABLE hub.kept AS SELECT 'row' AS what");
        EmbeddedBroker broker = EmbeddedBroker.start(data.broker(), BrokerSettings.standard());
        new Queue(broker.login(), "transfers.kept").send("message");
        TemporaryPostgres temporary = TemporaryPostgres.shared();

        System.out.println(READY + temporary.newDatabase().hub().jdbcUrl());
        Thread.currentThread().join();
    }
}
