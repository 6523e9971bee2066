package org.accountinghub.connectors.fortnox.simulator;

import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /3/articles}. */
final class ArticleResource implements Resource {
    private static final String WRAPPER = "Article";
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

    private final Fields fields = Fields.read("article");
    private final Effects effects;
    private final Listing listing = new Listing("Articles", "", ArticleResource::item)
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

    ArticleResource(Effects effects) {
        this.effects = effects;
    }

    @Override
    public String scope() {
        return "article";
    }

    @Override
    public String numberName() {
        return "ArticleNumber";
    }

    @Override
    public Handled handle(FortnoxCompany company, PartnerRequest request, ApiPath path) {
        if (!path.action().isEmpty()) {
            throw FortnoxApi.noSuchResource();
        }
        if (path.number().isEmpty()) {
            return request.method().equals("POST")
                    ? created(company, request)
                    : Handled.reading(listing.answer(request, company.articles));
        }
        ObjectNode article = company.articles
                .find(path.number())
                .orElseThrow(() -> Refusal.missing("Kan inte hitta artikeln.", 2000428));
        return switch (request.method()) {
            case "PUT" -> update(company, request, article);
            case "DELETE" ->
                Handled.writing(Answer.empty(204), path.number(), () -> {
                    company.articles.delete(path.number());
                    effects.add(company, "article", Action.DELETED, path.number(), article, request.id());
                });
            default -> Handled.reading(Handled.wrapped(200, WRAPPER, article));
        };
    }

    private Handled created(FortnoxCompany company, PartnerRequest request) {
        Entry entry = create(company, RequestBody.read(request, WRAPPER), request.id());
        return Handled.writing(Handled.wrapped(201, WRAPPER, entry.document()), entry.number(), entry.commit());
    }

    Entry create(FortnoxCompany company, ObjectNode sent, String requestId) {
        fields.checkNew(sent);
        String wished = sent.path("ArticleNumber").asString("");
        String number = wished.isEmpty() ? company.articles.takeNumber() : wished;
        if (company.articles.isUsed(number)) {
            throw Refusal.of("Artikelnumret \"" + number + "\" används redan.", 2000637);
        }
        ObjectNode article = fields.blank();
        fields.merge(article, sent);
        article.put("@url", "https://api.fortnox.se/3/articles/" + number).put("ArticleNumber", number);
        return new Entry(number, article, () -> {
            if (!company.articles.isUsed(number)) {
                company.articles.put(number, article, effects.clock().instant());
                effects.add(company, "article", Action.CREATED, number, article, requestId);
            }
        });
    }

    private Handled update(FortnoxCompany company, PartnerRequest request, ObjectNode article) {
        ObjectNode sent = RequestBody.read(request, WRAPPER);
        fields.check(sent);
        String number = article.path("ArticleNumber").asString("");
        fields.merge(article, sent.without("ArticleNumber"));
        return Handled.writing(Handled.wrapped(200, WRAPPER, article), number, () -> {
            company.articles.put(number, article, effects.clock().instant());
            effects.add(company, "article", Action.UPDATED, number, article, request.id());
        });
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
