package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.accountinghub.routes.app.Hub;
import org.accountinghub.routes.app.HubSettings;
import org.accountinghub.routes.embedded.DataDirectory;
import org.accountinghub.routes.embedded.FreePort;
import org.accountinghub.routes.embedded.postgres.DatabaseLogin;
import org.accountinghub.routes.embedded.postgres.EmbeddedPostgres;
import org.accountinghub.routes.embedded.postgres.TemporaryPostgres;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A hub that cannot work safely says what is wrong and what to do, and does not start. */
@ResourceLock(Capture.LOG)
class RefusedStartTest {

    private final Stage stage = Stage.shared();

    @TempDir
    private Path folder;

    @Test
    void withoutADatabaseTheProcessEndsSoonAndSaysWhy() throws Exception {
        Map<String, String> environment = own(
                new DatabaseLogin("jdbc:postgresql://127.0.0.1:" + FreePort.choose() + "/hub", "hub", "a-password"));
        try (ChildHub hub = ChildHub.start(environment, folder.resolve("hub.log"))) {
            assertThat(hub.process().waitFor(150, TimeUnit.SECONDS)).isTrue();
            assertThat(hub.process().exitValue()).isEqualTo(2);
            assertThat(hub.output())
                    .contains("hub: does not start: the database at jdbc:postgresql://127.0.0.1:")
                    .contains("HUB_DATABASE_URL")
                    .doesNotContain("a-password")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void withoutABroker() {
        Map<String, String> environment = own(stageDatabase());
        environment.put("HUB_BROKER_URL", "tcp://127.0.0.1:" + FreePort.choose());
        environment.put("HUB_BROKER_PASSWORD", "a-password");
        assertThat(refusal(environment))
                .contains("the broker at tcp://127.0.0.1:", "HUB_BROKER_URL")
                .doesNotContain("a-password");
    }

    @Test
    void withAnotherKeyThanTheDatabaseWasSealedWith() {
        assertThat(refusal(own(stageDatabase()))).contains("HUB_SECRET_KEY is not the key");
    }

    @Test
    void withAKeyThatIsNone() {
        Map<String, String> environment = own(stageDatabase());
        environment.put("HUB_SECRET_KEY", "short");
        assertThat(refusal(environment))
                .contains("HUB_SECRET_KEY", "openssl rand -base64 32")
                .doesNotContain("short");
    }

    @Test
    void withoutTheStoresContract() {
        stage.desk().superuser().sql("CREATE DATABASE without_store").update();
        String url = stageDatabase().jdbcUrl().replaceFirst("/[^/]*$", "/without_store");
        assertThat(refusal(own(new DatabaseLogin(url, "hub", stageDatabase().password()))))
                .contains("does not provide the store contract", "./hub store install");
    }

    @Test
    void onADatabaseThatMayLoseWhatItCommitted() {
        assertThat(refusal(own(TemporaryPostgres.shared().newDatabase().hub())))
                .contains("fsync = off", "postgresql.conf");
    }

    @Test
    void onABrokerThatDropsMessages() throws Exception {
        int port = FreePort.choose();
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration
                .setSecurityEnabled(false)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + port)
                .addAddressSetting(
                        "#",
                        new AddressSettings()
                                .setDeadLetterAddress(SimpleString.of("dead"))
                                .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP));
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ().setConfiguration(configuration);
        broker.start();
        try {
            Map<String, String> environment = own(stageDatabase());
            environment.put("HUB_BROKER_URL", "tcp://127.0.0.1:" + port);
            assertThat(refusal(environment)).contains("DROP", "address-full-policy");
        } finally {
            broker.stop();
        }
    }

    @Test
    void withAConnectionThatIsNotRight() throws Exception {
        Files.writeString(folder.resolve("connections.yml"), """
                connections:
                  - name: norr
                    connector: fortnox
                    time-zone: Europe/Stockholm
                    settings: {client-id: some, colour: blue}
                """);
        Map<String, String> environment = new HashMap<>(Map.of(
                "HUB_DATA", folder.resolve("data").toString(),
                "HUB_CONNECTIONS", folder.resolve("connections.yml").toString()));
        try (DataDirectory data = DataDirectory.open(folder.resolve("data"))) {
            Stage.sharePrograms(data);
        }
        try {
            assertThat(refusal(environment)).contains("connections.yml", "norr", "colour", "is not known");
        } finally {
            Stage.removeDatabase(folder.resolve("data"));
        }
    }

    /** A database of one's own, an own key, and everything else in this test's folder. */
    private Map<String, String> own(DatabaseLogin database) {
        return new HashMap<>(Map.of(
                "HUB_DATA", folder.resolve("data").toString(),
                "HUB_DATABASE_URL", database.jdbcUrl(),
                "HUB_DATABASE_USER", database.user(),
                "HUB_DATABASE_PASSWORD", database.password(),
                "HUB_SECRET_KEY", Base64.getEncoder().encodeToString(new byte[32])));
    }

    private DatabaseLogin stageDatabase() {
        return stage.bean(EmbeddedPostgres.class).hubDatabase().hub();
    }

    private static String refusal(Map<String, String> environment) {
        try {
            Hub.start(HubSettings.from(environment)).close();
            throw new AssertionError("it started");
        } catch (RuntimeException e) {
            return Hub.refusal(e).orElseThrow(() -> e);
        }
    }
}
