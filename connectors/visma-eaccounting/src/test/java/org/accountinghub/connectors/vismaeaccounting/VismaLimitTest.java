package org.accountinghub.connectors.vismaeaccounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.Permits;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Tokens;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.connectors.testkit.partner.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Visma counts by client and endpoint, whatever the company. */
class VismaLimitTest implements HubServices, Permits {

    private final VismaBench bench = new VismaBench();
    private final Trial trial = new Trial(bench);
    private final List<RateLimit> asked = new ArrayList<>();
    private final List<Duration> told = new ArrayList<>();

    @AfterEach
    void close() {
        trial.close();
        bench.close();
    }

    @Test
    void theKeyNamesClientAndEndpointAndNoCompany() {
        try (Connector connector = connector()) {
            assertThat(connector.check(trial.transcript())).isEmpty();
        }
        assertThat(asked)
                .contains(
                        limit("companysettings"),
                        limit("customers"),
                        limit("articles"),
                        limit("customerinvoicedrafts"),
                        limit("customerinvoices"))
                .allMatch(limit -> !limit.key().contains(VismaBench.TENANT));
    }

    @Test
    void whatVismaSaysIsToldToTheSecond() {
        bench.partner().faults().on("GET /v2/companysettings").next(Fault.status(429));
        try (Connector connector = connector()) {
            assertThat(connector.check(trial.transcript())).isNotEmpty();
        }
        assertThat(told).containsExactly(Duration.ofSeconds(2));
    }

    private static RateLimit limit(String endpoint) {
        return new RateLimit("visma-eaccounting/simulated-client/" + endpoint, 600, Duration.ofMinutes(1));
    }

    private Connector connector() {
        Map<String, String> values = new HashMap<>();
        SettingsList.ALL.stream()
                .filter(setting -> !setting.secret())
                .forEach(
                        setting -> values.put(setting.name(), setting.fallback().orElse("")));
        values.putAll(bench.values());
        Map<String, Secret> secrets = new HashMap<>();
        bench.secrets().forEach((name, value) -> secrets.put(name, new Secret(value)));
        return bench.factory().open(new ConnectionSettings("limits", ZoneOffset.UTC, values, secrets), this);
    }

    @Override
    public void acquire(RateLimit limit) {
        asked.add(limit);
    }

    @Override
    public void exhausted(RateLimit limit, Duration wait) {
        told.add(wait);
    }

    @Override
    public Permits permits() {
        return this;
    }

    @Override
    public Tokens tokens() {
        return trial.tokens();
    }

    @Override
    public InstantSource clock() {
        return bench.clock();
    }
}
