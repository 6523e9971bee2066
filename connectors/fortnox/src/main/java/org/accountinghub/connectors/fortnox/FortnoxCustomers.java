package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.accountinghub.mappings.fortnox.CustomerTranslation;
import org.accountinghub.mappings.fortnox.wire.FortnoxCustomer;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Translation;

/**
 * Brings a customer: the bound one confirmed; else one found by number, else by organisation number; else created under
 * our own number, which Fortnox gives only once.
 */
final class FortnoxCustomers implements Delivery<Customer> {

    static final String CUSTOMERS = "/customers";

    private final FortnoxClient client;
    private final InstantSource clock;
    private final CustomerSearch search;

    FortnoxCustomers(FortnoxClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
        this.search = new CustomerSearch(client);
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
        Optional<String> bound = bound(work);
        if (bound.isPresent()) {
            return settled(find(ours, bound.get(), conversation)).orElseGet(() -> new Rejected(gone(bound.get())));
        }
        return settled(find(ours, ours.number(), conversation))
                .or(() -> settled(search.byRegistration(ours, conversation)))
                .orElseGet(() -> create(ours, begun, conversation));
    }

    @Override
    public Finding find(Work<Customer> work, Conversation conversation) {
        Customer ours = work.document();
        return find(ours, bound(work).orElse(ours.number()), Hiding.of(SecretNumbers.of(ours), conversation));
    }

    @Override
    public Rehearsal rehearse(Customer ours, Map<String, String> bound, Conversation everything) {
        Conversation conversation = Hiding.of(SecretNumbers.of(ours), everything);
        Optional<Outcome> there =
                settled(find(ours, bound.getOrDefault(SourceKey.CUSTOMER, ours.number()), conversation));
        if (there.isEmpty() && bound.isEmpty()) {
            there = settled(search.byRegistration(ours, conversation));
        }
        if (there.isEmpty()) {
            Translation<FortnoxCustomer> translation = CustomerTranslation.toCreate(ours);
            return translation instanceof Translation.Done<FortnoxCustomer> done
                    ? new Rehearsal(done.notes(), List.of(), Optional.empty())
                    : new Rehearsal(
                            List.of(),
                            ((Translation.Refused<FortnoxCustomer>) translation).problems(),
                            Optional.empty());
        }
        if (there.get() instanceof Delivered delivered) {
            return new Rehearsal(
                    List.of("Fortnox has the customer as number "
                            + delivered.document().number()),
                    List.of(),
                    Optional.empty());
        }
        Problem problem = there.get().problem();
        return there.get() instanceof Rejected
                ? new Rehearsal(List.of(), List.of(problem), Optional.empty())
                : new Rehearsal(List.of(), List.of(), Optional.of(problem));
    }

    private Finding find(Customer ours, String number, Conversation conversation) {
        Reply<FortnoxCustomer.Body> reply = client.read(
                CUSTOMERS + "/" + FortnoxClient.segment(number), Map.of(), FortnoxCustomer.Body.class, conversation);
        if (reply instanceof Failed<FortnoxCustomer.Body> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        return reply instanceof Said<FortnoxCustomer.Body> said
                ? CustomerSearch.confirmed(ours, said.body().customer(), List.of())
                : new Finding.Absent();
    }

    private Outcome create(Customer ours, Instant begun, Conversation conversation) {
        Translation<FortnoxCustomer> translation = CustomerTranslation.toCreate(ours);
        if (translation instanceof Translation.Refused<FortnoxCustomer> refused) {
            return new Rejected(refused.combined());
        }
        var translated = (Translation.Done<FortnoxCustomer>) translation;
        Reply<FortnoxCustomer.Body> reply = client.post(
                CUSTOMERS,
                new FortnoxCustomer.Body(translated.value()),
                FortnoxCustomer.Body.class,
                begun,
                conversation);
        if (reply instanceof Said<FortnoxCustomer.Body> said) {
            return created(ours, said.body().customer(), translated.notes());
        }
        Outcome failure = ((Failed<FortnoxCustomer.Body>) reply).outcome();
        return numberTaken(failure)
                ? settled(find(ours, ours.number(), conversation))
                        .filter(Delivered.class::isInstance)
                        .orElse(failure)
                : failure;
    }

    private static Outcome created(Customer ours, FortnoxCustomer theirs, List<String> translationNotes) {
        Optional<String> number = theirs.customerNumber();
        if (number.isEmpty()) {
            return FortnoxProblems.unreadable("it names no customer number", true);
        }
        List<String> notes = new ArrayList<>(translationNotes);
        if (!number.get().equals(ours.number())) {
            notes.add("Fortnox gave the customer the number " + number.get() + " instead of " + ours.number());
        }
        return new Delivered(new PartnerDocument(number.get(), number.get(), notes));
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
                && rejected.problem().cause().equals("fortnox.customer-number-taken");
    }

    private static Optional<String> bound(Work<?> work) {
        return Optional.ofNullable(work.bound().get(SourceKey.CUSTOMER));
    }

    private static Problem gone(String number) {
        return FortnoxProblems.partner(
                        "customer-gone",
                        "Customer " + number + " was here before and is gone from Fortnox.",
                        "Restore the customer in Fortnox, or bind ours to another one.")
                .at("customer number");
    }
}
