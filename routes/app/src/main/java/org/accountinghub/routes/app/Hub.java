package org.accountinghub.routes.app;

import org.accountinghub.routes.embedded.StartRefused;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The hub: {@code ./hub serve}. Settings come from the environment, see {@link HubSettings}. */
@SpringBootApplication
public class Hub {

    private static final int REFUSED = 2;

    public static void main(String[] arguments) {
        try {
            HubSettings settings = HubSettings.from(System.getenv());
            start(settings);
        } catch (Exception e) {
            System.err.println("hub: " + explain(e));
            System.exit(REFUSED);
        }
    }

    /** Starts a hub in this process; closing the context stops it and what it embeds. */
    public static ConfigurableApplicationContext start(HubSettings settings) {
        SpringApplication application = new SpringApplication(Hub.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("hubSettings", settings));
        application.setDefaultProperties(java.util.Map.of("server.port", settings.port()));
        return application.run();
    }

    private static String explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused) {
                return "does not start: " + cause.getMessage();
            }
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "does not start: " + root;
    }
}
