package org.accountinghub.connectors.example;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.accountinghub.connectors.http.Addressing;
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
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.example.CustomerTranslation;
import org.accountinghub.mappings.example.ExampleCustomer;
import org.accountinghub.mappings.example.ExampleJson;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.SameCustomer;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Translation;
import tools.jackson.databind.JsonNode;

/** Brings a customer: found by number, else by registration number, else created under our number, which is given once. */
final class ExampleCustomers implements Delivery<Customer> {

    private static final String CUSTOMERS = "/customers";

    private final ExampleClient client;

    ExampleCustomers(ExampleClient client) {
        this.client = client;
    }

    @Override
    public List<Step> steps(Customer customer) {
        return List.of(Step.create(IdempotencyClass.B, Duration.ZERO));
    }

    @Override
    public Outcome perform(Work<Customer> work, Conversation everything) {
        Customer ours = work.document();
        Conversation conversation = hiding(ours, everything);
        Finding there = there(ours, work.bound(), conversation);
        if (!(there instanceof Finding.Absent)) {
            return settled(there);
        }
        Translation<ExampleCustomer> translation = CustomerTranslation.translate(ours);
        if (translation instanceof Translation.Refused<ExampleCustomer> refused) {
            return new Outcome.Rejected(refused.combined());
        }
        var translated = (Translation.Done<ExampleCustomer>) translation;
        Reply<JsonNode> reply = client.write(CUSTOMERS, translated.value(), conversation);
        return reply instanceof Failed<JsonNode> failed
                ? failed.outcome()
                : new Outcome.Delivered(new PartnerDocument(ours.number(), ours.number(), translated.notes()));
    }

    @Override
    public Finding find(Work<Customer> work, Conversation everything) {
        String number =
                work.bound().getOrDefault(SourceKey.CUSTOMER, work.document().number());
        return byNumber(work.document(), number, hiding(work.document(), everything));
    }

    @Override
    public Rehearsal rehearse(Customer ours, Map<String, String> bound, Conversation everything) {
        Finding there = there(ours, bound, hiding(ours, everything));
        if (there instanceof Finding.Found found) {
            return new Rehearsal(List.of("is there as " + found.document().number()), List.of(), Optional.empty());
        }
        if (there instanceof Finding.Disagrees disagrees) {
            return new Rehearsal(List.of(), List.of(disagrees.problem()), Optional.empty());
        }
        if (there instanceof Finding.Unreachable unreachable) {
            return new Rehearsal(
                    List.of(), List.of(), Optional.of(unreachable.outcome().problem()));
        }
        Translation<ExampleCustomer> translation = CustomerTranslation.translate(ours);
        return translation instanceof Translation.Refused<ExampleCustomer> refused
                ? new Rehearsal(List.of(), refused.problems(), Optional.empty())
                : new Rehearsal(((Translation.Done<ExampleCustomer>) translation).notes(), List.of(), Optional.empty());
    }

    private Finding there(Customer ours, Map<String, String> bound, Conversation conversation) {
        Finding byNumber = byNumber(ours, bound.getOrDefault(SourceKey.CUSTOMER, ours.number()), conversation);
        return byNumber instanceof Finding.Absent && bound.isEmpty() ? byRegistration(ours, conversation) : byNumber;
    }

    private Finding byNumber(Customer ours, String number, Conversation conversation) {
        Reply<JsonNode> reply = client.read(CUSTOMERS + "/" + Addressing.encoded(number), Map.of(), conversation);
        if (reply instanceof Failed<JsonNode> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        if (!(reply instanceof Said<JsonNode> said)) {
            return new Finding.Absent();
        }
        Optional<ExampleCustomer> read = ExampleJson.read(said.body(), ExampleCustomer.class);
        if (read.isEmpty()) {
            return new Finding.Unreachable(ExampleProblems.silent("it is no customer", false));
        }
        return read.filter(theirs ->
                        SameCustomer.agrees(ours, Optional.of(theirs.name()), Optional.of(theirs.registration())))
                .map(theirs -> found(theirs.number()))
                .orElseGet(() -> new Finding.Disagrees(ExampleProblems.partner(
                        "number-taken",
                        "Customer number " + number + " belongs to another company there.",
                        "Compare both customers and correct one of them.")));
    }

    /** The list is searched by any part of the number, so that each hit is looked at. */
    private Finding byRegistration(Customer ours, Conversation conversation) {
        Optional<RegistrationNumber> number = ours.registration()
                .filter(known ->
                        SameCustomer.significant(Optional.of(known.value())).isPresent());
        if (number.isEmpty()) {
            return new Finding.Absent();
        }
        Reply<JsonNode> reply =
                client.read(CUSTOMERS, Map.of("registration", number.get().digits()), conversation);
        if (!(reply instanceof Said<JsonNode> said)) {
            return reply instanceof Failed<JsonNode> failed
                    ? new Finding.Unreachable(failed.outcome())
                    : new Finding.Absent();
        }
        List<String> hits = StreamSupport.stream(said.body().path("customers").spliterator(), false)
                .filter(hit -> number.get().sameAs(text(hit, "registration")))
                .map(hit -> text(hit, "number"))
                .toList();
        if (hits.size() > 1) {
            return new Finding.Disagrees(ExampleProblems.partner(
                    "customer-doubled",
                    "Several customers there have the same registration number: " + String.join(", ", hits) + ".",
                    "Leave the number with one of them."));
        }
        return hits.isEmpty() ? new Finding.Absent() : found(hits.get(0));
    }

    private static Finding found(String number) {
        return new Finding.Found(new PartnerDocument(number, number, List.of()));
    }

    private static Outcome settled(Finding finding) {
        if (finding instanceof Finding.Found found) {
            return new Outcome.Delivered(found.document());
        }
        return finding instanceof Finding.Disagrees disagrees
                ? new Outcome.Rejected(disagrees.problem())
                : ((Finding.Unreachable) finding).outcome();
    }

    private static Conversation hiding(Customer ours, Conversation conversation) {
        return Hiding.of(SecretNumbers.of(ours), conversation);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
