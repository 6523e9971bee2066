package org.accountinghub.routes.embedded.broker;

import java.util.OptionalInt;

/**
 * What may differ between embedded brokers.
 *
 * @param tcpPort opens the broker to other processes of this machine, on 127.0.0.1; 0 takes any free port; empty = reachable from inside the hub only
 */
public record BrokerSettings(Redelivery redelivery, OptionalInt tcpPort) {

    public static BrokerSettings standard() {
        return new BrokerSettings(Redelivery.standard(), OptionalInt.empty());
    }

    public BrokerSettings withRedelivery(Redelivery other) {
        return new BrokerSettings(other, tcpPort);
    }

    public BrokerSettings withTcpPort(int port) {
        return new BrokerSettings(redelivery, OptionalInt.of(port));
    }
}
