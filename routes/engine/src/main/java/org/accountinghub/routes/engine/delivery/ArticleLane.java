package org.accountinghub.routes.engine.delivery;

import java.util.Optional;
import org.accountinghub.connectors.spi.ArticleSink;
import org.accountinghub.connectors.spi.Connector;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.routes.engine.Frozen;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;
import org.accountinghub.routes.engine.registers.RegisterPorts;

/** An article's way. */
record ArticleLane(SourceKey key, String connectorName, Connector connector, Optional<RegisterPorts> registers)
        implements Lane<Article> {

    @Override
    public Optional<Delivery<Article>> delivery(Article content) {
        return connector instanceof ArticleSink sink ? Optional.of(sink.articles()) : Optional.empty();
    }

    @Override
    public Problem unsupported(Article content) {
        return EngineProblems.unsupported(connectorName, "articles");
    }

    @Override
    public Reading<Article> read() {
        return registers
                .flatMap(ports -> ports.store().article(key))
                .<Reading<Article>>map(Reading.Ready::new)
                .orElseGet(() -> new Reading.Gone<>("the article is not in the service system"));
    }

    @Override
    public Frozen freeze(Article content) {
        return new Frozen.ArticleRecord(content);
    }

    @Override
    public Article thaw(Frozen frozen) {
        if (frozen instanceof Frozen.ArticleRecord stored) {
            return stored.article();
        }
        throw new IllegalStateException("not an article was frozen for " + key);
    }

    @Override
    public Optional<Customer> dependsOn(Article content) {
        return Optional.empty();
    }

    @Override
    public Optional<SourceKey> customer(Article content) {
        return Optional.empty();
    }

    @Override
    public Optional<Problem> gone(String why) {
        return Optional.empty();
    }

    @Override
    public Optional<Problem> changedSince(Article sent, boolean told) {
        return Optional.empty();
    }
}
