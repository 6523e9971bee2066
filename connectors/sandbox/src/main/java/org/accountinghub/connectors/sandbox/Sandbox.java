package org.accountinghub.connectors.sandbox;

import com.github.tomakehurst.wiremock.common.FatalStartupException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.accountinghub.connectors.testkit.PartnerServer;
import org.accountinghub.connectors.testkit.SimulatorFactory;
import org.accountinghub.connectors.testkit.partner.SimulatedPartner;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs every simulator that is found, each below its system's name: {@code http://localhost:8089/fortnox/3}. */
public final class Sandbox implements AutoCloseable {
    private final PartnerServer server;
    private final Map<String, SimulatedPartner> partners;

    private Sandbox(PartnerServer server, Map<String, SimulatedPartner> partners) {
        this.server = server;
        this.partners = partners;
    }

    /** Starts on a port of this machine; 0 = any free one. */
    public static Sandbox start(String host, int port) {
        Map<String, SimulatedPartner> partners = new TreeMap<>();
        for (SimulatorFactory factory : ServiceLoader.load(SimulatorFactory.class)) {
            SimulatedPartner partner = factory.create(InstantSource.system());
            partners.put("/" + partner.system(), partner);
        }
        return new Sandbox(PartnerServer.start(host, port, partners), partners);
    }

    /** The systems that are simulated, by name. */
    public Set<String> systems() {
        return partners.values().stream().map(SimulatedPartner::system).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The simulated system itself, for those who run the sandbox in their own process.
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    public SimulatedPartner partner(String system) {
        SimulatedPartner partner = partners.get("/" + system);
        if (partner == null) {
            throw new IllegalArgumentException("no simulator of " + system + "; there are " + systems());
        }
        return partner;
    }

    /** The addresses of a system by name: {@code base}, {@code admin} and what else it has. */
    public Map<String, URI> addresses(String system) {
        Map<String, URI> addresses = new TreeMap<>();
        partners.forEach((mount, partner) -> {
            if (partner.system().equals(system)) {
                partner.paths()
                        .forEach((name, path) -> addresses.put(name, URI.create(server.address() + mount + path)));
                addresses.put("admin", URI.create(server.address() + mount + SimulatedPartner.ADMINISTRATION));
            }
        });
        return addresses;
    }

    /** One line of JSON: the addresses of each system. */
    String description() {
        ObjectNode all = JsonMapper.shared().createObjectNode();
        partners.values().forEach(partner -> {
            ObjectNode one = all.putObject(partner.system());
            addresses(partner.system()).forEach((name, uri) -> one.put(name, uri.toString()));
        });
        return all.toString();
    }

    @Override
    public void close() {
        server.close();
    }

    public static void main(String... words) {
        System.exit(run(words));
    }

    @SuppressWarnings("SystemOut")
    private static int run(String... words) {
        try {
            Arguments arguments = Arguments.parse(words);
            if (arguments.help()) {
                System.out.println(Arguments.USAGE);
                return 0;
            }
            Sandbox sandbox = start(arguments.host(), arguments.port());
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-stop"));
            System.out.println(sandbox.description());
            System.out.println("The simulated accounting systems answer at " + sandbox.server.address()
                    + ". Stop them with Ctrl-C.");
            Thread.currentThread().join();
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println("sandbox: " + e.getMessage());
            System.err.println(Arguments.USAGE);
            return 2;
        } catch (FatalStartupException e) {
            System.err.println("sandbox: cannot listen there: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
