package org.accountinghub.routes.embedded.broker;

/**
 * How a client reaches the broker. The password and the parameters of the address are left out of {@link #toString()}.
 *
 * @param url for an Artemis connection factory
 * @param user empty where the broker asks for none
 */
public record BrokerLogin(String url, String user, String password) {

    @Override
    public String toString() {
        return user + " at " + url.replaceFirst("[?].*", "");
    }
}
