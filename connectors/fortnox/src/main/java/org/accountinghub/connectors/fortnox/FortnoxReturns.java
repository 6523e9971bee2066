package org.accountinghub.connectors.fortnox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.accountinghub.connectors.fortnox.Reply.Failed;
import org.accountinghub.connectors.fortnox.Reply.Said;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.spi.Returns.Brief;
import org.accountinghub.connectors.spi.Returns.Page;
import org.accountinghub.mappings.fortnox.InvoiceReading;
import org.accountinghub.mappings.fortnox.wire.FortnoxInvoice;
import org.accountinghub.mappings.fortnox.wire.InvoiceItem;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.model.Translation;

/** Reads what became of invoices. */
final class FortnoxReturns implements Returns<Invoice> {

    /** Fortnox keeps Swedish time, whatever the connection's zone. */
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** Clocks differ a little. */
    private static final Duration OVERLAP = Duration.ofMinutes(3);

    private final FortnoxLists lists;
    private final InvoiceSearch search;

    FortnoxReturns(FortnoxClient client) {
        this.lists = new FortnoxLists(client);
        this.search = new InvoiceSearch(client);
    }

    @Override
    public Answer<Page> changedSince(Instant since, Optional<String> page, Conversation conversation) {
        Map<String, String> query =
                Map.of("lastmodified", lastModified(since), "sortby", "documentnumber", "sortorder", "ascending");
        Reply<InvoiceItem.Page> reply = lists.page(
                FortnoxLists.INVOICES, query, page.map(Integer::valueOf).orElse(1), conversation);
        if (reply instanceof Said<InvoiceItem.Page> said) {
            List<Brief> briefs =
                    said.body().items().stream().flatMap(FortnoxReturns::brief).toList();
            return new Answer.Value<>(new Page(briefs, said.body().next().map(String::valueOf)));
        }
        return none(((Failed<InvoiceItem.Page>) reply).outcome());
    }

    @Override
    public Answer<Optional<Invoice>> read(String id, Conversation conversation) {
        Reply<FortnoxInvoice.Body> reply = search.read(id, conversation);
        if (reply instanceof Failed<FortnoxInvoice.Body> failed) {
            return none(failed.outcome());
        }
        if (reply instanceof Said<FortnoxInvoice.Body> said) {
            Translation<Invoice> read = InvoiceReading.read(said.body().invoice());
            if (read instanceof Translation.Refused<Invoice> refused) {
                return none(new Outcome.Rejected(refused.combined()));
            }
            return new Answer.Value<>(Optional.of(((Translation.Done<Invoice>) read).value()));
        }
        return new Answer.Value<>(Optional.empty());
    }

    @Override
    public Answer<List<Brief>> carrying(Reference reference, Conversation conversation) {
        Reply<List<FortnoxInvoice>> reply = search.carrying(reference, conversation);
        if (reply instanceof Said<List<FortnoxInvoice>> said) {
            return new Answer.Value<>(
                    said.body().stream().flatMap(FortnoxReturns::brief).toList());
        }
        return none(((Failed<List<FortnoxInvoice>>) reply).outcome());
    }

    /**
     * By the minute, in Swedish time, a little earlier than asked. In the autumn's hour that comes twice the earlier one
     * is meant: too much is read rather than too little.
     */
    static String lastModified(Instant since) {
        Instant from = since.minus(OVERLAP);
        ZoneOffsetTransition change = SWEDEN.getRules().previousTransition(from.plusSeconds(1));
        boolean secondTime = change.isOverlap()
                && Duration.between(change.getInstant(), from)
                                .compareTo(change.getDuration().abs())
                        < 0;
        LocalDateTime local =
                secondTime ? change.getDateTimeAfter().minus(OVERLAP) : LocalDateTime.ofInstant(from, SWEDEN);
        return local.format(MINUTE);
    }

    private static Stream<Brief> brief(InvoiceItem item) {
        return item.documentNumber().stream()
                .map(number -> new Brief(
                        number,
                        InvoiceReading.reference(item.externalInvoiceReference1()),
                        fingerprint(
                                item.customerNumber(),
                                item.booked(),
                                item.cancelled(),
                                item.sent(),
                                item.total(),
                                item.balance(),
                                item.dueDate(),
                                item.finalPayDate())));
    }

    private static Stream<Brief> brief(FortnoxInvoice invoice) {
        return invoice.documentNumber().stream()
                .map(number -> new Brief(
                        number,
                        InvoiceReading.reference(invoice.externalInvoiceReference1()),
                        fingerprint(
                                invoice.customerNumber(),
                                invoice.booked(),
                                invoice.cancelled(),
                                invoice.sent(),
                                invoice.total(),
                                invoice.balance(),
                                invoice.dueDate(),
                                invoice.finalPayDate())));
    }

    private static String fingerprint(Optional<?>... parts) {
        return Stream.of(parts)
                .map(part -> part.map(FortnoxReturns::plain).orElse("-"))
                .reduce((left, right) -> left + "|" + right)
                .orElse("");
    }

    private static String plain(Object value) {
        return value instanceof java.math.BigDecimal amount
                ? amount.stripTrailingZeros().toPlainString()
                : value.toString();
    }

    private static <T> Answer<T> none(Outcome why) {
        return new Answer.None<>(why, FortnoxProblems.of(why));
    }
}
