package org.accountinghub.routes.app;

import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.accountinghub.routes.engine.connection.Blockade;
import org.accountinghub.routes.engine.connection.InstalledConnectors;
import org.accountinghub.routes.engine.connection.PermitKeeper;
import org.accountinghub.routes.engine.port.OnceAtATime;
import org.accountinghub.routes.engine.registers.CustomerTeller;
import org.accountinghub.routes.engine.registers.RegisterExports;
import org.accountinghub.routes.engine.registers.RegisterImports;
import org.accountinghub.routes.engine.registers.RegisterPorts;
import org.accountinghub.routes.flows.DatabaseGate;
import org.accountinghub.routes.flows.RegisterRoutes;
import org.accountinghub.routes.ledger.Ledger;
import org.accountinghub.routes.store.ContractRegisters;
import org.accountinghub.routes.store.StoreSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers: the engine's rules over ledger and store, and their flows. */
@Configuration
class RegisterConfiguration {

    @Bean
    RegisterPorts registerPorts(Ledger ledger, DataSource dataSource, StoreSettings settings) {
        return new RegisterPorts(
                ledger.registers().runs(),
                ledger.registers().ledger(),
                ledger.registers().matches(),
                new ContractRegisters(dataSource, settings),
                ledger.registers().fingerprints());
    }

    @Bean
    RegisterImports registerImports(
            RegisterPorts ports,
            Ledger ledger,
            InstalledConnectors connectors,
            Blockade blockade,
            HubSettings settings,
            InstantSource clock) {
        String worker = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
        return new RegisterImports(
                ports,
                ledger.connections(),
                connectors,
                blockade,
                settings.registers(),
                new RegisterImports.Surroundings(worker, clock, PermitKeeper.Waiter.real()));
    }

    @Bean
    RegisterExports registerExports(RegisterPorts ports, Ledger ledger) {
        return new RegisterExports(ports, ledger.connections());
    }

    @Bean
    CustomerTeller customerTeller(RegisterPorts ports, Ledger ledger, InstalledConnectors connectors) {
        return new CustomerTeller(ledger.registers().facts(), ports.store(), ledger.connections(), connectors);
    }

    @Bean
    RegisterRoutes registerRoutes(
            Ledger ledger,
            RegisterImports imports,
            RegisterExports exports,
            CustomerTeller teller,
            OnceAtATime once,
            DatabaseGate gate,
            InstantSource clock) {
        RegisterSchedule schedule = new RegisterSchedule(
                ledger.connections(),
                ledger.registers().runs(),
                ledger.registers().matches(),
                clock);
        return new RegisterRoutes(schedule, imports, exports, teller, once, gate);
    }
}
