package org.accountinghub.mappings.twentyfoursevenoffice;

import java.math.BigDecimal;
import java.util.Optional;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.TaxSettings;

/**
 * The product of a row, and how its VAT is said. Every row with an amount needs a product that exists there, and a row's
 * VAT is its product's unless a tax code overrides it (documented: VatRate is read only).
 */
final class ProductChoice {

    private final OfficeRules rules;
    private final Review review;
    private final KnownProducts known;

    ProductChoice(OfficeRules rules, Review review, KnownProducts known) {
        this.rules = rules;
        this.review = review;
        this.known = known;
    }

    /** @param id empty only when a problem was named */
    record Chosen(Optional<Integer> id, boolean isFallback, Optional<TaxSettings> taxSettings) {}

    Chosen of(String row, Optional<String> article, Vat vat) {
        Optional<KnownProducts.Product> own = article.flatMap(known::named);
        Optional<KnownProducts.Product> product = own.or(() -> fallback(row, article, vat));
        Optional<TaxCode> code = rules.taxes().of(vat);
        if (code.isEmpty()) {
            product.filter(one -> !says(one, vat.chargedRate())).ifPresent(one -> refuseRate(row, one, vat));
        }
        return new Chosen(
                product.map(KnownProducts.Product::id),
                own.isEmpty(),
                code.map(one -> settings(one, vat.chargedRate())));
    }

    private Optional<KnownProducts.Product> fallback(String row, Optional<String> article, Vat vat) {
        if (article.isPresent() && rules.articlesRequired()) {
            review.refuse(
                    "article-unknown",
                    "ProductId",
                    row + ": 24SevenOffice has no active product " + shown(article.get()) + ".",
                    "Create or activate the product in 24SevenOffice, or let the connection use a fallback product.");
            return Optional.empty();
        }
        String rate = vat.chargedRate().toPlainString();
        Optional<String> number = Optional.ofNullable(rules.fallbackProducts().get(vat.chargedRate()));
        Optional<KnownProducts.Product> product = number.flatMap(known::named);
        if (product.isPresent()) {
            article.ifPresent(one -> review.note(row + ": 24SevenOffice has no active product " + shown(one)
                    + "; sent with product " + number.orElseThrow()));
        } else if (number.isPresent()) {
            review.refuse(
                    "fallback-product-unknown",
                    "ProductId",
                    row + " needs the fallback product " + shown(number.get())
                            + ", which is not an active product of 24SevenOffice.",
                    "Create or activate the product in 24SevenOffice, or correct the connection's setting.");
        } else {
            review.refuse(
                    "fallback-product-missing",
                    "ProductId",
                    row + " has no article that 24SevenOffice knows, and the connection names no fallback product for "
                            + rate + " % VAT; 24SevenOffice takes no row with an amount without a product.",
                    "Name a fallback product for this VAT rate in the connection's settings, or choose an article.");
        }
        return product;
    }

    private static boolean says(KnownProducts.Product product, BigDecimal rate) {
        return product.taxRate().filter(own -> own.compareTo(rate) == 0).isPresent();
    }

    private void refuseRate(String row, KnownProducts.Product product, Vat vat) {
        String there = product.taxRate()
                .map(rate -> "has " + rate.stripTrailingZeros().toPlainString() + " % there")
                .orElse("does not tell its rate");
        review.refuse(
                "vat-rate-unknown",
                "TaxSettings",
                row + " has " + vat.chargedRate().toPlainString() + " % VAT" + reason(vat) + "; its product " + there
                        + ", and the connection names no tax code that overrides it.",
                "Correct the rate on the row or the product's VAT in 24SevenOffice, or name the tax code in the"
                        + " connection's settings.");
    }

    private static String reason(Vat vat) {
        return switch (vat.treatment()) {
            case DOMESTIC, EU_WITH_VAT -> "";
            case DOMESTIC_REVERSE_CHARGE, EU_REVERSE_CHARGE -> " (reverse charge)";
            case EXPORT -> " (export)";
        };
    }

    private static TaxSettings settings(TaxCode code, BigDecimal rate) {
        TaxSettings settings = new TaxSettings();
        code.account().ifPresent(settings::setTaxAccount);
        settings.setTaxCode(code.code());
        settings.setTaxRate(rate);
        return settings;
    }

    private static String shown(String number) {
        return OfficeFields.clean(number).text();
    }
}
