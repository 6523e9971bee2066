package org.accountinghub.connectors.fortnox.simulator;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /3/articles}. */
final class ArticleResource extends RegisterResource {
    private static final List<String> LISTED = List.of(
            "@url",
            "ArticleNumber",
            "Description",
            "DisposableQuantity",
            "EAN",
            "Housework",
            "PurchasePrice",
            "SalesPrice",
            "QuantityInStock",
            "ReservedQuantity",
            "StockPlace",
            "StockValue",
            "Unit",
            "VAT",
            "WebshopArticle");

    ArticleResource(Effects effects) {
        super("Article", listing(), effects);
    }

    private static Listing listing() {
        return new Listing("Articles", "", ArticleResource::item)
                .numbered("articlenumber")
                .words(Map.of(
                        "active", article -> article.path("Active").booleanValue(),
                        "inactive", article -> !article.path("Active").booleanValue()))
                .text("articlenumber", "ArticleNumber")
                .text("description", "Description")
                .text("ean", "EAN")
                .text("manufacturer", "Manufacturer")
                .text("manufacturerarticlenumber", "ManufacturerArticleNumber")
                .text("suppliernumber", "SupplierNumber")
                .flag("webshop", "WebshopArticle");
    }

    @Override
    Register register(FortnoxCompany company) {
        return company.articles;
    }

    @Override
    Refusal missing() {
        return Refusal.missing("Kan inte hitta artikeln.", 2000428);
    }

    @Override
    Refusal used(String number) {
        return Refusal.of("Artikelnumret \"" + number + "\" används redan.", 2000637);
    }

    @Override
    void check(FortnoxCompany company, ObjectNode sent) {
        sent.properties().stream()
                .filter(property -> property.getKey().endsWith("Account")
                        && property.getValue().intValue(0) != 0)
                .filter(property -> !company.hasAccount(property.getValue().intValue()))
                .findFirst()
                .ifPresent(property -> {
                    throw Refusal.of("Kunde inte hitta konto.", 2001304);
                });
        if (!company.hasUnit(sent.path("Unit").asString(""))) {
            throw Refusal.of("Kan inte hitta enheten.", 2000432);
        }
    }

    /** The list gives numbers as texts. */
    private static ObjectNode item(ObjectNode article) {
        ObjectNode item = JsonMapper.shared().createObjectNode();
        LISTED.forEach(field -> {
            JsonNode value = article.path(field);
            if (value.isNumber()) {
                item.put(field, Amounts.text(value.decimalValue()));
            } else {
                item.set(field, value);
            }
        });
        return item;
    }
}
