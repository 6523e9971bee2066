package org.accountinghub.routes.embedded.broker;

/**
 * How a client reaches the broker. The password is left out of {@link #toString()}.
 *
 * @param url for an Artemis connection factory
 */
public record BrokerLogin(String url, String user, String password) {

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
