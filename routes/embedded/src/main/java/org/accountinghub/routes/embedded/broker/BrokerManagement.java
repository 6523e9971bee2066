package org.accountinghub.routes.embedded.broker;

import java.io.StringReader;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQInternalErrorException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.json.JsonObject;
import org.apache.activemq.artemis.utils.JsonLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Questions to a broker's own management address. */
final class BrokerManagement implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerManagement.class);
    private static final String ADDRESS = "activemq.management";
    private static final String BROKER = "broker";
    private static final long ANSWER_MILLIS = 10_000;

    @FunctionalInterface
    private interface Question {
        void write(ClientMessage message) throws Exception;
    }

    private final ServerLocator locator;
    private final ClientSession session;
    private final ClientRequestor requestor;

    private BrokerManagement(ServerLocator locator, ClientSession session, ClientRequestor requestor) {
        this.locator = locator;
        this.session = session;
        this.requestor = requestor;
    }

    static BrokerManagement connect(BrokerLogin login) throws ActiveMQException {
        ServerLocator locator = null;
        try {
            locator = ActiveMQClient.createServerLocator(login.url()).setCallTimeout(ANSWER_MILLIS);
            ClientSessionFactory factory = locator.createSessionFactory();
            String user = login.user().isEmpty() ? null : login.user();
            ClientSession session = factory.createSession(user, login.password(), false, true, true, false, 1);
            session.start();
            return new BrokerManagement(locator, session, new ClientRequestor(session, ADDRESS));
        } catch (Exception e) {
            if (locator != null) {
                locator.close();
            }
            throw asMessagingProblem(e);
        }
    }

    boolean isOn(String attribute) throws ActiveMQException {
        return Boolean.parseBoolean(ask(message -> ManagementHelper.putAttribute(message, BROKER, attribute)));
    }

    JsonObject addressSettings(String address) throws ActiveMQException {
        String json = ask(message ->
                ManagementHelper.putOperationInvocation(message, BROKER, "getAddressSettingsAsJSON", address));
        return JsonLoader.readObject(new StringReader(json));
    }

    private String ask(Question question) throws ActiveMQException {
        try {
            ClientMessage request = session.createMessage(false);
            question.write(request);
            ClientMessage answer = requestor.request(request, ANSWER_MILLIS);
            if (answer == null) {
                throw new ActiveMQInternalErrorException("no answer from " + ADDRESS);
            }
            String result = String.valueOf(ManagementHelper.getResult(answer));
            if (!ManagementHelper.hasOperationSucceeded(answer)) {
                throw new ActiveMQSecurityException(result);
            }
            return result;
        } catch (Exception e) {
            throw asMessagingProblem(e);
        }
    }

    /** Removes the temporary answer queue first, since the broker complains when a session leaves one behind. */
    @Override
    public void close() {
        try {
            requestor.close();
            session.close();
        } catch (Exception e) {
            LOG.debug("the broker was gone before the questions to it ended", e);
        } finally {
            locator.close();
        }
    }

    private static ActiveMQException asMessagingProblem(Exception e) {
        return e instanceof ActiveMQException known
                ? known
                : new ActiveMQInternalErrorException(String.valueOf(e.getMessage()), e);
    }
}
