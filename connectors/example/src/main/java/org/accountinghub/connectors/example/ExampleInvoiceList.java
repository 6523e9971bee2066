package org.accountinghub.connectors.example;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.http.Addressing;
import org.accountinghub.connectors.http.Fingerprint;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Absent;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.mappings.example.ExampleInvoice;
import org.accountinghub.mappings.example.ExampleJson;
import org.accountinghub.mappings.example.InvoiceReading;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Reference;
import tools.jackson.databind.JsonNode;

/** Reads what became of invoices. */
final class ExampleInvoiceList implements Returns<Invoice> {

    static final String INVOICES = "/invoices";

    private final ExampleClient client;

    ExampleInvoiceList(ExampleClient client) {
        this.client = client;
    }

    @Override
    public Answer<Page> changedSince(Instant since, Optional<String> page, Conversation conversation) {
        Reply<JsonNode> reply =
                client.read(INVOICES, Map.of("changedSince", since.toString(), "page", page.orElse("1")), conversation);
        if (reply instanceof Said<JsonNode> said) {
            Optional<ExampleInvoice.Page> read = ExampleJson.read(said.body(), ExampleInvoice.Page.class);
            if (read.isPresent()) {
                return new Answer.Value<>(new Page(
                        briefs(read.get().invoices()),
                        Optional.of(read.get().next()).filter(next -> !next.isEmpty())));
            }
        }
        return none(reply);
    }

    @Override
    public Answer<Optional<Invoice>> read(String id, Conversation conversation) {
        Reply<JsonNode> reply = client.read(INVOICES + "/" + Addressing.encoded(id), Map.of(), conversation);
        if (reply instanceof Absent<JsonNode>) {
            return new Answer.Value<>(Optional.empty());
        }
        if (reply instanceof Said<JsonNode> said) {
            Optional<ExampleInvoice> read = ExampleJson.read(said.body(), ExampleInvoice.class);
            if (read.isPresent()) {
                return new Answer.Value<>(read.map(InvoiceReading::read));
            }
        }
        return none(reply);
    }

    @Override
    public Answer<List<Brief>> carrying(Reference reference, Conversation conversation) {
        Reply<JsonNode> reply = search(reference, conversation);
        return exactly(reference, reply)
                .<Answer<List<Brief>>>map(found -> new Answer.Value<>(briefs(found)))
                .orElseGet(() -> none(reply));
    }

    /** Those whose reference holds ours somewhere. */
    Reply<JsonNode> search(Reference reference, Conversation conversation) {
        return client.read(INVOICES, Map.of("reference", reference.value(), "page", "1"), conversation);
    }

    /** Those of the reply that carry exactly our reference; empty when it is no list. */
    Optional<List<ExampleInvoice>> exactly(Reference reference, Reply<JsonNode> reply) {
        return reply instanceof Said<JsonNode> said
                ? ExampleJson.read(said.body(), ExampleInvoice.Page.class)
                        .map(page -> page.invoices().stream()
                                .filter(invoice -> invoice.content().reference().equals(reference.value()))
                                .toList())
                : Optional.empty();
    }

    private static List<Brief> briefs(List<ExampleInvoice> invoices) {
        return invoices.stream()
                .map(invoice -> new Brief(
                        invoice.number(),
                        InvoiceReading.reference(invoice),
                        Fingerprint.of(
                                invoice.booked(),
                                invoice.cancelled(),
                                invoice.balance(),
                                invoice.paidOn(),
                                invoice.content().customer())))
                .toList();
    }

    private static <T> Answer<T> none(Reply<JsonNode> reply) {
        Outcome why = reply instanceof Failed<JsonNode> failed
                ? failed.outcome()
                : ExampleProblems.unreadable("it is not what was asked for", false);
        return new Answer.None<>(why);
    }
}
