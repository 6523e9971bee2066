package org.accountinghub.routes.app;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.accountinghub.routes.embedded.DataDirectory;
import org.accountinghub.routes.embedded.broker.EmbeddedBroker;
import org.accountinghub.routes.engine.byhand.MarkDelivered;
import org.accountinghub.routes.engine.connection.ConnectionCheck;
import org.accountinghub.routes.engine.connection.Consents;
import org.accountinghub.routes.engine.preview.Preview;
import org.accountinghub.routes.engine.registers.FollowedMatches;
import org.accountinghub.routes.engine.registers.RegisterPorts;
import org.accountinghub.routes.flows.InvoiceReturnRoutes;
import org.accountinghub.routes.ledger.Ledger;
import org.accountinghub.routes.ledger.Registers;
import org.accountinghub.routes.operations.ApiErrors;
import org.accountinghub.routes.operations.ApiKeys;
import org.accountinghub.routes.operations.BrokerHealth;
import org.accountinghub.routes.operations.ConflictsApi;
import org.accountinghub.routes.operations.ConnectionViews;
import org.accountinghub.routes.operations.ConnectionsApi;
import org.accountinghub.routes.operations.ConsentPage;
import org.accountinghub.routes.operations.MatchesApi;
import org.accountinghub.routes.operations.OpenApiPage;
import org.accountinghub.routes.operations.OverviewApi;
import org.accountinghub.routes.operations.PartnerHealth;
import org.accountinghub.routes.operations.PreviewApi;
import org.accountinghub.routes.operations.ProblemsApi;
import org.accountinghub.routes.operations.RegistersApi;
import org.accountinghub.routes.operations.RequestLimits;
import org.accountinghub.routes.operations.TransferMetrics;
import org.accountinghub.routes.operations.TransfersApi;
import org.apache.camel.ProducerTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;

/** The operators' API, health and metrics. */
@Configuration
class OperationsConfiguration {

    private static final Duration METRICS_EVERY = Duration.ofSeconds(15);

    @Bean
    ApiKeys apiKeys(HubSettings settings, ObjectProvider<DataDirectory> directory) {
        return new ApiKeys(settings.administratorKey()
                .map(key -> key.reveal())
                .orElseGet(() -> directory
                        .getObject()
                        .secretFile(
                                "administrator.key",
                                () -> (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", ""))));
    }

    @Bean
    TransfersApi transfersApi(Ledger ledger, MarkDelivered marks) {
        return new TransfersApi(ledger.operators(), ledger.byHand(), marks);
    }

    @Bean
    ProblemsApi problemsApi(Ledger ledger) {
        return new ProblemsApi(ledger.operators());
    }

    @Bean
    ConnectionViews connectionViews(Ledger ledger, InstantSource clock) {
        return new ConnectionViews(ledger.connections(), ledger.returns(), clock);
    }

    @Bean
    OverviewApi overviewApi(Ledger ledger, ConnectionViews connections) {
        return new OverviewApi(ledger.operators(), connections);
    }

    @Bean
    ConnectionsApi connectionsApi(
            ConnectionViews connections,
            Consents consents,
            ConnectionCheck check,
            Ledger ledger,
            @Lazy ProducerTemplate producer) {
        return new ConnectionsApi(
                connections,
                consents,
                check,
                ledger.operators(),
                name -> producer.sendBody(InvoiceReturnRoutes.NOW, name));
    }

    @Bean
    PreviewApi previewApi(Preview preview) {
        return new PreviewApi(preview);
    }

    @Bean
    RegistersApi registersApi(Ledger ledger) {
        Registers registers = ledger.registers();
        return new RegistersApi(
                ledger.connections(), registers.ledger(), registers.runs(), registers.matches(), registers.conflicts());
    }

    @Bean
    MatchesApi matchesApi(RegisterPorts ports) {
        return new MatchesApi(new FollowedMatches(ports));
    }

    @Bean
    ConflictsApi conflictsApi(Ledger ledger) {
        return new ConflictsApi(ledger.registers().conflicts());
    }

    @Bean
    OpenApiPage openApiPage() {
        return new OpenApiPage();
    }

    @Bean
    ApiErrors apiErrors() {
        return new ApiErrors();
    }

    @Bean
    RequestLimits requestLimits(HubSettings settings) {
        return new RequestLimits(settings.uploadLimit());
    }

    @Bean
    ConsentPage consentPage(Consents consents) {
        return new ConsentPage(consents);
    }

    @Bean
    PartnerHealth partners(Ledger ledger) {
        return new PartnerHealth(ledger.connections());
    }

    @Bean
    BrokerHealth broker(
            HubSettings settings, ObjectProvider<EmbeddedBroker> embedded, ConnectionFactory connectionFactory) {
        return new BrokerHealth(() -> settings.broker().isPresent()
                ? trouble(connectionFactory)
                : embedded.getObject().trouble().or(() -> trouble(connectionFactory)));
    }

    @Bean
    TransferMetrics transferMetrics(Ledger ledger, InstantSource clock, MeterRegistry registry) {
        return new TransferMetrics(ledger.operators(), ledger.connections(), clock, registry);
    }

    @EventListener
    void start(ApplicationReadyEvent ready) {
        ready.getApplicationContext().getBean(TransferMetrics.class).start(METRICS_EVERY);
    }

    private static Optional<String> trouble(ConnectionFactory broker) {
        try (var connection = broker.createConnection()) {
            connection.start();
            return Optional.empty();
        } catch (JMSException | JMSRuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
