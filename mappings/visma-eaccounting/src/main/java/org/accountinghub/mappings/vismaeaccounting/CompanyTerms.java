package org.accountinghub.mappings.vismaeaccounting;

import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.vismaeaccounting.wire.TermsOfPayment;

/** The terms of payment that the company has, and what the hub calls them. */
public record CompanyTerms(List<TermsOfPayment> all) {

    public CompanyTerms {
        all = List.copyOf(all);
    }

    /** The first for sales that are called so: by name in either language, or by the number of days. */
    public Optional<TermsOfPayment> called(String text) {
        return all.stream()
                .filter(terms ->
                        terms.availableForSales().orElse(true) && terms.id().isPresent() && terms.called(text.strip()))
                .findFirst();
    }

    /** By what they are found again: the number of days where it says which, else their name. */
    public Optional<String> code(String id) {
        return all.stream()
                .filter(terms -> terms.id().filter(id::equals).isPresent())
                .findFirst()
                .flatMap(terms -> terms.numberOfDays()
                        .map(String::valueOf)
                        .filter(days -> called(days).filter(terms::equals).isPresent())
                        .or(terms::name));
    }
}
