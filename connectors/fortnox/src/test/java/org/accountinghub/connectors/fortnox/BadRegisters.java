package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.ArticleEditor;
import org.accountinghub.connectors.spi.ArticleSource;
import org.accountinghub.connectors.spi.Authorization;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.ConnectorFactory;
import org.accountinghub.connectors.spi.Consent;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.CustomerEditor;
import org.accountinghub.connectors.spi.CustomerSource;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.Permits;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.connectors.spi.RegisterEditing;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Setting;
import org.accountinghub.connectors.spi.Tokens;
import org.accountinghub.connectors.testkit.acceptance.EditorBench;
import org.accountinghub.connectors.testkit.acceptance.RegisterBench;
import org.accountinghub.mappings.model.Problem;

/** Fortnox's connector with a mistake in its registers. */
record BadRegisters(Optional<BadSource.Mistake> reading, Optional<BadEdits.Mistake> changing)
        implements ConnectorFactory {

    /** A bench whose connector makes the mistake. */
    static RegisterBench reading(BadSource.Mistake mistake) {
        return bench(new BadRegisters(Optional.of(mistake), Optional.empty()));
    }

    static EditorBench changing(BadEdits.Mistake mistake) {
        return bench(new BadRegisters(Optional.empty(), Optional.of(mistake)));
    }

    private static EditorBench bench(BadRegisters factory) {
        FortnoxBench bench = new FortnoxBench(factory);
        bench.partner().unrecorded();
        return bench;
    }

    @Override
    public String name() {
        return "fortnox";
    }

    @Override
    public List<Setting> settings() {
        return SettingsList.ALL;
    }

    @Override
    public Connector open(ConnectionSettings settings, HubServices hub) {
        boolean unpermitted =
                reading.filter(BadSource.Mistake.CALLS_WITHOUT_PERMIT::equals).isPresent()
                        || changing.filter(BadEdits.Mistake.CALLS_WITHOUT_PERMIT::equals)
                                .isPresent();
        HubServices lent = unpermitted ? new WithoutPermits(hub) : hub;
        FortnoxConnector good = (FortnoxConnector) new FortnoxConnectorFactory().open(settings, lent);
        return new Opened(
                good,
                spoiled(good.customersThere()),
                spoiled(good.articlesThere()),
                spoiled(good.customerEdits(), good.customersThere()),
                spoiled(good.articleEdits(), good.articlesThere()));
    }

    private RegisterSource spoiled(RegisterSource good) {
        return reading.<RegisterSource>map(mistake -> new BadSource(good, mistake))
                .orElse(good);
    }

    private RegisterEditing spoiled(RegisterEditing good, RegisterSource source) {
        return changing.<RegisterEditing>map(mistake -> new BadEdits(good, source, mistake))
                .orElse(good);
    }

    /** Lends everything but permits, which are had without asking. */
    private record WithoutPermits(HubServices hub) implements HubServices, Permits {

        @Override
        public Permits permits() {
            return this;
        }

        @Override
        public Tokens tokens() {
            return hub.tokens();
        }

        @Override
        public InstantSource clock() {
            return hub.clock();
        }

        @Override
        public void acquire(RateLimit limit) {}

        @Override
        public void exhausted(RateLimit limit, Duration wait) {}
    }

    /** As it is opened. */
    private record Opened(
            FortnoxConnector good,
            RegisterSource customersThere,
            RegisterSource articlesThere,
            RegisterEditing customerEdits,
            RegisterEditing articleEdits)
            implements CustomerSource, ArticleSource, CustomerEditor, ArticleEditor, Authorization {

        @Override
        public Grant renew(Optional<Secret> refreshToken, Optional<String> tenant) {
            return good.renew(refreshToken, tenant);
        }

        @Override
        public Optional<Consent> consent() {
            return good.consent();
        }

        @Override
        public List<Problem> check(Conversation conversation) {
            return good.check(conversation);
        }

        @Override
        public void close() {
            good.close();
        }
    }
}
