package org.accountinghub.routes.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.routes.embedded.StartRefused;
import org.accountinghub.routes.embedded.broker.Redelivery;
import org.accountinghub.routes.engine.delivery.DeliverySettings;
import org.accountinghub.routes.engine.delivery.RetryPolicy;
import org.accountinghub.routes.engine.registers.RegisterSettings;
import org.accountinghub.routes.engine.returns.ReturnSettings;
import org.accountinghub.routes.flows.FlowSettings;
import org.accountinghub.routes.uploads.file.Limits;

/**
 * What the hub is told by its environment. Everything has a default; two addresses make it use a database and a broker
 * of yours.
 *
 * @param data {@code HUB_DATA}: embedded parts and keys live here
 * @param port {@code HUB_PORT}
 * @param publicAddress {@code HUB_PUBLIC_URL}: where browsers reach the hub, for consents
 * @param connections {@code HUB_CONNECTIONS}: the file that names the connections
 * @param database {@code HUB_DATABASE_URL} with {@code _USER} and {@code _PASSWORD}; empty = embedded
 * @param broker {@code HUB_BROKER_URL} with {@code _USER} and {@code _PASSWORD}; empty = embedded
 * @param secretKey {@code HUB_SECRET_KEY}: 32 bytes in base64; required with a database of yours
 * @param administratorKey {@code HUB_ADMINISTRATOR_KEY}; else made and kept in the data directory
 * @param delivery {@code HUB_LEASE}, {@code HUB_STEP_TIME}, {@code HUB_LONGEST_PAUSE}, {@code HUB_LATENESS}: the promise's times, e.g. {@code PT5M};
 *     {@code HUB_RETRY_FIRST}: the first wait after a failure
 * @param flows {@code HUB_INVOICES_EVERY}: how often accounting systems are asked what became of invoices;
 *     {@code HUB_SWEEP_EVERY}: how often what got stuck is made due again
 * @param returns {@code HUB_UNINVOICED_AFTER}: how old a document sent as order may become without being invoiced, e.g. {@code P14D}
 * @param queue {@code HUB_LOST_AFTER}: how long past its due time a message may be under way before it counts as lost
 * @param registers {@code HUB_IMPORT_LEASE}: how long an import of a register rests when the hub that did it has died;
 *     {@code HUB_IMPORT_READS}: records that it reads at the same time at most
 * @param uploadLimit {@code HUB_UPLOAD_LIMIT}: the most bytes that an uploaded file may have
 */
