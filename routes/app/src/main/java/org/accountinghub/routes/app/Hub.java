package org.accountinghub.routes.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.routes.embedded.StartRefused;
import org.accountinghub.routes.ledger.WrongKeyException;
import org.accountinghub.routes.store.StoreException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** The hub: {@code ./hub serve}. Settings come from the environment, see {@link HubSettings}. */
@SpringBootApplication
public class Hub {

    private static final int REFUSED = 2;

    private static final String USAGE = """
            Usage: hub serve
            Starts the hub, with a database and a queue of its own where no addresses are given, until interrupted.

            Settings come from the environment:
              HUB_DATA            folder of the embedded parts and the keys (./data)
              HUB_PORT            port of the API (8080)
              HUB_CONNECTIONS     the file that names the connections (connections.yml in HUB_DATA)
              HUB_DATABASE_URL    a PostgreSQL of yours (embedded)
              HUB_BROKER_URL      an Artemis of yours (embedded)
            README.md has all of them.""";

    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            System.exit(answer(arguments));
        }
        try {
            start(HubSettings.from(System.getenv()));
        } catch (Exception e) {
            Optional<String> known = refusal(e);
            System.err.println("hub: does not start: " + known.orElse("an error of the hub, please report it"));
            if (known.isEmpty()) {
                e.printStackTrace();
            }
            System.exit(REFUSED);
        }
    }

    /** There are no arguments but for help: a mistaken one is not passed over. Answers the exit code. */
    static int answer(String... arguments) {
        if (List.of("--help", "-h").contains(arguments[0])) {
            System.out.println(USAGE);
            return 0;
        }
        System.err.println("hub: serve takes no arguments, and was given " + String.join(" ", arguments) + ".");
        System.err.println(USAGE);
        return REFUSED;
    }

    /** Starts a hub in this process; closing the context stops it and what it embeds. */
    public static ConfigurableApplicationContext start(HubSettings settings) {
        neverSendTwiceSilently();
        SpringApplication application = new SpringApplication(Hub.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("hubSettings", settings));
        application.setDefaultProperties(Map.of("server.port", settings.port()));
        return application.run();
    }

    /**
     * The JDK's client sends a GET again when its answer is lost, and some partners print and send by GET. It reads this with
     * the first request of the process, whoever makes that.
     */
    private static void neverSendTwiceSilently() {
        System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
    }

    /** What the person who starts the hub can do about it; empty when that is nothing. */
    public static Optional<String> refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused
                    || cause instanceof WrongKeyException
                    || cause instanceof StoreException) {
                return Optional.ofNullable(cause.getMessage());
            }
            if (cause instanceof PortInUseException taken) {
                return Optional.of("port " + taken.getPort()
                        + " is taken by another program. Stop that one, or set HUB_PORT to another port");
            }
        }
        return Optional.empty();
    }
}
