package org.accountinghub.routes.app;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.jms.ConnectionFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import org.accountinghub.routes.engine.changes.ChangeWatch;
import org.accountinghub.routes.engine.connection.ConnectionCheck;
import org.accountinghub.routes.engine.connection.InstalledConnectors;
import org.accountinghub.routes.engine.delivery.DeliveryProcedure;
import org.accountinghub.routes.engine.planning.Planner;
import org.accountinghub.routes.engine.planning.Sweeper;
import org.accountinghub.routes.engine.port.OnceAtATime;
import org.accountinghub.routes.engine.port.TransferQueue;
import org.accountinghub.routes.engine.returns.InvoiceReturn;
import org.accountinghub.routes.engine.returns.StoreTeller;
import org.accountinghub.routes.flows.ChangeRoutes;
import org.accountinghub.routes.flows.CollectRoutes;
import org.accountinghub.routes.flows.ConnectionRoutes;
import org.accountinghub.routes.flows.DatabaseGate;
import org.accountinghub.routes.flows.DeliveryRoutes;
import org.accountinghub.routes.flows.DispatchRoutes;
import org.accountinghub.routes.flows.FlowErrors;
import org.accountinghub.routes.flows.InvoiceReturnRoutes;
import org.accountinghub.routes.flows.JmsTransferQueue;
import org.accountinghub.routes.flows.RegisterRoutes;
import org.accountinghub.routes.flows.SweepRoutes;
import org.accountinghub.routes.ledger.Ledger;
import org.accountinghub.routes.ledger.PostgresOnceAtATime;
import org.accountinghub.routes.store.StoreChanges;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;

/** The flows, and what sets them going. */
@Configuration
class FlowConfiguration {

    private static final int ANSWER_SECONDS = 2;
    private static final int CONNECT_SECONDS = 5;

    @Bean
    TransferQueue transferQueue(ConnectionFactory broker, InstantSource clock) {
        return new JmsTransferQueue(broker, clock);
    }

    @Bean
    DatabaseGate databaseGate(@Lazy CamelContext camel, HikariDataSource dataSource) {
        return new DatabaseGate(camel, () -> answers(dataSource));
    }

    @Bean
    FlowErrors flowErrors(DatabaseGate gate) {
        return new FlowErrors(gate);
    }

    @Bean
    CollectRoutes collectRoutes(Planner planner, DatabaseGate gate) {
        return new CollectRoutes(planner, gate);
    }

    @Bean
    DispatchRoutes dispatchRoutes(Planner planner, DatabaseGate gate, HubSettings settings) {
        return new DispatchRoutes(planner, gate, settings.flows());
    }

    @Bean
    DeliveryRoutes deliveryRoutes(
            DeliveryProcedure deliveries, DatabaseGate gate, InstalledConnectors connectors, HubSettings settings) {
        return new DeliveryRoutes(deliveries, gate, connectors.names(), settings.flows());
    }

    @Bean
    SweepRoutes sweepRoutes(Sweeper sweeper, DatabaseGate gate, HubSettings settings) {
        return new SweepRoutes(sweeper, gate, settings.flows());
    }

    @Bean
    ConnectionRoutes connectionRoutes(ConnectionCheck check, OnceAtATime once, DatabaseGate gate) {
        return new ConnectionRoutes(check, once, gate);
    }

    @Bean
    InvoiceReturnRoutes invoiceReturnRoutes(
            InvoiceReturn invoices,
            StoreTeller teller,
            Ledger ledger,
            OnceAtATime once,
            DatabaseGate gate,
            HubSettings settings) {
        return new InvoiceReturnRoutes(
                invoices,
                teller,
                () -> ledger.connections().connections().stream()
                        .map(org.accountinghub.routes.engine.Connection::name)
                        .toList(),
                once,
                gate,
                settings.flows());
    }

    @Bean
    ChangeRoutes changeRoutes(ChangeWatch watch, OnceAtATime once, DatabaseGate gate) {
        return new ChangeRoutes(watch, once, gate);
    }

    @Bean
    OnceAtATime once(HikariDataSource pool) {
        return new PostgresOnceAtATime(unpooled(pool, "accounting hub, once at a time"));
    }

    @Bean(destroyMethod = "close")
    StoreChanges storeChanges(HikariDataSource pool, @Lazy ProducerTemplate producer, HubSettings settings) {
        PGSimpleDataSource listening = unpooled(pool, "accounting hub, listening");
        return new StoreChanges(listening, settings.flows().collectEvery(), changed -> {
            producer.sendBody(CollectRoutes.NOTICE, "");
            producer.sendBody(ChangeRoutes.NOTICE, "");
            producer.sendBody(RegisterRoutes.NOTICE, "");
        });
    }

    @EventListener
    void start(ApplicationReadyEvent ready) {
        ready.getApplicationContext().getBean(StoreChanges.class).start();
    }

    private static PGSimpleDataSource unpooled(HikariDataSource pool, String name) {
        PGSimpleDataSource direct = new PGSimpleDataSource();
        direct.setUrl(pool.getJdbcUrl());
        direct.setUser(pool.getUsername());
        direct.setPassword(pool.getPassword());
        direct.setApplicationName(name);
        direct.setConnectTimeout(CONNECT_SECONDS);
        return direct;
    }

    private static boolean answers(HikariDataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(ANSWER_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
