package org.accountinghub.connectors.example;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.accountinghub.connectors.http.GivenSettings;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Setting;

/**
 * One connection's settings, read and checked.
 *
 * @param announced whether every invoice is announced by letter
 * @param lateness L of the published promise
 */
record ExampleSettings(URI base, String company, Secret key, boolean announced, Duration lateness, Duration timeout) {

    private static final String BASE = "base-address";
    private static final String COMPANY = "company";
    private static final String KEY = "api-key";
    private static final String PLAIN_HTTP = "plain-http";
    private static final String ANNOUNCE = "announce";
    private static final String LATENESS = "commit-lateness";
    private static final String TIMEOUT = "request-timeout";

    static final List<Setting> ALL = List.of(
            Setting.required(BASE, "Address of the API, as in https://books.example.com/v1."),
            Setting.required(COMPANY, "The company's number there, digits."),
            Setting.secret(KEY, "The company's API key."),
            Setting.withDefault(ANNOUNCE, "no", "Whether each new invoice is announced by a letter: yes or no."),
            Setting.withDefault(
                    LATENESS,
                    "60",
                    "How late, in seconds from 10 to 3600, an invoice may appear whose answer was lost."),
            Setting.withDefault(TIMEOUT, "20", "How long to wait for an answer, in seconds from 1 to 20."),
            Setting.withDefault(
                    PLAIN_HTTP, "refused", "Whether http is accepted beyond this machine: refused or allowed."));

    private enum YesOrNo {
        YES,
        NO
    }

    private enum PlainHttp {
        REFUSED,
        ALLOWED
    }

    static ExampleSettings read(ConnectionSettings settings) {
        GivenSettings given = new GivenSettings(settings, ALL);
        if (!given.text(COMPANY).matches("\\d{1,12}")) {
            throw new InvalidSettingsException(COMPANY, "must be the company's number, digits only");
        }
        return new ExampleSettings(
                given.address(BASE, given.choice(PLAIN_HTTP, PlainHttp.class) == PlainHttp.ALLOWED),
                given.text(COMPANY),
                settings.secret(KEY),
                given.choice(ANNOUNCE, YesOrNo.class) == YesOrNo.YES,
                Duration.ofSeconds(given.number(LATENESS, 10, 3600)),
                Duration.ofSeconds(given.number(TIMEOUT, 1, 20)));
    }
}
