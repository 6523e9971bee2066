package org.accountinghub.routes.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.BillableOrder.Target;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.routes.engine.Standing;
import org.accountinghub.routes.engine.port.OrderGroup;
import org.accountinghub.routes.engine.port.OrderGroup.Member;
import org.accountinghub.routes.engine.port.OrderGroup.Part;
import org.accountinghub.routes.engine.port.ReturnLedger.Became;
import org.jspecify.annotations.Nullable;

/** Writes down orders and invoices of documents sent as orders, as they were read. */
final class OrderRecords {

    private static final String KEEP = """
            INSERT INTO hub.partner_document AS d (connection, made_as, partner_id, number, document_date, currency, total,
                                                   balance, standing, fingerprint, sealed)
            VALUES (:connection, :madeAs, :id, :number, :date, :currency, :total, :balance, :standing, :fingerprint, :sealed)
            ON CONFLICT (connection, made_as, partner_id) DO UPDATE
            SET number = coalesce(excluded.number, d.number), document_date = excluded.document_date,
                currency = excluded.currency, total = excluded.total, balance = excluded.balance,
                standing = excluded.standing, fingerprint = coalesce(excluded.fingerprint, d.fingerprint),
                sealed = excluded.sealed, read_at = clock_timestamp()""";

    private final LedgerDatabase database;
    private final ContentCipher cipher;

    OrderRecords(LedgerDatabase database, ContentCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    void keepOrder(String connection, String id, Part<PlacedOrder> part) {
        keep(
                connection,
                Target.ORDER,
                id,
                part,
                part.content()
                        .map(order -> new Shown(
                                order.number(),
                                order.date(),
                                order.currency().getCurrencyCode(),
                                order.total(),
                                Optional.empty(),
                                order.status().name())));
    }

    void keepInvoice(String connection, String id, Part<Invoice> part) {
        keep(
                connection,
                Target.INVOICE,
                id,
                part,
                part.content()
                        .map(invoice -> new Shown(
                                invoice.number(),
                                invoice.date(),
                                invoice.currency().getCurrencyCode(),
                                invoice.total(),
                                Optional.of(invoice.balance()),
                                Standing.of(invoice).name())));
    }

    /** What operators see of it in columns. */
    private record Shown(
            String number, LocalDate date, String currency, Money total, Optional<Money> balance, String standing) {}

    private void keep(String connection, Target madeAs, String id, Part<?> part, Optional<Shown> shown) {
        if (!part.news()) {
            return;
        }
        database.sql(KEEP)
                .param("connection", connection)
                .param("madeAs", madeAs.name())
                .param("id", id)
                .param("number", shown.map(Shown::number).orElse(null))
                .param("date", shown.map(Shown::date).orElse(null))
                .param("currency", shown.map(Shown::currency).orElse(null))
                .param("total", shown.map(Shown::total).map(Money::amount).orElse(null))
                .param(
                        "balance",
                        shown.flatMap(Shown::balance).map(Money::amount).orElse(null))
                .param("standing", shown.map(Shown::standing).orElse("GONE"))
                .param("fingerprint", part.fingerprint().orElse(null))
                .param(
                        "sealed",
                        part.content()
                                .map(CanonicalJson::bytes)
                                .map(bytes -> cipher.seal(bytes, OrderGroups.boundTo(connection, madeAs, id)))
                                .orElse(null))
                .update();
    }

    void link(Member member, OrderGroup group) {
        link(
                member,
                Target.ORDER,
                member.orders().stream().filter(group.orders()::containsKey).toList());
        link(member, Target.INVOICE, member.invoices());
    }

    private void link(Member member, Target madeAs, Collection<String> ids) {
        database.sql("""
                        INSERT INTO hub.document_part (transfer_id, connection, made_as, partner_id)
                        SELECT :id, :connection, :madeAs, part FROM unnest(:ids) part ON CONFLICT DO NOTHING""")
                .param("id", member.transferId())
                .param("connection", member.document().connection())
                .param("madeAs", madeAs.name())
                .param("ids", ids.toArray(String[]::new))
                .update();
    }

    void became(Member member, Became became, List<Invoice> invoices, byte[] hash) {
        database.sql("""
                        UPDATE hub.document_return r
                        SET standing = :standing, recorded_at = clock_timestamp(), invoice_hash = new.hash,
                            invoice_number = :number, invoice_date = :date, currency = :currency, total = :total,
                            balance = :balance, explained = new.explained, return_problem = new.problem,
                            version = r.version + CASE WHEN new.changed THEN 1 ELSE 0 END,
                            changed_at = CASE WHEN new.changed THEN clock_timestamp() ELSE r.changed_at END
                        FROM (SELECT v.*, (now.standing, now.invoice_hash, now.explained, now.return_problem)
                                     IS DISTINCT FROM (:standing, v.hash, v.explained, v.problem) AS changed
                              FROM (SELECT CAST(:hash AS bytea), CAST(:explained AS text[]), CAST(:problem AS jsonb))
                                       v (hash, explained, problem),
                                   hub.document_return now
                              WHERE now.transfer_id = :id) new
                        WHERE r.transfer_id = :id""")
                .param("id", member.transferId())
                .param("standing", became.standing().name())
                .param("hash", hash)
                .param("number", numbers(invoices))
                .param(
                        "date",
                        invoices.stream()
                                .map(Invoice::date)
                                .max(LocalDate::compareTo)
                                .orElse(null))
                .param(
                        "currency",
                        invoices.stream()
                                .map(invoice -> invoice.currency().getCurrencyCode())
                                .findFirst()
                                .orElse(null))
                .param("total", sum(invoices.stream().map(Invoice::total).toList()))
                .param("balance", sum(invoices.stream().map(Invoice::balance).toList()))
                .param("explained", became.explained().toArray(String[]::new))
                .param("problem", TransferRows.json(became.problem()))
                .update();
    }

    private static @Nullable String numbers(List<Invoice> invoices) {
        return invoices.isEmpty()
                ? null
                : invoices.stream().map(Invoice::number).collect(Collectors.joining(", "));
    }

    private static @Nullable BigDecimal sum(List<Money> amounts) {
        return amounts.stream().map(Money::amount).reduce(BigDecimal::add).orElse(null);
    }
}