public record HubSettings(
        Path data,
        int port,
        URI publicAddress,
        Optional<Path> connections,
        Optional<Login> database,
        Optional<Login> broker,
        Optional<Secret> secretKey,
        Optional<Secret> administratorKey,
        DeliverySettings delivery,
        FlowSettings flows,
        ReturnSettings returns,
        QueueSettings queue,
        RegisterSettings registers,
        long uploadLimit) {

    /** An address of yours, and who the hub is there. */
    public record Login(String url, String user, Secret password) {}

    /**
     * How long the queue tries.
     *
     * @param redelivery of the embedded broker; one of yours has its own
     * @param lostAfter how long past its due time a message may be under way before it counts as lost; longer than all
     *     redeliveries together
     */
    public record QueueSettings(Redelivery redelivery, Duration lostAfter) {

        static final QueueSettings USUAL = new QueueSettings(Redelivery.standard(), Duration.ofSeconds(90));
    }

    /**
     * Reads the environment's variables.
     *
     * @throws StartRefused naming the variable and the remedy
     */
    public static HubSettings from(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        int port = variables.find("HUB_PORT").map(HubSettings::port).orElse(8080);
        HubSettings settings = new HubSettings(
                Path.of(variables.find("HUB_DATA").orElse("data")),
                port,
                variables.publicAddress(port),
                variables.find("HUB_CONNECTIONS").map(Path::of),
                variables.login("HUB_DATABASE"),
                variables.login("HUB_BROKER"),
                variables.find("HUB_SECRET_KEY").map(Secret::new),
                variables.find("HUB_ADMINISTRATOR_KEY").map(Secret::new),
                variables.delivery(),
                variables.flows(),
                variables.returns(),
                variables.queue(),
                variables.registers(),
                variables.find("HUB_UPLOAD_LIMIT").map(HubSettings::bytes).orElse(Limits.USUAL.bytes()));
        if (settings.database().isPresent() && settings.secretKey().isEmpty()) {
            throw new StartRefused(
                    "HUB_DATABASE_URL names a database of yours, but HUB_SECRET_KEY is not set",
                    "Set HUB_SECRET_KEY to 32 random bytes in base64 (openssl rand -base64 32) and keep it: what is"
                            + " encrypted in the database can be read with this key only");
        }
        settings.database()
                .filter(login -> !login.url().startsWith("jdbc:postgresql:"))
                .ifPresent(login -> {
                    throw new StartRefused(
                            "HUB_DATABASE_URL is not the address of a PostgreSQL database",
                            "Write it as jdbc:postgresql://HOST:PORT/DATABASE");
                });
        return settings;
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new StartRefused("HUB_PORT is " + text, "Give a port number from 0 (any free one) to 65535");
        }
        return Integer.parseInt(text);
    }

    private static long bytes(String text) {
        if (!text.matches("[1-9]\\d{0,9}")) {
            throw new StartRefused(
                    "HUB_UPLOAD_LIMIT is " + text, "Give a number of bytes; leave it out for " + Limits.USUAL.bytes());
        }
        return Long.parseLong(text);
    }

    private record Variables(Map<String, String> values) {

        Optional<String> find(String name) {
            return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
        }

        DeliverySettings delivery() {
            DeliverySettings usual = DeliverySettings.defaults();
            try {
                return new DeliverySettings(
                        time("HUB_LEASE", usual.lease()),
                        time("HUB_STEP_TIME", usual.stepTime()),
                        time("HUB_LONGEST_PAUSE", usual.longestPause()),
                        time("HUB_LATENESS", usual.lateness()),
                        new RetryPolicy(
                                time("HUB_RETRY_FIRST", usual.retry().first()),
                                usual.retry().cap(),
                                usual.retry().maxAttempts(),
                                usual.retry().longestWait()));
            } catch (IllegalArgumentException e) {
                throw new StartRefused(
                        "HUB_LEASE, HUB_STEP_TIME, HUB_LONGEST_PAUSE, HUB_LATENESS and HUB_RETRY_FIRST do not go together: "
                                + e.getMessage(),
                        "Mend the one that is named, or leave them all out");
            }
        }

        FlowSettings flows() {
            FlowSettings usual = FlowSettings.USUAL;
            return new FlowSettings(
                    usual.collectEvery(),
                    usual.dispatchEvery(),
                    time("HUB_SWEEP_EVERY", usual.sweepEvery()),
                    usual.tellEvery(),
                    time("HUB_INVOICES_EVERY", usual.returnEvery()),
                    usual.consumers());
        }

        ReturnSettings returns() {
            ReturnSettings usual = ReturnSettings.defaults();
            try {
                return usual.withUninvoiced(time("HUB_UNINVOICED_AFTER", usual.uninvoiced()));
            } catch (IllegalArgumentException e) {
                throw new StartRefused(
                        "HUB_UNINVOICED_AFTER is negative", "Write it as P14D; leave it out for " + usual.uninvoiced());
            }
        }

        QueueSettings queue() {
            return new QueueSettings(
                    QueueSettings.USUAL.redelivery(), time("HUB_LOST_AFTER", QueueSettings.USUAL.lostAfter()));
        }

        RegisterSettings registers() {
            RegisterSettings usual = RegisterSettings.defaults();
            RegisterSettings leased;
            try {
                leased = usual.withLease(time("HUB_IMPORT_LEASE", usual.lease()));
            } catch (IllegalArgumentException e) {
                throw new StartRefused(
                        "HUB_IMPORT_LEASE is too short: " + e.getMessage(),
                        "Write it as PT1M; leave it out for " + usual.lease());
            }
            try {
                return leased.withReads(
                        find("HUB_IMPORT_READS").map(Integer::parseInt).orElse(usual.reads()));
            } catch (IllegalArgumentException e) {
                throw new StartRefused("HUB_IMPORT_READS is not a number above 0", "Leave it out for " + usual.reads());
            }
        }

        URI publicAddress(int port) {
            String text = find("HUB_PUBLIC_URL").orElse("http://localhost:" + port);
            try {
                URI address = new URI(text);
                if (address.getHost() != null
                        && String.valueOf(address.getScheme()).matches("https?")) {
                    return address;
                }
                throw noAddress();
            } catch (URISyntaxException e) {
                throw noAddress();
            }
        }

        private static StartRefused noAddress() {
            return new StartRefused(
                    "HUB_PUBLIC_URL is not an address", "Write it as browsers do, as in https://hub.example.com");
        }

        private Duration time(String name, Duration usual) {
            try {
                return find(name).map(Duration::parse).orElse(usual);
            } catch (DateTimeParseException e) {
                throw new StartRefused(
                        name + " is not a length of time",
                        "Write it as PT90S, PT5M or PT2H; leave it out for " + usual);
            }
        }

        Optional<Login> login(String prefix) {
            return find(prefix + "_URL")
                    .map(url -> new Login(
                            url,
                            find(prefix + "_USER").orElse("hub"),
                            new Secret(find(prefix + "_PASSWORD").orElse(""))));
        }
    }
}
