package org.accountinghub.connectors.testkit;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.testkit.partner.SimulatedPartner;

/** A simulated partner that can be started at an address of its own; where others give it one, it knows none. */
public abstract class ServedPartner extends SimulatedPartner implements AutoCloseable {
    private static final String HOST = "localhost";

    private Optional<PartnerServer> server = Optional.empty();

    protected ServedPartner(String system, InstantSource clock) {
        super(system, clock);
    }

    /** Starts it on a port of this machine; 0 = any free one. */
    protected static <P extends ServedPartner> P started(P partner, int port) {
        ((ServedPartner) partner).server = Optional.of(PartnerServer.start(HOST, port, Map.of("", partner)));
        return partner;
    }

    /** {@code http://localhost:PORT}, and what {@link #paths} says of {@code base}. */
    public final URI baseUri() {
        return address(paths().getOrDefault("base", ""));
    }

    /** Where it is steered over HTTP. */
    public final URI administrationUri() {
        return address(ADMINISTRATION);
    }

    protected final URI address(String path) {
        return server.orElseThrow(() -> new IllegalStateException("not started on a port of its own"))
                .address()
                .resolve(path);
    }

    @Override
    public final void close() {
        server.ifPresent(PartnerServer::close);
    }
}
