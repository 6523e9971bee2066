package org.accountinghub.connectors.vismaeaccounting;

import java.time.InstantSource;
import org.accountinghub.connectors.http.ArticleDelivery;
import org.accountinghub.connectors.http.RecordChanges;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.RegisterEditing;
import org.accountinghub.connectors.spi.RegisterSource;
import org.accountinghub.mappings.model.Article;

/** Both registers, read and changed. */
record VismaRegisters(
        RegisterSource customers,
        RegisterSource articles,
        RegisterEditing customerEdits,
        RegisterEditing articleEdits,
        Delivery<Article> newArticles) {

    static VismaRegisters of(
            VismaSettings settings,
            VismaClient client,
            VismaLists lists,
            Terms terms,
            Articles articles,
            ArticleMaking making,
            InstantSource clock) {
        CustomerPlace ofCustomers = new CustomerPlace(terms);
        ArticlePlace ofArticles = new ArticlePlace(articles, settings.policy().codings());
        return new VismaRegisters(
                new VismaRegister<>(ofCustomers, lists, settings.filters(), clock),
                new VismaRegister<>(ofArticles, lists, settings.filters(), clock),
                new RecordChanges<>(new VismaRecords<>(ofCustomers, client, lists), clock),
                new RecordChanges<>(new VismaRecords<>(ofArticles, client, lists), clock),
                new ArticleDelivery(new BroughtArticles(lists, articles, making), clock));
    }
}
