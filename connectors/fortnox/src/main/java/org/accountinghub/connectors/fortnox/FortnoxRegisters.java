package org.accountinghub.connectors.fortnox;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.accountinghub.connectors.fortnox.Policy.Clearing;
import org.accountinghub.connectors.http.ArticleDelivery;
import org.accountinghub.connectors.http.RecordChanges;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.RegisterEditing;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.mappings.fortnox.ArticleRegister;
import org.accountinghub.mappings.fortnox.CustomerRegister;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.register.RegisterField;

/** Both registers, read and changed. */
record FortnoxRegisters(
        RegisterSource customers,
        RegisterSource articles,
        RegisterEditing customerEdits,
        RegisterEditing articleEdits,
        Delivery<Article> newArticles) {

    static FortnoxRegisters of(
            FortnoxSettings settings,
            FortnoxClient client,
            InstantSource clock,
            FortnoxArticles articles,
            NewArticles making) {
        Clearing clearing = settings.policy().clearing();
        Set<RegisterField> ofCustomers = new HashSet<>();
        if (clearing != Clearing.NEVER) {
            ofCustomers.addAll(CustomerRegister.CLEARABLE_TEXTS);
        }
        if (clearing == Clearing.ALL) {
            ofCustomers.addAll(CustomerRegister.PERHAPS_CLEARABLE);
        }
        return new FortnoxRegisters(
                new FortnoxRegister<>(RegisterPlace.CUSTOMERS, client, clock),
                new FortnoxRegister<>(RegisterPlace.ARTICLES, client, clock),
                new RecordChanges<>(new FortnoxRecords<>(RegisterPlace.CUSTOMERS, ofCustomers, client), clock),
                new RecordChanges<>(
                        new FortnoxRecords<>(
                                RegisterPlace.ARTICLES,
                                clearing == Clearing.ALL ? ArticleRegister.PERHAPS_CLEARABLE : Set.of(),
                                client),
                        clock),
                new ArticleDelivery(new BroughtArticles(articles, making, settings.rules()), clock));
    }
}
