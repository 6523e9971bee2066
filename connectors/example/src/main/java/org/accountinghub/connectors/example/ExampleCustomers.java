package org.accountinghub.connectors.example;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.accountinghub.connectors.http.Addressing;
import org.accountinghub.connectors.http.CustomerDelivery;
import org.accountinghub.connectors.http.PartnerProblems;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.example.CustomerTranslation;
import org.accountinghub.mappings.example.ExampleCustomer;
import org.accountinghub.mappings.example.ExampleJson;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.SameCustomer;
import org.accountinghub.mappings.model.Translation;
import tools.jackson.databind.JsonNode;

/** Brings a customer: found by number, else by registration number, else created under our number, which is given once. */
final class ExampleCustomers implements CustomerDelivery.There {

    private static final String CUSTOMERS = "/customers";

    private final ExampleClient client;

    ExampleCustomers(ExampleClient client) {
        this.client = client;
    }

    @Override
    public Step creation() {
        return Step.create(IdempotencyClass.B, Duration.ZERO);
    }

    @Override
    public Outcome create(Customer ours, Instant begun, Conversation conversation) {
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
    public Rehearsal rehearseCreation(Customer ours, Conversation conversation) {
        return Rehearsal.of(CustomerTranslation.translate(ours));
    }

    @Override
    public Finding withOurNumber(Customer ours, Conversation conversation) {
        return withId(ours.number(), ours, conversation);
    }

    @Override
    public Finding withId(String number, Customer ours, Conversation conversation) {
        Reply<JsonNode> reply = client.read(CUSTOMERS + "/" + Addressing.encoded(number), Map.of(), conversation);
        if (reply instanceof Failed<JsonNode> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        if (!(reply instanceof Said<JsonNode> said)) {
            return new Finding.Absent();
        }
        Optional<ExampleCustomer> read = ExampleJson.read(said.body(), ExampleCustomer.class);
        if (read.isEmpty()) {
            return new Finding.Unreachable(ExampleProblems.unreadable("it is no customer", false));
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
    @Override
    public Finding withRegistration(Customer ours, Conversation conversation) {
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

    @Override
    public PartnerProblems problems() {
        return ExampleProblems.COMMON;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
