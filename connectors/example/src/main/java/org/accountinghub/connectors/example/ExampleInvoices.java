package org.accountinghub.connectors.example;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.http.Addressing;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.example.ExampleInvoice;
import org.accountinghub.mappings.example.ExampleJson;
import org.accountinghub.mappings.example.InvoiceReading;
import org.accountinghub.mappings.example.InvoiceTranslation;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Translation;
import tools.jackson.databind.JsonNode;

/**
 * Brings an invoice, found again by our reference (class C); then, by setting, has it announced by letter. Nothing tells
 * afterwards whether a letter was sent (class D): when its answer is lost a person must look.
 */
final class ExampleInvoices implements Delivery<BillableOrder> {

    static final String ANNOUNCE = "announce";

    private final ExampleClient client;
    private final ExampleInvoiceList list;
    private final ExampleSettings settings;

    ExampleInvoices(ExampleClient client, ExampleSettings settings) {
        this.client = client;
        this.list = new ExampleInvoiceList(client);
        this.settings = settings;
    }

    @Override
    public List<Step> steps(BillableOrder order) {
        List<Step> steps = new ArrayList<>(List.of(Step.create(IdempotencyClass.C, settings.lateness())));
        if (settings.announced()) {
            steps.add(new Step(ANNOUNCE, IdempotencyClass.D, Duration.ZERO));
        }
        return steps;
    }

    @Override
    public Outcome perform(Work<BillableOrder> work, Conversation conversation) {
        return work.step().name().equals(ANNOUNCE) ? announce(work, conversation) : create(work, conversation);
    }

    private Outcome create(Work<BillableOrder> work, Conversation conversation) {
        Translation<ExampleInvoice.Content> translation = InvoiceTranslation.translate(work.document(), customer(work));
        if (translation instanceof Translation.Refused<ExampleInvoice.Content> refused) {
            return new Outcome.Rejected(refused.combined());
        }
        var translated = (Translation.Done<ExampleInvoice.Content>) translation;
        Reply<JsonNode> reply = client.write(ExampleInvoiceList.INVOICES, translated.value(), conversation);
        if (reply instanceof Failed<JsonNode> failed) {
            return failed.outcome();
        }
        return ExampleJson.read(((Said<JsonNode>) reply).body(), ExampleInvoice.class)
                .<Outcome>map(made -> new Outcome.Delivered(document(made, translated.notes())))
                .orElseGet(() -> ExampleProblems.unreadable("it is no invoice", true));
    }

    private Outcome announce(Work<BillableOrder> work, Conversation conversation) {
        PartnerDocument invoice = work.done(Step.CREATE)
                .orElseThrow(() -> new IllegalArgumentException("nothing is announced before it was created"));
        Reply<JsonNode> reply = client.write(
                ExampleInvoiceList.INVOICES + "/" + Addressing.encoded(invoice.id()) + "/announcement",
                Map.of("by", "letter"),
                conversation);
        return reply instanceof Failed<JsonNode> failed ? failed.outcome() : new Outcome.Delivered(invoice);
    }

    @Override
    public Finding find(Work<BillableOrder> work, Conversation conversation) {
        if (work.step().name().equals(ANNOUNCE)) {
            return new Finding.Disagrees(ExampleProblems.partner(
                    "letter-unknown",
                    "Nothing at Example Books tells whether the letter was sent.",
                    "Ask whoever sends the letters, then mark the step as done or send it again."));
        }
        Reply<JsonNode> reply = list.search(work.document().reference(), conversation);
        if (reply instanceof Failed<JsonNode> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        Optional<List<ExampleInvoice>> found = list.exactly(work.document().reference(), reply);
        if (found.isEmpty()) {
            return new Finding.Unreachable(ExampleProblems.unreadable("it is no list of invoices", false));
        }
        return switch (found.get().size()) {
            case 0 -> new Finding.Absent();
            case 1 -> agreeing(work, found.get().get(0));
            default -> disagreeing("Several invoices there carry the reference of the order.");
        };
    }

    private static Finding agreeing(Work<BillableOrder> work, ExampleInvoice there) {
        if (!there.content().customer().equals(customer(work))) {
            return disagreeing("The invoice with the order's reference is for another customer.");
        }
        List<String> differences =
                Comparison.of(work.document(), InvoiceReading.read(there)).differences();
        return differences.isEmpty()
                ? new Finding.Found(document(there, List.of()))
                : disagreeing(
                        "The invoice with the order's reference differs: " + String.join("; ", differences) + ".");
    }

    private static Finding disagreeing(String reason) {
        return new Finding.Disagrees(ExampleProblems.partner(
                "invoice-disagrees", reason, "Compare order and invoice; cancel what is wrong, then retry."));
    }

    @Override
    public Rehearsal rehearse(BillableOrder order, Map<String, String> bound, Conversation conversation) {
        Translation<ExampleInvoice.Content> translation = InvoiceTranslation.translate(
                order, bound.getOrDefault(SourceKey.CUSTOMER, order.payer().number()));
        if (translation instanceof Translation.Refused<ExampleInvoice.Content> refused) {
            return Rehearsal.of(refused);
        }
        List<String> notes = new ArrayList<>(((Translation.Done<ExampleInvoice.Content>) translation).notes());
        if (settings.announced()) {
            notes.add("the invoice would then be announced by letter");
        }
        return Rehearsal.noting(notes);
    }

    private static PartnerDocument document(ExampleInvoice there, List<String> notes) {
        return new PartnerDocument(there.number(), there.number(), notes);
    }

    private static String customer(Work<BillableOrder> work) {
        return Optional.ofNullable(work.bound().get(SourceKey.CUSTOMER))
                .orElseThrow(() -> new IllegalArgumentException("an invoice needs its customer's number there"));
    }
}
