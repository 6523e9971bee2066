package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a document comes to: rows to two decimals, VAT per rate of the articles' codings, a total in whole kronor. */
record Sums(
        Map<BigDecimal, BigDecimal> net, Map<BigDecimal, BigDecimal> vat, BigDecimal rounding, BigDecimal reduction) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Sums of(ObjectNode document, VismaCompany company, ObjectNode customer, boolean included, String currency) {
        boolean untaxed = untaxed(company, customer);
        Map<BigDecimal, BigDecimal> amounts = new TreeMap<>();
        BigDecimal reduction = BigDecimal.ZERO;
        for (JsonNode row : document.path("Rows")) {
            if (row.path("IsTextRow").booleanValue(false)) {
                continue;
            }
            BigDecimal rate = untaxed
                    ? BigDecimal.ZERO
                    : company.rateOf(row.path("ArticleId").stringValue());
            BigDecimal amount = amount(row);
            amounts.merge(rate, amount, BigDecimal::add);
            BigDecimal gross = included ? amount : amount.add(vat(amount, rate, false));
            reduction = reduction.add(gross.multiply(percent(document, row)).movePointLeft(2));
        }
        Map<BigDecimal, BigDecimal> net = new TreeMap<>();
        Map<BigDecimal, BigDecimal> vat = new TreeMap<>();
        amounts.forEach((rate, amount) -> {
            BigDecimal tax = vat(amount, rate, included);
            vat.put(rate, tax);
            net.put(rate, included ? amount.subtract(tax) : amount);
        });
        BigDecimal exact = sum(net).add(sum(vat));
        boolean rounds = currency.equals("SEK")
                && company.settings().path("DomesticCurrencyRounding").intValue(0) == 1;
        BigDecimal total = rounds ? exact.setScale(0, RoundingMode.HALF_UP) : exact;
        return new Sums(net, vat, total.subtract(exact), reduction.setScale(0, RoundingMode.FLOOR));
    }

    /** Without VAT, for the book. */
    static BigDecimal net(ObjectNode document, VismaCompany company) {
        return company.find(Kind.CUSTOMERS, document.path("CustomerId").asString(""))
                .map(customer -> of(document, company, customer, included(company, customer), "")
                        .netSum())
                .orElse(BigDecimal.ZERO);
    }

    static boolean included(VismaCompany company, ObjectNode customer) {
        return customer.path("IsPrivatePerson").booleanValue(false)
                && !company.settings().path("ShowPricesExclVatPC").booleanValue(false);
    }

    BigDecimal netSum() {
        return sum(net);
    }

    BigDecimal vatSum() {
        return sum(vat);
    }

    BigDecimal total() {
        return netSum().add(vatSum()).add(rounding);
    }

    /** What an invoice says of each rate and of each row. */
    void specify(ObjectNode invoice, VismaCompany company, ObjectNode customer, boolean included) {
        ArrayNode specification = invoice.putArray("VatSpecification");
        net.forEach((rate, amount) -> specification
                .addObject()
                .put("AmountInvoiceCurrency", amount)
                .put("VatAmountInvoiceCurrency", vat.get(rate))
                .put("VatPercent", rate.movePointLeft(2)));
        boolean untaxed = untaxed(company, customer);
        for (JsonNode one : invoice.path("Rows")) {
            if (one instanceof ObjectNode row && !row.path("IsTextRow").booleanValue(false)) {
                BigDecimal rate = untaxed
                        ? BigDecimal.ZERO
                        : company.rateOf(row.path("ArticleId").stringValue());
                BigDecimal amount = amount(row);
                row.put("AmountNoVat", included ? amount.subtract(vat(amount, rate, true)) : amount);
                row.put("PercentVat", rate.movePointLeft(2));
            }
        }
    }

    private static boolean untaxed(VismaCompany company, ObjectNode customer) {
        boolean reversed = customer.path("ReverseChargeOnConstructionServices").booleanValue(false);
        boolean foreign = !customer.path("InvoiceCountryCode")
                .asString("SE")
                .equals(company.settings().path("CountryCode").asString("SE"));
        return reversed || (foreign && !customer.path("IsPrivatePerson").booleanValue(false));
    }

    static BigDecimal amount(JsonNode row) {
        BigDecimal gross = row.path("Quantity")
                .decimalValue(BigDecimal.ZERO)
                .multiply(row.path("UnitPrice").decimalValue(BigDecimal.ZERO));
        BigDecimal off = gross.multiply(row.path("DiscountPercentage").decimalValue(BigDecimal.ZERO));
        return gross.subtract(off).setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal percent(ObjectNode document, JsonNode row) {
        if (row.path("IsWorkCost").booleanValue(false)) {
            return switch (document.path("RotReducedInvoicingType").intValue(0)) {
                case 1 -> BigDecimal.valueOf(30);
                case 2 -> BigDecimal.valueOf(50);
                default -> BigDecimal.ZERO;
            };
        }
        boolean green = document.path("UsesGreenTechnology").booleanValue(false);
        return switch (green ? row.path("GreenTechnologyType").intValue(0) : 0) {
            case 1 -> BigDecimal.valueOf(15);
            case 2, 3 -> BigDecimal.valueOf(50);
            default -> BigDecimal.ZERO;
        };
    }

    private static BigDecimal vat(BigDecimal amount, BigDecimal rate, boolean included) {
        return amount.multiply(rate).divide(included ? HUNDRED.add(rate) : HUNDRED, 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(Map<BigDecimal, BigDecimal> amounts) {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
