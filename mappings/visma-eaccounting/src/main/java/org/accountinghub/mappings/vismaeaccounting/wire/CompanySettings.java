package org.accountinghub.mappings.vismaeaccounting.wire;

import java.util.Optional;

/**
 * Settings of the company, as far as they change what is sent: {@code GET /companysettings}.
 *
 * @param showPricesExclVatPC whether prices for private persons are without VAT; else they are with it
 * @param keepOriginalDraftDate whether an invoice made of a draft keeps the draft's date; else it gets the day's
 * @param companyIdentifier unique to the company
 */
public record CompanySettings(
        Optional<String> name,
        Optional<String> corporateIdentityNumber,
        Optional<String> companyIdentifier,
        Optional<String> currencyCode,
        Optional<String> countryCode,
        Optional<Boolean> showPricesExclVatPC,
        Optional<Boolean> keepOriginalDraftDate) {

    /** What the connection is pinned to. */
    public Optional<String> tenant() {
        return companyIdentifier.or(() -> corporateIdentityNumber);
    }
}
