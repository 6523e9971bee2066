package org.accountinghub.connectors.fortnox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.accountinghub.connectors.http.Fingerprint;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Absent;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.mappings.fortnox.InvoiceReading;
import org.accountinghub.mappings.fortnox.wire.FortnoxDocument;
import org.accountinghub.mappings.fortnox.wire.FortnoxPage;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.Translation;

/**
 * Reads what became of invoices or of orders.
 *
 * @param <F> the form in which Fortnox has them
 * @param <D> what the hub reads of them
 */
abstract class DocumentReturns<F extends FortnoxDocument, D> implements Returns<D> {

    private final Form<?, F> form;

    DocumentReturns(Form<?, F> form) {
        this.form = form;
    }

    /** One page of those that changed, counted from 1. */
    abstract Reply<Page> changedSince(Instant since, int page, Conversation conversation);

    abstract Translation<D> translate(F found);

    /** Told apart as the pages of changes do; nothing without a number. */
    abstract Stream<Brief> brief(F found);

    @Override
    public final Answer<Page> changedSince(Instant since, Optional<String> page, Conversation conversation) {
        return changedSince(since, page.map(Integer::valueOf).orElse(1), conversation)
                .answer();
    }

    @Override
    public final Answer<Optional<D>> read(String id, Conversation conversation) {
        Reply<F> reply = form.read(id, conversation);
        return reply instanceof Absent<F>
                ? new Answer.Value<>(Optional.empty())
                : Reply.translated(reply.map(this::translate));
    }

    @Override
    public final Answer<List<Brief>> carrying(Reference reference, Conversation conversation) {
        return Carrying.all(form, reference, conversation)
                .map(found -> found.stream().flatMap(this::brief).toList())
                .answer();
    }

    /** A page as Fortnox gives it. */
    static <T> Page page(FortnoxPage<T> page, Function<T, Stream<Brief>> brief) {
        return new Page(
                page.items().stream().flatMap(brief).toList(), page.next().map(String::valueOf));
    }

    /** Nothing without a number. */
    static Stream<Brief> brief(Optional<String> documentNumber, Optional<String> reference, Optional<?>... told) {
        return documentNumber.stream()
                .map(number -> new Brief(number, InvoiceReading.reference(reference), Fingerprint.of((Object[]) told)));
    }
}
