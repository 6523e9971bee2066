package org.accountinghub.mappings.twentyfoursevenoffice;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.PricedForm;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.samples.SampleOrders;
import org.accountinghub.mappings.twentyfoursevenoffice.OfficeRules.Customers;
import org.accountinghub.mappings.twentyfoursevenoffice.OfficeRules.ExternalId;
import org.accountinghub.mappings.twentyfoursevenoffice.OfficeRules.Ids;
import org.accountinghub.mappings.twentyfoursevenoffice.OfficeRules.Taxes;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.OrderSlipStateType;

/** A Swedish company that has set everything: its products have 25 %, other rates have a tax code. */
final class TestRules {

    static final int COMPANY = 4711;

    private TestRules() {}

    static OfficeRules rules() {
        return rules(300);
    }

    static OfficeRules rules(int nameLength) {
        return new OfficeRules(
                Currency.getInstance("SEK"),
                ZoneId.of("Europe/Stockholm"),
                OrderSlipStateType.FOR_INVOICING,
                new Taxes(
                        Map.of(
                                rate("12"), new TaxCode(12, Optional.of(2620)),
                                rate("6"), new TaxCode(6, Optional.empty()),
                                rate("0"), new TaxCode(1, Optional.empty())),
                        Map.of(
                                Vat.Treatment.DOMESTIC_REVERSE_CHARGE, new TaxCode(41, Optional.empty()),
                                Vat.Treatment.EU_REVERSE_CHARGE, new TaxCode(35, Optional.empty()),
                                Vat.Treatment.EXPORT, new TaxCode(36, Optional.empty()))),
                Map.of(rate("25"), "DIV25", rate("12"), "DIV12", rate("6"), "DIV6", rate("0.0"), "DIV0"),
                false,
                new Ids(Map.of("Kalle Ek", 17), Map.of("NORR", 3), Map.of("SÖDER", 8), Map.of("30DAGAR", 30)),
                new PricedForm.Limits(2, 2, 2, false),
                nameLength,
                Optional.empty(),
                new Customers(ExternalId.NUMBER));
    }

    /** The articles that samples' partners have, and the fallback products. */
    static KnownProducts products() {
        Map<String, KnownProducts.Product> products = new HashMap<>();
        SampleOrders.ARTICLES.stream()
                .sorted()
                .forEach(number -> products.put(number, product(1001 + products.size(), "25")));
        products.put("DIV25", product(9025, "25.00"));
        products.put("DIV12", product(9012, "12"));
        products.put("DIV6", product(9006, "6"));
        products.put("DIV0", product(9000, "0"));
        return new KnownProducts(products);
    }

    static KnownProducts.Product product(int id, String rate) {
        return new KnownProducts.Product(id, Optional.of(rate(rate)));
    }

    static BigDecimal rate(String percent) {
        return new BigDecimal(percent);
    }
}
