package org.accountinghub.mappings.fortnox;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.mappings.model.PricedForm;

/**
 * What differs between companies at Fortnox and changes what is sent.
 *
 * @param vatRates whole percentages that exist there; another rate is a problem, never replaced
 * @param accountsByVatRate sales account of rows whose article Fortnox does not know, by VAT rate; a rate that is missing
 *     leaves the account to Fortnox's defaults
 * @param textRowAccount account of text rows; 0 where a default account demands a cost centre, else empty
 * @param descriptionLength longest row text; longer ones become several rows
 * @param priceDecimals decimals of a price; Fortnox rounds further ones away without a word
 * @param quantityDecimals decimals of a quantity, likewise
 * @param articlesRequired a row whose article Fortnox does not have is a problem, else it is sent as text with its amount
 */
public record FortnoxRules(
        Set<Integer> vatRates,
        Map<Integer, Integer> accountsByVatRate,
        Optional<Integer> textRowAccount,
        int descriptionLength,
        int priceDecimals,
        int quantityDecimals,
        boolean articlesRequired) {

    private static final int DISCOUNT_DECIMALS = 2;

    private static final FortnoxRules STANDARD =
            new FortnoxRules(Set.of(25, 12, 6, 0), Map.of(), Optional.empty(), 255, 2, 2, false);

    public FortnoxRules {
        vatRates = Set.copyOf(vatRates);
        accountsByVatRate = Map.copyOf(accountsByVatRate);
        if (descriptionLength < 1 || priceDecimals < 0 || quantityDecimals < 0) {
            throw new IllegalArgumentException("lengths and decimals cannot be negative");
        }
    }

    /** Fortnox rounds prices and quantities without a word: 1.125 becomes 1.13. */
    PricedForm.Limits limits() {
        return new PricedForm.Limits(quantityDecimals, priceDecimals, DISCOUNT_DECIMALS, true);
    }

    /** What a Swedish company has that has changed nothing. */
    public static FortnoxRules standard() {
        return STANDARD;
    }

    public FortnoxRules withVatRates(Set<Integer> rates) {
        return new FortnoxRules(
                rates,
                accountsByVatRate,
                textRowAccount,
                descriptionLength,
                priceDecimals,
                quantityDecimals,
                articlesRequired);
    }

    public FortnoxRules withAccounts(Map<Integer, Integer> byVatRate) {
        return new FortnoxRules(
                vatRates,
                byVatRate,
                textRowAccount,
                descriptionLength,
                priceDecimals,
                quantityDecimals,
                articlesRequired);
    }

    public FortnoxRules withTextRowAccount(int account) {
        return new FortnoxRules(
                vatRates,
                accountsByVatRate,
                Optional.of(account),
                descriptionLength,
                priceDecimals,
                quantityDecimals,
                articlesRequired);
    }

    public FortnoxRules withDescriptionLength(int characters) {
        return new FortnoxRules(
                vatRates,
                accountsByVatRate,
                textRowAccount,
                characters,
                priceDecimals,
                quantityDecimals,
                articlesRequired);
    }

    public FortnoxRules withDecimals(int ofPrices, int ofQuantities) {
        return new FortnoxRules(
                vatRates,
                accountsByVatRate,
                textRowAccount,
                descriptionLength,
                ofPrices,
                ofQuantities,
                articlesRequired);
    }

    public FortnoxRules withArticlesRequired() {
        return new FortnoxRules(
                vatRates, accountsByVatRate, textRowAccount, descriptionLength, priceDecimals, quantityDecimals, true);
    }
}
