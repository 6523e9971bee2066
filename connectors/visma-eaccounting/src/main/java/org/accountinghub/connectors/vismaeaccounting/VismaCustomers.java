package org.accountinghub.connectors.vismaeaccounting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.accountinghub.connectors.http.CustomerDelivery;
import org.accountinghub.connectors.http.PartnerProblems;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.http.SecretNumbers;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Delivered;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.vismaeaccounting.CustomerMatch;
import org.accountinghub.mappings.vismaeaccounting.CustomerTranslation;
import org.accountinghub.mappings.vismaeaccounting.wire.CustomerThere;
import org.accountinghub.mappings.vismaeaccounting.wire.NewCustomer;

/**
 * eAccounting's customers: found by number or by organisation number, created under our own number, which eAccounting gives
 * only once.
 */
final class VismaCustomers implements CustomerDelivery.There {

    private final VismaClient client;
    private final Payers payers;
    private final Terms terms;

    VismaCustomers(VismaClient client, Payers payers, Terms terms) {
        this.client = client;
        this.payers = payers;
        this.terms = terms;
    }

    @Override
    public Step creation() {
        return Step.create(IdempotencyClass.B, Duration.ZERO);
    }

    @Override
    public Finding withId(String id, Customer ours, Conversation conversation) {
        return finding(payers.bound(id, conversation), ours);
    }

    private static Finding finding(Reply<Optional<CustomerThere>> reply, Customer ours) {
        if (reply instanceof Said<Optional<CustomerThere>> said) {
            return said.body().map(theirs -> confirmed(ours, theirs, List.of())).orElse(new Finding.Absent());
        }
        return new Finding.Unreachable(((Failed<Optional<CustomerThere>>) reply).outcome());
    }

    @Override
    public Finding withOurNumber(Customer ours, Conversation conversation) {
        return finding(payers.numbered(ours.number(), conversation), ours);
    }

    @Override
    public Rehearsal rehearseCreation(Customer ours, Conversation conversation) {
        Reply<Translation<NewCustomer>> translated = translated(ours, conversation);
        return translated instanceof Said<Translation<NewCustomer>> said
                ? Rehearsal.of(said.body())
                : Rehearsal.of(((Failed<Translation<NewCustomer>>) translated).outcome());
    }

    @Override
    public Finding withRegistration(Customer ours, Conversation conversation) {
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
        List<CustomerThere> hits = CustomerMatch.withRegistration(number.get(), said.body()).stream()
                .filter(hit -> hit.id().isPresent())
                .toList();
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
        return problem.<Finding>map(Finding.Disagrees::new)
                .orElseGet(() -> new Finding.Found(new PartnerDocument(
                        theirs.id().orElseThrow(), theirs.customerNumber().orElse(ours.number()), notes)));
    }

    private Reply<Translation<NewCustomer>> translated(Customer ours, Conversation conversation) {
        return terms.of(ours, conversation).map(id -> CustomerTranslation.toCreate(ours, id));
    }

    @Override
    public Outcome create(Customer ours, Instant begun, Conversation conversation) {
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
                ? withOurNumber(ours, conversation).settled().orElse(failure)
                : failure;
    }

    private static Outcome created(Customer ours, CustomerThere theirs, List<String> translationNotes) {
        if (theirs.id().isEmpty() || theirs.customerNumber().isEmpty()) {
            return VismaProblems.unreadable("it names no id or no customer number", true);
        }
        String number = theirs.customerNumber().get();
        List<String> notes = new ArrayList<>(translationNotes);
        if (!number.equals(ours.number())) {
            notes.add("eAccounting gave the customer the number " + number + " instead of " + ours.number());
        }
        return new Delivered(new PartnerDocument(theirs.id().get(), number, notes));
    }

    /** Someone was quicker, or an earlier request of ours came late. */
    private static boolean numberTaken(Outcome outcome) {
        return outcome instanceof Rejected rejected
                && rejected.problem().cause().equals(VismaConnectorFactory.NAME + ".conflict");
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

    @Override
    public PartnerProblems problems() {
        return VismaProblems.COMMON;
    }
}
