package org.accountinghub.connectors.fortnox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.http.SecretNumbers;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.mappings.fortnox.CustomerMatch;
import org.accountinghub.mappings.fortnox.wire.CustomerItem;
import org.accountinghub.mappings.fortnox.wire.FortnoxCustomer;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.SameCustomer;

/** Looks for a customer: by number, by organisation number in both spellings, by the reference that it was created with. */
final class CustomerSearch {

    private static final int MOST_PAGES = 2;
    private static final int MOST_HITS = 5;
    private static final int MOST_CHANGED_PAGES = 10;
    private static final int MOST_ALIKE = 25;

    private final FortnoxClient client;
    private final FortnoxLists lists;

    CustomerSearch(FortnoxClient client) {
        this.client = client;
        this.lists = new FortnoxLists(client);
    }

    Finding byNumber(Customer ours, String number, Conversation conversation) {
        Reply<FortnoxCustomer.Body> reply = read(number, conversation);
        if (reply instanceof Failed<FortnoxCustomer.Body> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        return reply instanceof Said<FortnoxCustomer.Body> said
                ? confirmed(ours, said.body().customer(), List.of())
                : new Finding.Absent();
    }

    /** Created or changed since then and carrying our reference, which Fortnox shows but cannot be asked for; of several the active one. */
    Finding byReference(Customer ours, String reference, Instant since, Conversation conversation) {
        Reply<List<CustomerItem>> reply = lists.whole(
                FortnoxLists.CUSTOMERS,
                Map.of("lastmodified", ChangedSince.lastModified(since)),
                MOST_CHANGED_PAGES,
                conversation);
        if (reply instanceof Failed<List<CustomerItem>> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        List<String> numbers = ((Said<List<CustomerItem>>) reply)
                .body().stream()
                        .filter(item -> SameCustomer.agrees(ours, item.name(), item.organisationNumber()))
                        .flatMap(item -> item.customerNumber().stream())
                        .distinct()
                        .toList();
        List<String> marked = new ArrayList<>();
        List<String> active = new ArrayList<>();
        for (String number : numbers.subList(0, Math.min(numbers.size(), MOST_ALIKE))) {
            Reply<FortnoxCustomer.Body> one = read(number, conversation);
            if (one instanceof Failed<FortnoxCustomer.Body> failed) {
                return new Finding.Unreachable(failed.outcome());
            }
            if (one instanceof Said<FortnoxCustomer.Body> said
                    && said.body().customer().externalReference().equals(Optional.of(reference))) {
                marked.add(number);
                if (said.body().customer().active().orElse(true)) {
                    active.add(number);
                }
            }
        }
        List<String> carrying = active.isEmpty() ? marked : active;
        if (carrying.isEmpty() && numbers.size() <= MOST_ALIKE) {
            return new Finding.Absent();
        }
        return carrying.size() == 1
                ? new Finding.Found(new PartnerDocument(carrying.get(0), carrying.get(0), List.of()))
                : new Finding.Disagrees(undecided(ours, carrying, numbers.size()));
    }

    private Reply<FortnoxCustomer.Body> read(String number, Conversation conversation) {
        return client.read(
                FortnoxCustomers.CUSTOMERS + "/" + FortnoxClient.segment(number),
                Map.of(),
                FortnoxCustomer.Body.class,
                conversation);
    }

    private static Problem undecided(Customer ours, List<String> carrying, int alike) {
        return FortnoxProblems.partner(
                        "customer-in-doubt",
                        carrying.isEmpty()
                                ? "An answer of Fortnox's was lost, and " + alike
                                        + " customers that changed since are named as" + " customer " + ours.number()
                                        + " is."
                                : "Fortnox has several customers that were created for customer " + ours.number() + ": "
                                        + String.join(", ", carrying) + ".",
                        "Look in Fortnox which one is right, make the others inactive, then retry.")
                .at("ExternalReference");
    }

    Finding byRegistration(Customer ours, Conversation conversation) {
        Set<String> numbers = new TreeSet<>();
        for (String spelling :
                ours.registration().map(CustomerSearch::spellings).orElse(Set.of())) {
            Reply<List<CustomerItem>> reply = lists.pages(
                    FortnoxLists.CUSTOMERS, Map.of("organisationnumber", spelling), MOST_PAGES, conversation);
            if (reply instanceof Failed<List<CustomerItem>> failed) {
                return new Finding.Unreachable(failed.outcome());
            }
            CustomerMatch.withRegistration(ours.registration().orElseThrow(), ((Said<List<CustomerItem>>) reply).body())
                    .forEach(hit -> hit.customerNumber().ifPresent(numbers::add));
        }
        return numbers.size() > MOST_HITS ? several(ours, numbers) : theActiveOne(ours, numbers, conversation);
    }

    /** Ours, or why not. */
    static Finding confirmed(Customer ours, FortnoxCustomer theirs, List<String> notes) {
        Optional<Problem> problem = CustomerMatch.confirm(ours, theirs);
        if (problem.isPresent()) {
            return new Finding.Disagrees(problem.get());
        }
        String number = theirs.customerNumber().orElse(ours.number());
        return new Finding.Found(new PartnerDocument(number, number, notes));
    }

    private Finding theActiveOne(Customer ours, Set<String> numbers, Conversation conversation) {
        List<FortnoxCustomer> active = new ArrayList<>();
        Finding last = new Finding.Absent();
        for (String number : numbers) {
            Reply<FortnoxCustomer.Body> reply = read(number, conversation);
            if (reply instanceof Failed<FortnoxCustomer.Body> failed) {
                return new Finding.Unreachable(failed.outcome());
            }
            if (reply instanceof Said<FortnoxCustomer.Body> said) {
                FortnoxCustomer theirs = said.body().customer();
                last = confirmed(
                        ours, theirs, List.of("found in Fortnox by organisation number, as customer " + number));
                if (theirs.active().orElse(true)) {
                    active.add(theirs);
                }
            }
        }
        if (active.size() > 1) {
            return several(ours, numbers);
        }
        return active.isEmpty()
                ? last
                : confirmed(
                        ours,
                        active.get(0),
                        List.of("found in Fortnox by organisation number, as customer "
                                + active.get(0).customerNumber().orElse("")));
    }

    private static Finding several(Customer ours, Set<String> numbers) {
        return new Finding.Disagrees(FortnoxProblems.partner(
                        "customer-ambiguous",
                        "Fortnox has several customers with the organisation number of customer " + ours.number() + ": "
                                + String.join(", ", numbers) + ".",
                        "Make one of them inactive in Fortnox, or give ours the number of the right one.")
                .at("organisation number"));
    }

    /** Both ways to write a Swedish number; a foreign one as it is. Fortnox searches by substring. */
    private static Set<String> spellings(RegistrationNumber number) {
        String digits = number.digits();
        Set<String> spellings = new LinkedHashSet<>();
        if (digits.length() == 10) {
            spellings.add(SecretNumbers.hyphenated(digits));
            spellings.add(digits);
        } else if (!number.value().isBlank()) {
            spellings.add(number.value().strip());
        }
        return spellings;
    }
}
