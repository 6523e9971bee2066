package org.accountinghub.connectors.twentyfoursevenoffice;

import org.accountinghub.connectors.http.ArticleDelivery;
import org.accountinghub.connectors.http.RecordChanges;
import org.accountinghub.connectors.spi.ArticleEditor;
import org.accountinghub.connectors.spi.ArticleSink;
import org.accountinghub.connectors.spi.CustomerEditor;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.HubServices;
import org.accountinghub.connectors.spi.RegisterEditing;
import org.accountinghub.mappings.model.Article;

/** One company's books in 24SevenOffice, whose registers are changed too, as its settings allow. */
final class OfficeRegisterConnector extends OfficeConnector implements CustomerEditor, ArticleSink, ArticleEditor {

    private final RegisterEditing customerEdits;
    private final RegisterEditing articleEdits;
    private final Delivery<Article> articles;

    static OfficeRegisterConnector of(OfficeSettings settings, HubServices hub) {
        OfficeClient client = new OfficeClient(settings, hub);
        return new OfficeRegisterConnector(settings, hub, client, new OfficeProducts(client, hub.clock()));
    }

    private OfficeRegisterConnector(
            OfficeSettings settings, HubServices hub, OfficeClient client, OfficeProducts products) {
        super(settings, hub, client, products);
        customerEdits = new RecordChanges<>(new CompanyRecords(client, settings.rules()), hub.clock());
        articleEdits = new RecordChanges<>(new ProductRecords(products, settings.rules()), hub.clock());
        articles = new ArticleDelivery(new OfficeArticles(settings, products), hub.clock());
    }

    @Override
    public RegisterEditing customerEdits() {
        return customerEdits;
    }

    @Override
    public Delivery<Article> articles() {
        return articles;
    }

    @Override
    public RegisterEditing articleEdits() {
        return articleEdits;
    }
}
