package org.accountinghub.routes.app;

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

    public static void main(String[] arguments) {
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
