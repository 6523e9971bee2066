package org.accountinghub.routes.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.accountinghub.connectors.spi.Permits;
import org.accountinghub.routes.engine.byhand.MarkDelivered;
import org.accountinghub.routes.engine.changes.ChangeWatch;
import org.accountinghub.routes.engine.connection.Blockade;
import org.accountinghub.routes.engine.connection.ConnectionCheck;
import org.accountinghub.routes.engine.connection.Consents;
import org.accountinghub.routes.engine.connection.InstalledConnectors;
import org.accountinghub.routes.engine.connection.PermitKeeper;
import org.accountinghub.routes.engine.delivery.DeliveryProcedure;
import org.accountinghub.routes.engine.planning.Planner;
import org.accountinghub.routes.engine.planning.Sweeper;
import org.accountinghub.routes.engine.port.Alerts;
import org.accountinghub.routes.engine.port.ServiceStore;
import org.accountinghub.routes.engine.port.TransferQueue;
import org.accountinghub.routes.engine.preview.Preview;
import org.accountinghub.routes.engine.registers.RegisterPorts;
import org.accountinghub.routes.engine.returns.InvoiceReturn;
import org.accountinghub.routes.engine.returns.StoreTeller;
import org.accountinghub.routes.ledger.Ledger;
import org.accountinghub.routes.ledger.SecretKeys;
import org.accountinghub.routes.operations.ConsentPage;
import org.accountinghub.routes.operations.LoggedAlerts;
import org.accountinghub.routes.operations.MeasuredDeliveries;
import org.accountinghub.routes.store.ContractStore;
import org.accountinghub.routes.store.ReadyDocuments;
import org.accountinghub.routes.store.StoreSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine over the ledger, the store and the installed connectors. */
@Configuration
class EngineConfiguration {

    private static final Duration PATIENCE_FOR_PERMITS = Duration.ofSeconds(2);
    private static final Duration COMPARED_AGAIN = Duration.ofDays(1);
    private static final int STATE_BYTES = 32;

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    StoreSettings storeSettings() {
        return StoreSettings.swedish("service");
    }

    @Bean
    Ledger ledger(DataSource dataSource, SecretKeys keys) {
        return Ledger.open(dataSource, keys, storeSettings().name(), ReadyDocuments.select(storeSettings()));
    }

    @Bean
    ContractStore store(DataSource dataSource, StoreSettings settings, InstantSource clock) {
        return new ContractStore(dataSource, settings, clock);
    }

    @Bean
    Alerts alerts() {
        return new LoggedAlerts();
    }

    @Bean
    Permits permits(Ledger ledger) {
        return new PermitKeeper(ledger.permits(), PATIENCE_FOR_PERMITS, PermitKeeper.Waiter.real());
    }

    @Bean
    InstalledConnectors connectors(Ledger ledger, Permits permits, InstantSource clock) {
        return new InstalledConnectors(InstalledConnectors.onClassPath(), ledger.connections(), permits, clock);
    }

    @Bean
    SeededConnections seededConnections(
            Ledger ledger, InstalledConnectors connectors, Alerts alerts, HubSettings settings) {
        SeededConnections seeded = new SeededConnections(ledger.connections(), connectors, alerts);
        seeded.seed(settings, System.getenv());
        return seeded;
    }

    @Bean
    Blockade blockade(Ledger ledger, Alerts alerts) {
        return new Blockade(ledger.connections(), alerts);
    }

    @Bean
    ConnectionCheck connectionCheck(Ledger ledger, InstalledConnectors connectors, Blockade blockade) {
        return new ConnectionCheck(ledger.connections(), connectors, blockade);
    }

    @Bean
    Consents consents(Ledger ledger, InstalledConnectors connectors, Blockade blockade, HubSettings settings) {
        SecureRandom random = new SecureRandom();
        return new Consents(
                ledger.connections(),
                connectors,
                blockade,
                () -> unguessable(random),
                settings.publicAddress().resolve(ConsentPage.PATH));
    }

    @Bean
    DeliveryProcedure deliveryProcedure(
            Ledger ledger,
            ServiceStore store,
            InstalledConnectors connectors,
            Blockade blockade,
            HubSettings settings,
            MeterRegistry registry,
            RegisterPorts registers) {
        String worker = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
        return new DeliveryProcedure(
                new MeasuredDeliveries(ledger.delivery(), registry),
                ledger.connections(),
                store,
                connectors,
                blockade,
                settings.delivery(),
                DeliveryProcedure.Surroundings.real(worker),
                Optional.of(registers));
    }

    @Bean
    Planner planner(Ledger ledger, TransferQueue queue) {
        return new Planner(ledger.planning(), queue, Planner.Settings.defaults());
    }

    @Bean
    Sweeper sweeper(Ledger ledger, HubSettings settings) {
        return new Sweeper(ledger.planning(), settings.queue().lostAfter());
    }

    @Bean
    InvoiceReturn invoiceReturn(
            Ledger ledger,
            InstalledConnectors connectors,
            Blockade blockade,
            HubSettings settings,
            InstantSource clock) {
        return new InvoiceReturn(
                ledger.returns(),
                ledger.connections(),
                connectors,
                blockade,
                settings.returns(),
                clock,
                PermitKeeper.Waiter.real());
    }

    @Bean
    Preview preview(Ledger ledger, ContractStore store, InstalledConnectors connectors, InstantSource clock) {
        return new Preview(store, store, ledger.preview(), ledger.connections(), connectors, clock);
    }

    @Bean
    MarkDelivered markDelivered(
            Ledger ledger,
            ContractStore store,
            RegisterPorts registers,
            InstalledConnectors connectors,
            InstantSource clock) {
        return new MarkDelivered(
                ledger.byHand(),
                ledger.connections(),
                connectors,
                new MarkDelivered.Stores(store, store, registers.store()),
                clock);
    }

    @Bean
    ChangeWatch changeWatch(Ledger ledger, ContractStore store, StoreSettings settings, InstantSource clock) {
        return new ChangeWatch(settings.name(), ledger.changes(), store, clock, COMPARED_AGAIN);
    }

    @Bean
    StoreTeller storeTeller(Ledger ledger, ServiceStore store) {
        return new StoreTeller(ledger.returns(), store);
    }

    private static String unguessable(SecureRandom random) {
        byte[] bytes = new byte[STATE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
