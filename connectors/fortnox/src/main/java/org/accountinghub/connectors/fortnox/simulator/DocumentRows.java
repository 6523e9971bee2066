package org.accountinghub.connectors.fortnox.simulator;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the rows of an invoice or order from what was sent: articles, accounts and rates filled in or refused. */
final class DocumentRows {
    private static final Map<Integer, String> VAT_CODES = Map.of(25, "MP1", 12, "MP2", 6, "MP3");
    private static final Set<Integer> RATES = Set.of(0, 6, 12, 25);
    private static final int STANDARD_RATE = 25;

    private final Fields fields;
    private final AtomicLong ids = new AtomicLong();

    DocumentRows(DocumentKind kind) {
        fields = Fields.read(kind.rowFields());
    }

    /** New rows; none is kept from before. */
    ArrayNode of(FortnoxCompany company, ObjectNode customer, JsonNode sent) {
        ArrayNode rows = JsonMapper.shared().createArrayNode();
        sent.forEach(row -> rows.add(complete(company, customer, fields.blank(), (ObjectNode) row)));
        return rows;
    }

    /** With a RowId on any row, rows are found by it and the others are new; without, by position. */
    ArrayNode update(FortnoxCompany company, ObjectNode customer, JsonNode before, JsonNode sent) {
        boolean byId = false;
        for (JsonNode row : sent) {
            byId |= row.has("RowId");
        }
        ArrayNode rows = JsonMapper.shared().createArrayNode();
        int position = 0;
        for (JsonNode row : sent) {
            Optional<ObjectNode> old = byId ? find(before, row.path("RowId")) : at(before, position);
            rows.add(complete(company, customer, old.orElseGet(fields::blank), (ObjectNode) row));
            position++;
        }
        return rows;
    }

    private static Optional<ObjectNode> at(JsonNode rows, int position) {
        return rows.path(position) instanceof ObjectNode row ? Optional.of(row.deepCopy()) : Optional.empty();
    }

    private static Optional<ObjectNode> find(JsonNode rows, JsonNode id) {
        for (JsonNode row : rows) {
            if (!id.isMissingNode()
                    && row.path("RowId").longValue() == id.asLong(-1)
                    && row instanceof ObjectNode found) {
                return Optional.of(found.deepCopy());
            }
        }
        return Optional.empty();
    }

    private ObjectNode complete(FortnoxCompany company, ObjectNode customer, ObjectNode row, ObjectNode sent) {
        fields.merge(row, sent);
        row.put("RowId", ids.incrementAndGet());
        Optional<ObjectNode> article = article(company, row);
        article.ifPresent(found -> fillFrom(found, row, sent));
        if (!sent.has("Discount") && customer.path("InvoiceDiscount").isNumber()) {
            row.set("Discount", customer.path("InvoiceDiscount"));
        }
        checkText(row);
        boolean textRow = article.isEmpty()
                && Amounts.of(row, "Price").signum() == 0
                && Amounts.of(row, "DeliveredQuantity").signum() == 0;
        if (textRow && !row.path("AccountNumber").isNumber()) {
            row.put("VAT", 0).putNull("VATCode");
            return row;
        }
        setAccount(company, row, article);
        setVat(customer, row, sent, article);
        if (company.isInactiveCostCentre(row.path("CostCenter").asString(""))) {
            throw Refusal.of("Kostnadsstället är inaktivt.", 2000947);
        }
        return row;
    }

    private static Optional<ObjectNode> article(FortnoxCompany company, ObjectNode row) {
        String number = row.path("ArticleNumber").asString("");
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Optional<ObjectNode> article = company.articles
                .find(number)
                .filter(found -> found.path("Active").booleanValue());
        if (article.isEmpty()) {
            throw Refusal.of("Kan inte hitta artikeln " + number + ".", 2001302);
        }
        return article;
    }

    private static void fillFrom(ObjectNode article, ObjectNode row, ObjectNode sent) {
        if (row.path("Description").asString("").isEmpty()) {
            row.set("Description", article.path("Description"));
        }
        if (!sent.has("Price") && article.path("SalesPrice").isNumber()) {
            row.set("Price", article.path("SalesPrice"));
        }
        if (row.path("Unit").asString("").isEmpty()) {
            row.put("Unit", article.path("Unit").asString(""));
        }
    }

    private static void checkText(ObjectNode row) {
        if (Amounts.of(row, "DeliveredQuantity").signum() != 0
                && row.path("Description").asString("").isEmpty()
                && row.path("ArticleNumber").asString("").isEmpty()) {
            throw Refusal.of("Raden är inte komplett: artikel eller benämning saknas.", 2003977);
        }
    }

    private static void setAccount(FortnoxCompany company, ObjectNode row, Optional<ObjectNode> article) {
        Optional<Integer> account = row.path("AccountNumber").isNumber()
                ? Optional.of(row.path("AccountNumber").intValue())
                : article.map(found -> found.path("SalesAccount").intValue()).or(company::defaultSalesAccount);
        row.put(
                "AccountNumber",
                account.filter(company::hasAccount).orElseThrow(() -> Refusal.of("Kunde inte hitta konto.", 2001304)));
    }

    private static void setVat(ObjectNode customer, ObjectNode row, ObjectNode sent, Optional<ObjectNode> article) {
        boolean free = isVatFree(customer);
        int rate = sent.path("VAT").isNumber()
                ? sent.path("VAT").decimalValue().intValue()
                : free
                        ? 0
                        : article.map(found -> Amounts.of(found, "VAT").intValue())
                                .orElse(STANDARD_RATE);
        if (free && rate != 0 && Amounts.of(row, "Price").compareTo(BigDecimal.ZERO) != 0) {
            throw Refusal.of("Raden får inte ha moms: kunden har omvänd skattskyldighet eller export.", 2003115);
        }
        if (!RATES.contains(rate)) {
            throw Refusal.of("Momssatsen " + rate + " finns inte.", 2000134);
        }
        row.put("VAT", rate);
        if (VAT_CODES.containsKey(rate)) {
            row.put("VATCode", VAT_CODES.get(rate));
        } else {
            row.putNull("VATCode");
        }
    }

    static boolean isVatFree(ObjectNode customer) {
        return !Set.of("SEVAT", "EUVAT").contains(customer.path("VATType").asString("SEVAT"));
    }
}
