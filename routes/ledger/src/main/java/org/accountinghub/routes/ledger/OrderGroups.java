package org.accountinghub.routes.ledger;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.accountinghub.mappings.model.BillableOrder.Target;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.PlacedOrder;
import org.accountinghub.routes.engine.port.OrderGroup;
import org.accountinghub.routes.engine.port.OrderGroup.Member;
import org.accountinghub.routes.engine.port.OrderGroup.Part;
import org.accountinghub.routes.engine.port.ReturnLedger.Became;
import org.accountinghub.routes.engine.port.ReturnLedger.DeliveredDocument;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Documents sent as orders with what they have become, on PostgreSQL. */
final class OrderGroups {

    /** The documents that are reached over shared invoices. */
    private static final String REACHED = """
            WITH RECURSIVE reached (transfer_id) AS (
                SELECT CAST(:id AS bigint)
                UNION
                SELECT p.transfer_id FROM hub.document_part p
                WHERE p.connection = :connection AND p.made_as = 'INVOICE' AND p.partner_id = ANY (:invoices)
                UNION
                SELECT other.transfer_id FROM reached r
                JOIN hub.document_part mine ON mine.transfer_id = r.transfer_id AND mine.made_as = 'INVOICE'
                JOIN hub.document_part other ON other.connection = mine.connection AND other.made_as = 'INVOICE'
                     AND other.partner_id = mine.partner_id)
            """;

    private static final String PARTS = REACHED + """
            SELECT p.transfer_id, p.made_as, p.partner_id, d.fingerprint, d.sealed
            FROM reached JOIN hub.document_part p USING (transfer_id)
            JOIN hub.partner_document d USING (connection, made_as, partner_id)
            ORDER BY p.partner_id""";

    private static final String MEMBERS = REACHED
            + SentDocuments.SELECT
            + "WHERE r.transfer_id IN (SELECT transfer_id FROM reached) AND r.partner_id IS NOT NULL ORDER BY t.id";

    private final LedgerDatabase database;
    private final SentDocuments documents;
    private final ContentCipher cipher;
    private final OrderRecords records;

    OrderGroups(LedgerDatabase database, SentDocuments documents, ContentCipher cipher) {
        this.database = database;
        this.documents = documents;
        this.cipher = cipher;
        this.records = new OrderRecords(database, cipher);
    }

    static String boundTo(String connection, Target madeAs, String partnerId) {
        return madeAs + "/" + connection + "/" + partnerId;
    }

    private record Kept(
            long transferId, Target madeAs, String id, Optional<String> fingerprint, Optional<byte[]> sealed) {

        static Kept read(ResultSet row, int number) throws SQLException {
            return new Kept(
                    row.getLong("transfer_id"),
                    Target.valueOf(row.getString("made_as")),
                    row.getString("partner_id"),
                    Optional.ofNullable(row.getString("fingerprint")),
                    Optional.ofNullable(row.getBytes("sealed")));
        }
    }

    OrderGroup load(DeliveredDocument document, Collection<String> invoices) {
        String connection = document.connection();
        String[] seeds = invoices.toArray(String[]::new);
        Map<Long, Set<String>> orderIds = new LinkedHashMap<>();
        Map<Long, Set<String>> invoiceIds = new LinkedHashMap<>();
        Map<String, Part<PlacedOrder>> orders = new HashMap<>();
        Map<String, Part<Invoice>> known = new HashMap<>();
        for (Kept kept : parameters(PARTS, document, seeds).query(Kept::read).list()) {
            if (kept.madeAs() == Target.ORDER) {
                idsOf(orderIds, kept.transferId()).add(kept.id());
                orders.put(
                        kept.id(),
                        new Part<>(
                                opened(connection, kept).map(CanonicalJson::placedOrder), kept.fingerprint(), false));
            } else {
                idsOf(invoiceIds, kept.transferId()).add(kept.id());
                known.put(
                        kept.id(),
                        new Part<>(opened(connection, kept).map(CanonicalJson::invoice), kept.fingerprint(), false));
            }
        }
        List<Member> members = new ArrayList<>();
        for (DeliveredDocument sent :
                parameters(MEMBERS, document, seeds).query(documents::read).list()) {
            Set<String> own = new LinkedHashSet<>(Set.of(sent.partnerId()));
            own.addAll(idsOf(orderIds, sent.transferId()));
            members.add(new Member(sent, own, idsOf(invoiceIds, sent.transferId())));
        }
        return new OrderGroup(members, orders, known);
    }

    private StatementSpec parameters(String text, DeliveredDocument document, String[] invoices) {
        return database.sql(text)
                .param("id", document.transferId())
                .param("connection", document.connection())
                .param("invoices", invoices);
    }

    private static Set<String> idsOf(Map<Long, Set<String>> ids, long transferId) {
        return ids.computeIfAbsent(transferId, id -> new TreeSet<>());
    }

    private Optional<byte[]> opened(String connection, Kept kept) {
        return kept.sealed().map(bytes -> cipher.open(bytes, boundTo(connection, kept.madeAs(), kept.id())));
    }

    void record(OrderGroup group, Map<Long, Became> became) {
        String connection = group.members().get(0).document().connection();
        database.inTransaction(() -> {
            group.orders().forEach((id, part) -> records.keepOrder(connection, id, part));
            group.invoices().forEach((id, part) -> records.keepInvoice(connection, id, part));
            for (Member member : group.members()) {
                records.link(member, group);
                Optional.ofNullable(became.get(member.transferId()))
                        .ifPresent(
                                news -> records.became(member, news, invoicesOf(member, group), hash(member, group)));
            }
            return true;
        });
    }

    private static List<Invoice> invoicesOf(Member member, OrderGroup group) {
        return member.invoices().stream()
                .map(id -> Optional.ofNullable(group.invoices().get(id)))
                .flatMap(part -> part.flatMap(Part::content).stream())
                .toList();
    }

    private byte[] hash(Member member, OrderGroup group) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        new TreeSet<>(member.orders())
                .forEach(id -> Optional.ofNullable(group.orders().get(id))
                        .ifPresent(part -> all.writeBytes(CanonicalJson.bytes(part.content()))));
        new TreeSet<>(member.invoices())
                .forEach(id -> Optional.ofNullable(group.invoices().get(id))
                        .ifPresent(part -> all.writeBytes(CanonicalJson.bytes(part.content()))));
        return cipher.hash(all.toByteArray());
    }
}
