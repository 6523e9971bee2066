package org.accountinghub.routes.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.accountinghub.routes.embedded.broker.BrokerDurability;
import org.accountinghub.routes.embedded.broker.BrokerLogin;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeBrokerTest {

    private static final String PASSWORD = "a password";

    @TempDir
    Path instance;

    @Test
    void hasNothingThatTheHubWouldRefuse() throws Exception {
        FileConfiguration configuration = new FileConfiguration();
        FileDeploymentManager file =
                new FileDeploymentManager(Path.of("compose/broker.xml").toUri().toString());
        file.addDeployable(configuration).readConfiguration();
        assertThat(configuration.getAcceptorConfigurations())
                .singleElement()
                .satisfies(acceptor -> assertThat(acceptor.getParams()).containsEntry("port", "61616"));

        configuration.setBrokerInstance(instance.toFile());
        configuration.clearAcceptorConfigurations().addAcceptorConfiguration("test", "vm://616");
        ActiveMQServer broker = new ActiveMQServerImpl(configuration, imageUser());
        try {
            broker.start();
            assertThat(BrokerDurability.findings(new BrokerLogin("vm://616", "hub", PASSWORD)))
                    .isEmpty();
            assertThat(broker.locateQueue(SimpleString.of("transfers.dead")).isDurable())
                    .isTrue();
        } finally {
            broker.stop();
        }
    }

    /** As the image makes it: one user with the role amq. */
    private static ActiveMQJAASSecurityManager imageUser() {
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser("hub", PASSWORD);
        users.addRole("hub", "amq");
        return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users);
    }
}
