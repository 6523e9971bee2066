package org.accountinghub.routes.app;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.routes.embedded.DataDirectory;
import org.accountinghub.routes.embedded.StartRefused;
import org.accountinghub.routes.embedded.broker.BrokerDurability;
import org.accountinghub.routes.embedded.broker.BrokerLogin;
import org.accountinghub.routes.embedded.broker.BrokerSettings;
import org.accountinghub.routes.embedded.broker.EmbeddedBroker;
import org.accountinghub.routes.flows.TransactedJms;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The queue: the embedded broker, or one of yours. */
@Configuration
class BrokerConfiguration {

    @Bean
    @Lazy
    EmbeddedBroker embeddedBroker(DataDirectory directory, HubSettings settings) {
        return EmbeddedBroker.start(
                directory.broker(),
                BrokerSettings.standard().withRedelivery(settings.queue().redelivery()));
    }

    /** @throws StartRefused when the broker does not answer, or may lose what it is given */
    @Bean(destroyMethod = "stop")
    JmsPoolConnectionFactory connectionFactory(HubSettings settings, ObjectProvider<EmbeddedBroker> embedded) {
        HubSettings.Login login = settings.broker().orElseGet(() -> {
            BrokerLogin broker = embedded.getObject().login();
            return new HubSettings.Login(broker.url(), broker.user(), new Secret(broker.password()));
        });
        ActiveMQConnectionFactory artemis;
        try {
            artemis = new ActiveMQConnectionFactory(
                    login.url(), login.user(), login.password().reveal());
        } catch (RuntimeException e) {
            throw new StartRefused(
                    "HUB_BROKER_URL is not an address of an Artemis broker", "Write it as tcp://HOST:61616", e);
        }
        JmsPoolConnectionFactory pool = TransactedJms.pool(artemis);
        answers(pool, login);
        if (settings.broker().isPresent()) {
            Durability.demand(BrokerDurability.findings(
                    new BrokerLogin(login.url(), login.user(), login.password().reveal())));
        }
        return pool;
    }

    @Bean
    JmsComponent jms(ConnectionFactory connectionFactory) {
        return TransactedJms.component(connectionFactory);
    }

    private static void answers(ConnectionFactory factory, HubSettings.Login login) {
        try (var connection = factory.createConnection()) {
            connection.start();
        } catch (JMSException | JMSRuntimeException e) {
            throw new StartRefused(
                    "the broker at " + login.url() + " cannot be used as " + login.user() + " (" + e.getMessage() + ")",
                    "Check that it runs, and HUB_BROKER_URL, HUB_BROKER_USER and HUB_BROKER_PASSWORD",
                    e);
        }
    }
}
