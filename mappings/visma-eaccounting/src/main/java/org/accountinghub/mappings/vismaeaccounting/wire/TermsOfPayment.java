package org.accountinghub.mappings.vismaeaccounting.wire;

import java.util.List;
import java.util.Optional;

/** Terms of payment of the company. */
public record TermsOfPayment(
        Optional<String> id,
        Optional<String> name,
        Optional<String> nameEnglish,
        Optional<Integer> numberOfDays,
        Optional<Boolean> availableForSales) {

    /** Whether a setting means these: by name in either language, or by the number of days. */
    public boolean called(String text) {
        return name.filter(text::equalsIgnoreCase).isPresent()
                || nameEnglish.filter(text::equalsIgnoreCase).isPresent()
                || numberOfDays.map(String::valueOf).filter(text::equals).isPresent();
    }

    /** A page of {@code GET /termsofpayments}. */
    public record Page(Optional<Meta> meta, Optional<List<TermsOfPayment>> data)
            implements EAccountingPage<TermsOfPayment> {}
}
