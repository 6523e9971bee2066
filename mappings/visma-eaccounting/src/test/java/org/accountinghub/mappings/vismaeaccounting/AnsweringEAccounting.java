package org.accountinghub.mappings.vismaeaccounting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.accountinghub.mappings.json.WireJson;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.vismaeaccounting.wire.DraftThere;
import org.accountinghub.mappings.vismaeaccounting.wire.InvoiceThere;
import org.accountinghub.mappings.vismaeaccounting.wire.NewDraft;
import org.accountinghub.mappings.vismaeaccounting.wire.NewOrder;
import org.accountinghub.mappings.vismaeaccounting.wire.OrderThere;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Computes documents as eAccounting does, on its own: rows to two decimals, VAT per rate by the article's coding, a total in
 * whole kronor when the company rounds. Works on the JSON that is sent, and answers JSON.
 */
final class AnsweringEAccounting {

    private final boolean wholeKronor;
    private final boolean totalBeforeReduction;

    AnsweringEAccounting(boolean wholeKronor, boolean totalBeforeReduction) {
        this.wholeKronor = wholeKronor;
        this.totalBeforeReduction = totalBeforeReduction;
    }

    private record Sums(Map<BigDecimal, BigDecimal> net, Map<BigDecimal, BigDecimal> vat, BigDecimal labour) {

        BigDecimal netSum() {
            return net.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal vatSum() {
            return vat.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    DraftThere draft(BillableOrder order, NewDraft sent, Recipient recipient) {
        ObjectNode draft = (ObjectNode) WireJson.mapper().readTree(WireJson.write(sent));
        Sums sums = sums(order, draft.path("Rows"), recipient);
        draft.put("Id", Company.id("draft"))
                .put("InvoiceCurrencyCode", order.currency().getCurrencyCode())
                .put("CustomerNumber", recipient.number())
                .put("IncludesVat", recipient.pricesWithVat());
        totals(order, draft, sums, "TotalAmount", "TotalVatAmount", "TotalRoundings", "RotReducedInvoicingAmount");
        return WireJson.read(draft.toString(), DraftThere.class);
    }

    InvoiceThere invoice(BillableOrder order, NewDraft sent, Recipient recipient) {
        ObjectNode invoice = (ObjectNode) WireJson.mapper().readTree(WireJson.write(sent));
        Sums sums = sums(order, invoice.path("Rows"), recipient);
        invoice.put("Id", Company.id("invoice"))
                .put("InvoiceNumber", 97)
                .put("CurrencyCode", order.currency().getCurrencyCode())
                .put("CustomerNumber", recipient.number())
                .put("IncludesVat", recipient.pricesWithVat())
                .put("CreatedFromDraftId", Company.id("draft"));
        totals(
                order,
                invoice,
                sums,
                "TotalAmountInvoiceCurrency",
                "TotalVatAmountInvoiceCurrency",
                "TotalRoundings",
                "RotReducedInvoicingAmount");
        invoice.set("RemainingAmountInvoiceCurrency", invoice.path("TotalAmountInvoiceCurrency"));
        ArrayNode specification = invoice.putArray("VatSpecification");
        sums.net()
                .forEach((rate, net) -> specification
                        .addObject()
                        .put("AmountInvoiceCurrency", net)
                        .put("VatAmountInvoiceCurrency", sums.vat().get(rate))
                        .put("VatPercent", rate.movePointLeft(2)));
        return WireJson.read(invoice.toString(), InvoiceThere.class);
    }

    /** It does not say whether its prices are with VAT. */
    OrderThere order(BillableOrder order, NewOrder sent, Recipient recipient) {
        ObjectNode there = (ObjectNode) WireJson.mapper().readTree(WireJson.write(sent));
        Sums sums = sums(order, there.path("Rows"), recipient);
        there.put("Id", Company.id("order")).put("Number", 17);
        there.put("CustomerIsPrivatePerson", recipient.pricesWithVat());
        totals(order, there, sums, "Amount", "VatAmount", "RoundingsAmount", "HouseWorkAmount");
        return WireJson.read(there.toString(), OrderThere.class);
    }

    private void totals(
            BillableOrder order,
            ObjectNode there,
            Sums sums,
            String total,
            String vat,
            String roundings,
            String reduction) {
        BigDecimal exact = sums.netSum().add(sums.vatSum());
        BigDecimal rounded = wholeKronor && order.currency().getCurrencyCode().equals("SEK")
                ? exact.setScale(0, RoundingMode.HALF_UP)
                : exact;
        BigDecimal reduced = order.taxReduction().isEmpty()
                ? BigDecimal.ZERO
                : sums.labour().multiply(new BigDecimal("0.3")).setScale(0, RoundingMode.FLOOR);
        there.put(vat, sums.vatSum()).put(roundings, rounded.subtract(exact)).put(reduction, reduced);
        there.put(total, totalBeforeReduction ? rounded : rounded.subtract(reduced));
    }

    private Sums sums(BillableOrder order, JsonNode rows, Recipient recipient) {
        boolean charged = order.pricedRows().stream()
                .anyMatch(row -> row.vat().chargedRate().signum() > 0);
        Map<BigDecimal, BigDecimal> amounts = new TreeMap<>();
        BigDecimal labour = BigDecimal.ZERO;
        for (JsonNode row : rows) {
            if (!row.path("IsTextRow").booleanValue()) {
                BigDecimal amount = amount(row);
                BigDecimal rate = charged
                        ? Company.ratesByArticle().get(row.path("ArticleId").stringValue())
                        : BigDecimal.ZERO;
                amounts.merge(rate, amount, BigDecimal::add);
                if (row.path("IsWorkCost").booleanValue(false) || row.has("GreenTechnologyType")) {
                    labour = labour.add(amount);
                }
            }
        }
        Map<BigDecimal, BigDecimal> net = new TreeMap<>();
        Map<BigDecimal, BigDecimal> vat = new TreeMap<>();
        amounts.forEach((rate, amount) -> {
            BigDecimal whole = recipient.pricesWithVat() ? rate.add(BigDecimal.valueOf(100)) : BigDecimal.valueOf(100);
            int digits = order.currency().getDefaultFractionDigits();
            BigDecimal tax = amount.multiply(rate).divide(whole, digits, RoundingMode.HALF_UP);
            vat.put(rate, tax);
            net.put(rate, recipient.pricesWithVat() ? amount.subtract(tax) : amount);
        });
        return new Sums(net, vat, labour);
    }

    static BigDecimal amount(JsonNode row) {
        BigDecimal quantity = decimals(row.path("Quantity").decimalValue(), 2);
        BigDecimal price = decimals(row.path("UnitPrice").decimalValue(), 4);
        BigDecimal discount = decimals(row.path("DiscountPercentage").decimalValue(), 4);
        return decimals(quantity.multiply(price).multiply(BigDecimal.ONE.subtract(discount)), 2);
    }

    private static BigDecimal decimals(BigDecimal number, int digits) {
        return number.setScale(digits, RoundingMode.HALF_UP);
    }
}
