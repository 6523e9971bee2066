package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One company's books: its settings, registers and documents, by eAccounting's ids in the order they were made. */
public final class VismaCompany {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String id;
    private final ObjectNode settings;
    private final Map<String, Map<String, ObjectNode>> records = new LinkedHashMap<>();
    private boolean ordersLicensed = true;
    private int lastInvoice = 1000;
    private int lastOrder;

    VismaCompany(String id) {
        this.id = id;
        settings = JSON.createObjectNode()
                .put("Name", "Bolag " + id)
                .put("CorporateIdentityNumber", "556000-0167")
                .put("CompanyIdentifier", id)
                .put("CountryCode", "SE")
                .put("CurrencyCode", "SEK")
                .put("ShowPricesExclVatPC", false)
                .put("KeepOriginalDraftDate", true)
                .put("DomesticCurrencyRounding", 1)
                .put("UsesRotReducedInvoicing", true);
        add(Kind.UNITS, JSON.createObjectNode().put("Name", "Styck").put("Abbreviation", "st"));
        add(Kind.UNITS, JSON.createObjectNode().put("Name", "Timme").put("Abbreviation", "h"));
        for (int rate : new int[] {25, 12, 6, 0}) {
            ObjectNode coding = add(
                    Kind.CODINGS,
                    JSON.createObjectNode()
                            .put("Name", "Försäljning " + rate + " %")
                            .put("VatRate", rate + "%")
                            .put("VatRatePercent", BigDecimal.valueOf(rate, 2))
                            .put("IsActive", true));
            addArticle("DIV" + rate, "Diverse " + rate + " %", coding.path("Id").stringValue());
        }
        for (int days : new int[] {10, 30}) {
            add(
                    Kind.TERMS,
                    JSON.createObjectNode()
                            .put("Name", days + " dagar")
                            .put("NameEnglish", days + " days")
                            .put("NumberOfDays", days)
                            .put("AvailableForSales", true));
        }
    }

    public String id() {
        return id;
    }

    /** {@code ShowPricesExclVatPC}, {@code KeepOriginalDraftDate}, {@code DomesticCurrencyRounding}, …: a person may change them. */
    public ObjectNode settings() {
        return settings;
    }

    /** Whether it has the module for orders. */
    public VismaCompany ordersLicensed(boolean licensed) {
        ordersLicensed = licensed;
        return this;
    }

    boolean hasOrders() {
        return ordersLicensed;
    }

    public void addCostCentre(String shortName, boolean active) {
        add(
                Kind.COST_CENTRES,
                JSON.createObjectNode()
                        .put("Name", shortName)
                        .put("ShortName", shortName)
                        .put("IsActive", active));
    }

    /** An article with 25 %. */
    public void addArticle(String number, String name) {
        addArticle(number, name, coding(25));
    }

    ObjectNode addArticle(String number, String name, String coding) {
        return add(
                Kind.ARTICLES,
                JSON.createObjectNode()
                        .put("IsActive", true)
                        .put("Number", number)
                        .put("Name", name)
                        .put("CodingId", coding)
                        .put("UnitId", all(Kind.UNITS).keySet().iterator().next())
                        .put("UnitName", "Styck")
                        .put("UnitAbbreviation", "st"));
    }

    String coding(int rate) {
        return all(Kind.CODINGS).values().stream()
                .filter(coding -> coding.path("VatRatePercent")
                                .decimalValue()
                                .movePointRight(2)
                                .intValueExact()
                        == rate)
                .map(coding -> coding.path("Id").stringValue())
                .findFirst()
                .orElseThrow();
    }

    Map<String, ObjectNode> all(Kind kind) {
        return records.computeIfAbsent(kind.path(), path -> new LinkedHashMap<>());
    }

    Optional<ObjectNode> find(Kind kind, String recordId) {
        return Optional.ofNullable(all(kind).get(recordId));
    }

    Optional<ObjectNode> with(Kind kind, String field, String value) {
        return all(kind).values().stream()
                .filter(record -> record.path(field).asString("").equals(value))
                .findFirst();
    }

    /** Under its id, or a new one. */
    ObjectNode add(Kind kind, ObjectNode record) {
        if (!record.has("Id")) {
            record.put("Id", UUID.randomUUID().toString());
        }
        all(kind).put(record.path("Id").stringValue(), record);
        return record;
    }

    /** eAccounting gives one itself when none is sent. */
    String freeCustomerNumber() {
        int number = all(Kind.CUSTOMERS).size() + 1;
        while (with(Kind.CUSTOMERS, "CustomerNumber", String.valueOf(number)).isPresent()) {
            number++;
        }
        return String.valueOf(number);
    }

    int nextInvoice() {
        return ++lastInvoice;
    }

    int nextOrder() {
        return ++lastOrder;
    }

    /** In percent. */
    BigDecimal rateOf(String articleId) {
        return find(Kind.ARTICLES, articleId)
                .flatMap(article -> find(Kind.CODINGS, article.path("CodingId").stringValue()))
                .map(coding -> coding.path("VatRatePercent").decimalValue().movePointRight(2))
                .orElseThrow(() -> Refusal.notFound("Article " + articleId));
    }
}
