package org.accountinghub.connectors.twentyfoursevenoffice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.http.SecretNumbers;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.twentyfoursevenoffice.CustomerMatch;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;

/** Looks for the company that is our customer: by the bound id, by external id, by organisation number. */
final class CustomerSearch {

    private final Companies companies;

    CustomerSearch(Companies companies) {
        this.companies = companies;
    }

    Finding byId(Customer ours, String id, Conversation conversation) {
        Reply<Optional<Company>> reply = companies.withId(id, conversation);
        if (reply instanceof Failed<Optional<Company>> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        return ((Said<Optional<Company>>) reply)
                .body()
                .map(theirs -> confirmed(ours, theirs, List.of()))
                .orElseGet(Finding.Absent::new);
    }

    Finding byExternalId(Customer ours, String externalId, Conversation conversation) {
        Reply<List<Company>> reply = companies.withExternalId(externalId, conversation);
        if (reply instanceof Failed<List<Company>> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        List<Company> found = CustomerMatch.carrying(externalId, ((Said<List<Company>>) reply).body());
        return found.size() > 1
                ? several(ours, "external id", found)
                : found.stream()
                        .findFirst()
                        .map(theirs -> confirmed(ours, theirs, List.of()))
                        .orElseGet(Finding.Absent::new);
    }

    Finding byRegistration(Customer ours, Conversation conversation) {
        Map<Integer, Company> found = new TreeMap<>();
        for (String spelling :
                ours.registration().map(CustomerSearch::spellings).orElse(Set.of())) {
            Reply<List<Company>> reply = companies.withOrganizationNumber(spelling, conversation);
            if (reply instanceof Failed<List<Company>> failed) {
                return new Finding.Unreachable(failed.outcome());
            }
            CustomerMatch.withRegistration(ours.registration().orElseThrow(), ((Said<List<Company>>) reply).body())
                    .forEach(theirs -> found.put(theirs.getId(), theirs));
        }
        if (found.size() > 1) {
            return several(ours, "organisation number", List.copyOf(found.values()));
        }
        return found.values().stream()
                .findFirst()
                .map(theirs -> confirmed(
                        ours,
                        theirs,
                        List.of("found in 24SevenOffice by organisation number, as company " + theirs.getId())))
                .orElseGet(Finding.Absent::new);
    }

    /** Ours, or why not. */
    private static Finding confirmed(Customer ours, Company theirs, List<String> notes) {
        Optional<Problem> problem = CustomerMatch.confirm(ours, theirs);
        if (problem.isPresent()) {
            return new Finding.Disagrees(problem.get());
        }
        String id = String.valueOf(theirs.getId());
        return new Finding.Found(new PartnerDocument(id, id, notes));
    }

    private static Finding several(Customer ours, String by, List<Company> found) {
        return new Finding.Disagrees(OfficeProblems.partner(
                        "customer-ambiguous",
                        "24SevenOffice has several companies with the " + by + " of customer " + ours.number() + ": "
                                + found.stream()
                                        .map(company -> String.valueOf(company.getId()))
                                        .collect(Collectors.joining(", "))
                                + ".",
                        "Merge them in 24SevenOffice, or give only the right one our customer number as external id.")
                .at(by));
    }

    /** Ways to write a Swedish number; a foreign one as it is. */
    private static Set<String> spellings(RegistrationNumber number) {
        String digits = number.digits();
        Set<String> spellings = new LinkedHashSet<>();
        if (number.kind() == RegistrationNumber.Kind.PERSONAL) {
            spellings.add(number.value().replaceAll("\\D", ""));
        }
        if (digits.length() == 10) {
            spellings.add(digits);
            spellings.add(SecretNumbers.hyphenated(digits));
        } else if (!number.value().isBlank()) {
            spellings.add(number.value().strip());
            spellings.add(digits);
        }
        spellings.removeIf(String::isBlank);
        return spellings;
    }
}
