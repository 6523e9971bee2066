package org.accountinghub.routes.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.accountinghub.routes.embedded.Finding;
import org.accountinghub.routes.embedded.FreePort;
import org.accountinghub.routes.embedded.StartRefused;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.DiskFullMessagePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerDurabilityTest {

    @TempDir
    private Path folder;

    @Test
    void the_embedded_broker_is_safe() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, BrokerSettings.standard())) {
            assertThat(BrokerDurability.findings(broker.login())).isEmpty();
        }
    }

    @Test
    void dropping_without_dead_letters_and_without_end_is_found() {
        Consumer<Configuration> careless = configuration -> {
            configuration.getAddressSettings().clear();
            configuration.addAddressSetting(
                    "transfers.#",
                    new AddressSettings()
                            .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP)
                            .setDiskFullMessagePolicy(DiskFullMessagePolicy.DROP)
                            .setMaxDeliveryAttempts(-1));
        };
        try (EmbeddedBroker broker = start(careless)) {
            assertThat(BrokerDurability.findings(broker.login()))
                    .allMatch(finding -> finding.severity() == Finding.Severity.UNSAFE)
                    .extracting(Finding::what)
                    .satisfiesExactlyInAnyOrder(
                            what -> assertThat(what).contains("no dead-letter address"),
                            what -> assertThat(what).contains("full address").contains("DROP"),
                            what -> assertThat(what).contains("without end"),
                            what -> assertThat(what).contains("disk is full"));
        }
    }

    @Test
    void a_journal_without_sync_is_found() {
        try (EmbeddedBroker broker = start(configuration -> configuration.setJournalSyncNonTransactional(false))) {
            assertThat(BrokerDurability.findings(broker.login()))
                    .extracting(Finding::what)
                    .containsExactly("the broker confirms messages before they are on its disk");
        }
    }

    @Test
    void messages_in_memory_only_are_found() {
        try (EmbeddedBroker broker = start(configuration -> configuration.setPersistenceEnabled(false))) {
            assertThat(BrokerDurability.findings(broker.login()))
                    .extracting(Finding::what)
                    .containsExactly("the broker keeps messages in memory only");
        }
    }

    @Test
    void a_broker_that_is_not_there_is_refused_with_its_address() {
        BrokerLogin nobody = new BrokerLogin("tcp://127.0.0.1:" + FreePort.choose(), "hub", "secret");

        assertThatThrownBy(() -> BrokerDurability.findings(nobody))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(nobody.url())
                .hasMessageContaining("HUB_BROKER_URL")
                .hasMessageNotContaining("secret");
    }

    private EmbeddedBroker start(Consumer<Configuration> change) {
        BrokerSettings settings = BrokerSettings.standard();
        Configuration configuration = BrokerConfiguration.of(folder, settings);
        change.accept(configuration);
        return EmbeddedBroker.start(folder, settings, configuration);
    }
}
