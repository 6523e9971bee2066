package org.accountinghub.mappings.twentyfoursevenoffice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.SameCustomer;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;

/** Whether a company found at 24SevenOffice is our customer. */
public final class CustomerMatch {

    private CustomerMatch() {}

    /**
     * A company found under our external id or number: ours when the organisation numbers agree or, where either side
     * lacks one, the names do; and when it may be invoiced.
     *
     * @return why it must not be bound; empty = it is ours
     */
    public static Optional<Problem> confirm(Customer ours, Company theirs) {
        Optional<String> name = Optional.of(name(theirs)).filter(text -> !text.isEmpty());
        if (!SameCustomer.agrees(ours, name, Optional.ofNullable(theirs.getOrganizationNumber()))) {
            return Optional.of(Problem.of(
                            "24sevenoffice.customer-number-taken",
                            Problem.Stage.MAPPING,
                            "Company " + theirs.getId() + " at 24SevenOffice has the external id of customer "
                                    + ours.number() + " but is another: \"" + name(theirs) + "\" there, \""
                                    + ours.name()
                                    + "\" here.",
                            "Compare organisation number and name in both systems, then correct them or the external id.")
                    .at("ExternalId"));
        }
        if (Boolean.TRUE.equals(theirs.isBlockInvoice())) {
            return Optional.of(Problem.of(
                            "24sevenoffice.customer-blocked",
                            Problem.Stage.MAPPING,
                            "Company " + theirs.getId() + " is blocked for invoicing at 24SevenOffice.",
                            "Unblock the company at 24SevenOffice, or invoice another customer.")
                    .at("BlockInvoice"));
        }
        return Optional.empty();
    }

    /** Hits that carry exactly this external id. */
    public static List<Company> carrying(String externalId, List<Company> hits) {
        return hits.stream()
                .filter(hit -> externalId.equals(hit.getExternalId()))
                .toList();
    }

    /** Hits of a search by organisation number that really have it. */
    public static List<Company> withRegistration(RegistrationNumber number, List<Company> hits) {
        return SameCustomer.withRegistration(number, hits, hit -> Optional.ofNullable(hit.getOrganizationNumber()));
    }

    /** First name, where a consumer has one, and name. */
    static String name(Company company) {
        return Stream.of(Optional.ofNullable(company.getFirstName()), Optional.ofNullable(company.getName()))
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
