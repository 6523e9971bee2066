package org.accountinghub.connectors.fortnox.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an invoice or an order comes to. Amounts follow DeliveredQuantity; fee and freight carry the standard rate
 * of VAT; a total in kronor is rounded to whole ones and the difference told in RoundOff; a tax reduction comes off the
 * total last.
 */
final class DocumentAmounts {
    private static final BigDecimal STANDARD_RATE = BigDecimal.valueOf(25);

    private final DocumentKind kind;
    private final ObjectNode document;
    private final boolean vatIncluded;
    private final Map<BigDecimal, BigDecimal> totalPerRate = new TreeMap<>();
    private BigDecimal rowVat = BigDecimal.ZERO;
    private BigDecimal gross = BigDecimal.ZERO;
    private BigDecimal rows = BigDecimal.ZERO;

    private DocumentAmounts(DocumentKind kind, ObjectNode document) {
        this.kind = kind;
        this.document = document;
        this.vatIncluded = document.path("VATIncluded").booleanValue();
    }

    /** Fills all amounts of the document and of its rows. */
    static void calculate(DocumentKind kind, ObjectNode document, FortnoxCompany company, boolean vatFree) {
        DocumentAmounts amounts = new DocumentAmounts(kind, document);
        for (JsonNode row : document.path(kind.rows())) {
            amounts.add((ObjectNode) row, company.vatPerRow());
        }
        amounts.finish(company, vatFree);
    }

    /** Once more, after rows or what is asked for have changed. */
    static void calculate(DocumentKind kind, ObjectNode document, FortnoxCompany company) {
        boolean vatFree = company.customers
                .find(document.path("CustomerNumber").asString(""))
                .map(DocumentRows::isVatFree)
                .orElse(false);
        calculate(kind, document, company, vatFree);
    }

    private void add(ObjectNode row, boolean vatPerRow) {
        BigDecimal rate = Amounts.of(row, "VAT");
        BigDecimal price = Amounts.round(Amounts.of(row, "Price"));
        BigDecimal quantity = Amounts.round(Amounts.of(row, "DeliveredQuantity"));
        BigDecimal before = Amounts.round(price.multiply(quantity));
        BigDecimal given = Amounts.of(row, "Discount");
        BigDecimal discount =
                row.path("DiscountType").asString("").equals("AMOUNT") ? given : Amounts.percent(before, given);
        BigDecimal total = Amounts.round(before.subtract(discount));
        Amounts.put(row, "Price", price);
        row.put("DeliveredQuantity", Amounts.text(quantity));
        Amounts.put(row, "Total", total);
        if (kind == DocumentKind.INVOICE) {
            Amounts.put(row, "PriceExcludingVAT", withoutVat(price, rate));
            Amounts.put(row, "TotalExcludingVAT", withoutVat(total, rate));
        } else {
            row.put("OrderedQuantity", Amounts.text(Amounts.round(Amounts.of(row, "OrderedQuantity"))));
        }
        boolean worth = total.signum() != 0;
        row.put("ContributionPercent", worth ? "100" : "0");
        row.put("ContributionValue", Amounts.text(withoutVat(total, rate)));
        gross = gross.add(withoutVat(before, rate));
        rows = rows.add(total);
        if (vatPerRow) {
            rowVat = rowVat.add(vat(total, rate));
        } else {
            totalPerRate.merge(rate, total, BigDecimal::add);
        }
    }

    private void finish(FortnoxCompany company, boolean vatFree) {
        BigDecimal vatOfRows = rowVat;
        for (Map.Entry<BigDecimal, BigDecimal> entry : totalPerRate.entrySet()) {
            vatOfRows = vatOfRows.add(vat(entry.getValue(), entry.getKey()));
        }
        BigDecimal feeRate = vatFree ? BigDecimal.ZERO : STANDARD_RATE;
        BigDecimal fee = Amounts.round(Amounts.of(document, "AdministrationFee"));
        BigDecimal freight = Amounts.round(Amounts.of(document, "Freight"));
        BigDecimal feeVat = vat(fee, feeRate);
        BigDecimal freightVat = vat(freight, feeRate);
        BigDecimal totalVat = vatOfRows.add(feeVat).add(freightVat);
        BigDecimal net = vatIncluded ? rows.subtract(vatOfRows) : rows;
        BigDecimal exact = rows.add(fee).add(freight).add(vatIncluded ? BigDecimal.ZERO : totalVat);
        BigDecimal total =
                company.wholeKronor() && document.path("Currency").asString("").equals("SEK")
                        ? exact.setScale(0, RoundingMode.HALF_UP)
                        : exact;
        Amounts.put(document, "AdministrationFee", fee);
        Amounts.put(document, "AdministrationFeeVAT", feeVat);
        Amounts.put(document, "Freight", freight);
        Amounts.put(document, "FreightVAT", freightVat);
        Amounts.put(document, "Net", net);
        Amounts.put(document, "Gross", gross);
        Amounts.put(document, "TotalVAT", totalVat);
        Amounts.put(document, "RoundOff", total.subtract(exact));
        Amounts.put(document, "Total", total);
        BigDecimal toPay = total.subtract(HouseWork.reduce(kind, document, company));
        Amounts.put(document, "TotalToPay", toPay);
        if (kind == DocumentKind.INVOICE) {
            Amounts.put(document, "Balance", toPay);
        }
        Amounts.put(document, "ContributionValue", net);
        document.put("ContributionPercent", net.signum() == 0 ? 0 : 100);
    }

    private BigDecimal vat(BigDecimal amount, BigDecimal rate) {
        return vatIncluded ? Amounts.containedVat(amount, rate) : Amounts.percent(amount, rate);
    }

    private BigDecimal withoutVat(BigDecimal amount, BigDecimal rate) {
        return vatIncluded ? amount.subtract(Amounts.containedVat(amount, rate)) : amount;
    }
}
