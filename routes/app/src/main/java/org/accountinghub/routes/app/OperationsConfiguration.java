package org.accountinghub.routes.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.UUID;
import org.accountinghub.routes.embedded.DataDirectory;
import org.accountinghub.routes.engine.connection.ConnectionCheck;
import org.accountinghub.routes.engine.connection.Consents;
import org.accountinghub.routes.engine.returns.InvoiceReturn;
import org.accountinghub.routes.ledger.Ledger;
import org.accountinghub.routes.operations.ApiKeys;
import org.accountinghub.routes.operations.ConnectionsApi;
import org.accountinghub.routes.operations.ConsentPage;
import org.accountinghub.routes.operations.OverviewApi;
import org.accountinghub.routes.operations.PartnerHealth;
import org.accountinghub.routes.operations.ProblemsApi;
import org.accountinghub.routes.operations.TransferMetrics;
import org.accountinghub.routes.operations.TransfersApi;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The operators' API, health and metrics. */
@Configuration
class OperationsConfiguration {

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
    TransfersApi transfersApi(Ledger ledger) {
        return new TransfersApi(ledger.operators());
    }

    @Bean
    ProblemsApi problemsApi(Ledger ledger) {
        return new ProblemsApi(ledger.operators());
    }

    @Bean
    OverviewApi overviewApi(Ledger ledger) {
        return new OverviewApi(ledger.operators(), ledger.connections());
    }

    @Bean
    ConnectionsApi connectionsApi(Ledger ledger, Consents consents, ConnectionCheck check, InvoiceReturn invoices) {
        return new ConnectionsApi(ledger.connections(), consents, check, invoices);
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
    TransferMetrics transferMetrics(Ledger ledger, InstantSource clock, MeterRegistry registry) {
        return new TransferMetrics(ledger.operators(), clock, registry);
    }
}
