package org.accountinghub.connectors.vismaeaccounting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.accountinghub.connectors.http.Hiding;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.http.SecretNumbers;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Delivered;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.vismaeaccounting.CustomerMatch;
import org.accountinghub.mappings.vismaeaccounting.CustomerTranslation;
import org.accountinghub.mappings.vismaeaccounting.wire.CustomerThere;
import org.accountinghub.mappings.vismaeaccounting.wire.NewCustomer;

/**
 * Brings a customer: the bound one confirmed; else one found by number, else by organisation number; else created under our
 * own number, which eAccounting gives only once.
 */
final class VismaCustomers implements Delivery<Customer> {

    private final VismaClient client;
    private final Payers payers;
    private final Terms terms;
    private final InstantSource clock;

    VismaCustomers(VismaClient client, Payers payers, Terms terms, InstantSource clock) {
        this.client = client;
        this.payers = payers;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public List<Step> steps(Customer customer) {
        return List.of(Step.create(IdempotencyClass.B, Duration.ZERO));
    }

    @Override
    public Outcome perform(Work<Customer> work, Conversation everything) {
        Instant begun = clock.instant();
        Customer ours = work.document();
        Conversation conversation = Hiding.of(SecretNumbers.of(ours), everything);
        Optional<String> bound = bound(work.bound());
        if (bound.isPresent()) {
            return settled(find(ours, bound.get(), conversation)).orElseGet(() -> new Rejected(gone(bound.get())));
        }
        return there(ours, conversation).orElseGet(() -> create(ours, begun, conversation));
    }

    @Override
    public Finding find(Work<Customer> work, Conversation conversation) {
        Customer ours = work.document();
        return find(ours, bound(work.bound()).orElse(ours.number()), Hiding.of(SecretNumbers.of(ours), conversation));
    }

    @Override
    public Rehearsal rehearse(Customer ours, Map<String, String> bound, Conversation everything) {
        Conversation conversation = Hiding.of(SecretNumbers.of(ours), everything);
        Optional<Outcome> there = bound(bound)
                .map(number -> settled(find(ours, number, conversation)))
                .orElseGet(() -> there(ours, conversation));
        return there.map(VismaCustomers::rehearsed).orElseGet(() -> rehearsedCreation(ours, conversation));
    }

    private Rehearsal rehearsedCreation(Customer ours, Conversation conversation) {
        Reply<Translation<NewCustomer>> translated = translated(ours, conversation);
        if (translated instanceof Said<Translation<NewCustomer>> said) {
            return said.body() instanceof Translation.Done<NewCustomer> done
                    ? new Rehearsal(done.notes(), List.of(), Optional.empty())
                    : new Rehearsal(
                            List.of(), ((Translation.Refused<NewCustomer>) said.body()).problems(), Optional.empty());
        }
        return rehearsed(((Failed<Translation<NewCustomer>>) translated).outcome());
    }

    private static Rehearsal rehearsed(Outcome outcome) {
        if (outcome instanceof Delivered delivered) {
            return new Rehearsal(
                    List.of("eAccounting has the customer as number "
                            + delivered.document().number()),
                    List.of(),
                    Optional.empty());
        }
        Problem problem = outcome.problem();
        return outcome instanceof Rejected
                ? new Rehearsal(List.of(), List.of(problem), Optional.empty())
                : new Rehearsal(List.of(), List.of(), Optional.of(problem));
    }

    private Optional<Outcome> there(Customer ours, Conversation conversation) {
        return settled(find(ours, ours.number(), conversation)).or(() -> settled(byRegistration(ours, conversation)));
    }

    private Finding find(Customer ours, String number, Conversation conversation) {
        Reply<Optional<CustomerThere>> reply = payers.numbered(number, conversation);
        if (reply instanceof Said<Optional<CustomerThere>> said) {
            return said.body().map(theirs -> confirmed(ours, theirs, List.of())).orElse(new Finding.Absent());
        }
        return new Finding.Unreachable(((Failed<Optional<CustomerThere>>) reply).outcome());
    }

    private Finding byRegistration(Customer ours, Conversation conversation) {
        Optional<RegistrationNumber> number =
                ours.registration().filter(one -> !one.value().isBlank());
        if (number.isEmpty()) {
            return new Finding.Absent();
        }
        String filter = spellings(number.get()).stream()
                .map(spelling -> "CorporateIdentityNumber eq " + VismaClient.quoted(spelling))
                .collect(Collectors.joining(" or "));
        Reply<List<CustomerThere>> reply = payers.matching(filter, conversation);
        if (!(reply instanceof Said<List<CustomerThere>> said)) {
            return new Finding.Unreachable(((Failed<List<CustomerThere>>) reply).outcome());
        }
        List<CustomerThere> hits = CustomerMatch.withRegistration(number.get(), said.body());
        List<CustomerThere> active =
                hits.stream().filter(hit -> hit.isActive().orElse(true)).toList();
        if (active.size() > 1) {
            return new Finding.Disagrees(several(ours, active));
        }
        return active.stream()
                .findFirst()
                .or(() -> hits.stream().findFirst())
                .map(theirs -> confirmed(
                        ours,
                        theirs,
                        List.of("found in eAccounting by organisation number, as customer "
                                + theirs.customerNumber().orElse(""))))
                .orElse(new Finding.Absent());
    }

    private static Finding confirmed(Customer ours, CustomerThere theirs, List<String> notes) {
        Optional<Problem> problem = CustomerMatch.confirm(ours, theirs);
        String number = theirs.customerNumber().orElse(ours.number());
        return problem.<Finding>map(Finding.Disagrees::new)
                .orElseGet(() -> new Finding.Found(new PartnerDocument(number, number, notes)));
    }

    private Reply<Translation<NewCustomer>> translated(Customer ours, Conversation conversation) {
        return terms.of(ours, conversation).map(id -> CustomerTranslation.toCreate(ours, id));
    }

    private Outcome create(Customer ours, Instant begun, Conversation conversation) {
        Reply<Translation<NewCustomer>> translated = translated(ours, conversation);
        if (!(translated instanceof Said<Translation<NewCustomer>> said)) {
            return ((Failed<Translation<NewCustomer>>) translated).outcome();
        }
        if (said.body() instanceof Translation.Refused<NewCustomer> refused) {
            return new Rejected(refused.combined());
        }
        var done = (Translation.Done<NewCustomer>) said.body();
        Reply<CustomerThere> reply = client.post("/customers", done.value(), CustomerThere.class, begun, conversation);
        if (reply instanceof Said<CustomerThere> made) {
            return created(ours, made.body(), done.notes());
        }
        Outcome failure = ((Failed<CustomerThere>) reply).outcome();
        return numberTaken(failure)
                ? settled(find(ours, ours.number(), conversation)).orElse(failure)
                : failure;
    }

    private static Outcome created(Customer ours, CustomerThere theirs, List<String> translationNotes) {
        if (theirs.customerNumber().isEmpty()) {
            return VismaProblems.unreadable("it names no customer number", true);
        }
        String number = theirs.customerNumber().get();
        List<String> notes = new ArrayList<>(translationNotes);
        if (!number.equals(ours.number())) {
            notes.add("eAccounting gave the customer the number " + number + " instead of " + ours.number());
        }
        return new Delivered(new PartnerDocument(number, number, notes));
    }

    /** The outcome that a finding stands for; empty when there is nothing yet. */
    private static Optional<Outcome> settled(Finding finding) {
        if (finding instanceof Finding.Found found) {
            return Optional.of(new Delivered(found.document()));
        }
        if (finding instanceof Finding.Disagrees disagrees) {
            return Optional.of(new Rejected(disagrees.problem()));
        }
        return finding instanceof Finding.Unreachable unreachable
                ? Optional.of(unreachable.outcome())
                : Optional.empty();
    }

    /** Someone was quicker, or an earlier request of ours came late. */
    private static boolean numberTaken(Outcome outcome) {
        return outcome instanceof Rejected rejected
                && rejected.problem().cause().equals(VismaConnectorFactory.NAME + ".conflict");
    }

    private static Optional<String> bound(Map<String, String> bound) {
        return Optional.ofNullable(bound.get(SourceKey.CUSTOMER));
    }

    /** Every way in which a Swedish number may stand there; a foreign one as it is. */
    private static Set<String> spellings(RegistrationNumber number) {
        String digits = number.digits();
        Set<String> spellings = new TreeSet<>(List.of(number.value().strip()));
        if (digits.length() == 10) {
            spellings.add(digits);
            spellings.add(SecretNumbers.hyphenated(digits));
            String whole = number.value().replaceAll("\\D", "");
            spellings.add(whole);
            spellings.add(SecretNumbers.hyphenated(whole));
        }
        return spellings;
    }

    private static Problem several(Customer ours, List<CustomerThere> hits) {
        return VismaProblems.partner(
                        "customer-ambiguous",
                        "eAccounting has several customers with the organisation number of customer " + ours.number()
                                + ": "
                                + hits.stream()
                                        .flatMap(hit -> hit.customerNumber().stream())
                                        .collect(Collectors.joining(", "))
                                + ".",
                        "Make one of them inactive in eAccounting, or give ours the number of the right one.")
                .at("organisation number");
    }

    private static Problem gone(String number) {
        return VismaProblems.partner(
                        "customer-gone",
                        "Customer " + number + " was here before and is gone from eAccounting.",
                        "Restore the customer in eAccounting, or bind ours to another one.")
                .at("customer number");
    }
}
