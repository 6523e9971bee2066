package org.accountinghub.connectors.fortnox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.fortnox.FortnoxSettings.UnknownArticle;
import org.accountinghub.connectors.fortnox.Reply.Failed;
import org.accountinghub.connectors.fortnox.Reply.Said;
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
import org.accountinghub.mappings.fortnox.InvoiceMatch;
import org.accountinghub.mappings.fortnox.InvoiceTranslation;
import org.accountinghub.mappings.fortnox.wire.FortnoxInvoice;
import org.accountinghub.mappings.fortnox.wire.NewInvoice;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.accountinghub.mappings.model.Translation;

/** Brings an order as an invoice that carries our reference; found again by that reference, customer and amounts. */
final class FortnoxInvoices implements Delivery<BillableOrder> {

    private final FortnoxSettings settings;
    private final FortnoxClient client;
    private final FortnoxArticles articles;
    private final InstantSource clock;
    private final InvoiceTranslation translation;
    private final InvoiceSearch search;

    FortnoxInvoices(FortnoxSettings settings, FortnoxClient client, FortnoxArticles articles, InstantSource clock) {
        this.settings = settings;
        this.client = client;
        this.articles = articles;
        this.clock = clock;
        this.translation = new InvoiceTranslation(settings.rules());
        this.search = new InvoiceSearch(client);
    }

    @Override
    public List<Step> steps(BillableOrder order) {
        return List.of(Step.create(IdempotencyClass.C, settings.lateness()));
    }

    @Override
    public Outcome perform(Work<BillableOrder> work, Conversation conversation) {
        Instant begun = clock.instant();
        BillableOrder order = work.document();
        Set<String> wanted = InvoiceTranslation.articlesToLookUp(order);
        Reply<Set<String>> looked = articles.active(wanted, conversation);
        if (looked instanceof Failed<Set<String>> failed) {
            return failed.outcome();
        }
        Set<String> known = ((Said<Set<String>>) looked).body();
        if (settings.unknownArticle() == UnknownArticle.REFUSE && !known.containsAll(wanted)) {
            return new Rejected(unknownArticles(wanted, known));
        }
        Translation<NewInvoice> translated = translation.translate(order, customerNumber(work), known);
        if (translated instanceof Translation.Refused<NewInvoice> refused) {
            return new Rejected(refused.combined());
        }
        return create(order, (Translation.Done<NewInvoice>) translated, begun, conversation);
    }

    @Override
    public Finding find(Work<BillableOrder> work, Conversation conversation) {
        Reply<List<FortnoxInvoice>> reply = search.carrying(work.document().reference(), conversation);
        if (reply instanceof Failed<List<FortnoxInvoice>> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        List<FortnoxInvoice> found = ((Said<List<FortnoxInvoice>>) reply).body();
        if (found.isEmpty()) {
            return new Finding.Absent();
        }
        return found.size() > 1 ? new Finding.Disagrees(doubled(work.document(), found)) : agreeing(work, found.get(0));
    }

    @Override
    public Rehearsal rehearse(BillableOrder order, Map<String, String> bound, Conversation conversation) {
        Set<String> wanted = InvoiceTranslation.articlesToLookUp(order);
        Reply<Set<String>> looked = articles.active(wanted, conversation);
        Set<String> known = looked instanceof Said<Set<String>> said ? said.body() : wanted;
        Optional<Problem> unanswered = looked instanceof Failed<Set<String>> failed
                ? Optional.of(FortnoxProblems.of(failed.outcome()))
                : Optional.empty();
        if (settings.unknownArticle() == UnknownArticle.REFUSE && !known.containsAll(wanted)) {
            return new Rehearsal(List.of(), List.of(unknownArticles(wanted, known)), unanswered);
        }
        String customer = bound.getOrDefault(SourceKey.CUSTOMER, order.payer().number());
        Translation<NewInvoice> translated = translation.translate(order, customer, known);
        return translated instanceof Translation.Done<NewInvoice> done
                ? new Rehearsal(done.notes(), List.of(), unanswered)
                : new Rehearsal(List.of(), ((Translation.Refused<NewInvoice>) translated).problems(), unanswered);
    }

    private Outcome create(
            BillableOrder order, Translation.Done<NewInvoice> translated, Instant begun, Conversation conversation) {
        Reply<FortnoxInvoice.Body> reply = client.post(
                "/invoices", new NewInvoice.Body(translated.value()), FortnoxInvoice.Body.class, begun, conversation);
        if (reply instanceof Said<FortnoxInvoice.Body> said) {
            return created(order, said.body().invoice(), translated.notes());
        }
        Outcome failure = ((Failed<FortnoxInvoice.Body>) reply).outcome();
        if (failure instanceof Rejected rejected && rejected.problem().cause().equals("fortnox.article-unknown")) {
            articles.forget();
        }
        return failure;
    }

    private static Outcome created(BillableOrder order, FortnoxInvoice invoice, List<String> translationNotes) {
        Optional<String> number = invoice.documentNumber();
        if (number.isEmpty()) {
            return FortnoxProblems.unreadable("it names no document number", true);
        }
        List<String> notes = new ArrayList<>(translationNotes);
        Comparison amounts = InvoiceMatch.compare(order, invoice);
        notes.addAll(amounts.explained());
        amounts.differences().forEach(difference -> notes.add("DIFFERS: " + difference));
        return new Delivered(new PartnerDocument(number.get(), number.get(), notes));
    }

    private static Finding agreeing(Work<BillableOrder> work, FortnoxInvoice invoice) {
        Optional<Problem> problem = InvoiceMatch.confirm(work.document(), customerNumber(work), invoice);
        if (problem.isPresent()) {
            return new Finding.Disagrees(problem.get());
        }
        String number = invoice.documentNumber().orElseThrow();
        List<String> notes = InvoiceMatch.compare(work.document(), invoice).explained();
        return new Finding.Found(new PartnerDocument(number, number, notes));
    }

    private static String customerNumber(Work<BillableOrder> work) {
        return Optional.ofNullable(work.bound().get(SourceKey.CUSTOMER))
                .orElseThrow(() -> new IllegalArgumentException("an invoice needs its customer's number at Fortnox"));
    }

    private static Problem doubled(BillableOrder order, List<FortnoxInvoice> invoices) {
        String numbers = String.join(
                ", ",
                invoices.stream()
                        .flatMap(invoice -> invoice.documentNumber().stream())
                        .toList());
        return FortnoxProblems.partner(
                "invoice-doubled",
                "Fortnox has several invoices with the reference of order " + order.orderNumber() + ": " + numbers
                        + ".",
                "Cancel or credit all but one of them in Fortnox, then retry: the hub finds the one that is left.");
    }

    private static Problem unknownArticles(Set<String> wanted, Set<String> known) {
        String missing = String.join(
                ", ",
                wanted.stream()
                        .filter(number -> !known.contains(number))
                        .sorted()
                        .toList());
        return FortnoxProblems.partner(
                        "article-unknown",
                        "Fortnox does not have these articles, or has them inactive: " + missing + ".",
                        "Create or activate them in Fortnox and retry, or let the connection send them as text rows.")
                .at("article number");
    }
}
