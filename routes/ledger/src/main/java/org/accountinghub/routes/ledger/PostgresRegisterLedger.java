package org.accountinghub.routes.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.port.RegisterLedger;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Which record is which, and what both held, on PostgreSQL. */
final class PostgresRegisterLedger implements RegisterLedger {

    /** A line counts only for a record without a link; an approved one before others. */
    private static final String KNOWN = """
            SELECT k.asked, l.*, coalesce(s.run_id, 0) AS run_id, x.kind, x.decision
            FROM unnest(:asked) AS k (asked)
            LEFT JOIN hub.register_link l ON l.connection = :connection AND l.register = :register AND l.%1$s = k.asked
            LEFT JOIN hub.register_seen s
                   ON s.connection = l.connection AND s.register = l.register AND s.partner_id = l.partner_id
            LEFT JOIN LATERAL (
                SELECT y.kind, y.decision FROM hub.register_match m
                JOIN hub.register_match_line y ON y.match_id = m.id AND y.%2$s = k.asked
                WHERE m.connection = :connection AND m.register = :register AND NOT m.replaced
                ORDER BY y.decision <> 'APPROVED', y.line LIMIT 1) x ON l.partner_id IS NULL
            WHERE l.partner_id IS NOT NULL OR x.kind IS NOT NULL""";

    private static final String OF_PARTNER = KNOWN.formatted("partner_id", "theirs_id");
    private static final String OF_STORE = KNOWN.formatted("number", "ours_number");

    /** In one order for everybody, so that two batches cannot wait for each other. */
    static final String LINK = """
            INSERT INTO hub.register_link (connection, register, number, partner_id, partner_number, linked_by)
            SELECT :connection, :register, number, partner_id, partner_number, linked_by
            FROM unnest(:numbers, :ids, :partnerNumbers, :by) AS x (number, partner_id, partner_number, linked_by)
            ORDER BY partner_id, number
            ON CONFLICT DO NOTHING""";

    private static final String LINKED = """
            SELECT l.number, l.partner_id FROM hub.register_link l
            JOIN unnest(:numbers, :ids) AS x (number, partner_id) ON x.partner_id = l.partner_id AND x.number = l.number
            WHERE l.connection = :connection AND l.register = :register""";

    private static final String SYNCHRONISED = """
            WITH x AS MATERIALIZED (
                SELECT * FROM unnest(:ids, :numbers, :versions, :ours, :theirs, :settled, :gone)
                    AS x (partner_id, number, version, ours, theirs, settled, gone)),
            done AS (
                UPDATE hub.register_link l
                SET version = l.version + 1, ours = CAST(x.ours AS jsonb), theirs = CAST(x.theirs AS jsonb), gone = x.gone,
                    begun = ARRAY(SELECT b FROM unnest(l.begun) b
                                  WHERE split_part(b, '=', 1) <> ALL (string_to_array(x.settled, ',')))
                FROM x
                WHERE l.connection = :connection AND l.register = :register AND l.partner_id = x.partner_id
                  AND l.version = x.version
                RETURNING x.number, x.partner_id, x.settled),
            over AS (
                UPDATE hub.register_conflict c SET open = false
                FROM done
                WHERE c.connection = :connection AND c.register = :register AND c.partner_id = done.partner_id AND c.open
                  AND c.field = ANY (string_to_array(done.settled, ',')))
            SELECT number FROM done""";

    private final LedgerDatabase database;
    private final BegunWrites begun;
    private final ConflictNotes conflicts;
    private final RecordTransfers transfers;

    PostgresRegisterLedger(LedgerDatabase database, ContentCipher cipher, String store) {
        this.database = database;
        this.begun = new BegunWrites(database);
        this.conflicts = new ConflictNotes(database, cipher);
        this.transfers = new RecordTransfers(database, store);
    }

    @Override
    public Map<String, Known> ofPartner(String connection, Register register, Collection<String> partnerIds) {
        return known(OF_PARTNER, connection, register, partnerIds);
    }

    @Override
    public Map<String, Known> ofStore(String connection, Register register, Collection<String> numbers) {
        return known(OF_STORE, connection, register, numbers);
    }

    private Map<String, Known> known(String query, String connection, Register register, Collection<String> asked) {
        Map<String, Known> known = new HashMap<>();
        if (!asked.isEmpty()) {
            about(query, connection, register)
                    .param("asked", asked.toArray(String[]::new))
                    .query(row -> {
                        known.put(row.getString("asked"), RegisterRows.known(row));
                    });
        }
        return known;
    }

    @Override
    public long links(String connection, Register register) {
        return about(
                        "SELECT count(*) FROM hub.register_link"
                                + " WHERE connection = :connection AND register = :register AND NOT gone",
                        connection,
                        register)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Link> link(String connection, Register register, List<Link> links) {
        String[] numbers = texts(links, Link::number);
        String[] ids = texts(links, Link::partnerId);
        Set<Pair> linked = database.inTransaction(() -> {
            about(LINK, connection, register)
                    .param("numbers", numbers)
                    .param("ids", ids)
                    .param("partnerNumbers", texts(links, Link::partnerNumber))
                    .param("by", texts(links, link -> link.by().name()))
                    .update();
            return new HashSet<>(about(LINKED, connection, register)
                    .param("numbers", numbers)
                    .param("ids", ids)
                    .query((row, n) -> new Pair(row.getString("number"), row.getString("partner_id")))
                    .list());
        });
        return links.stream()
                .filter(link -> !linked.contains(new Pair(link.number(), link.partnerId())))
                .toList();
    }

    private record Pair(String number, String partnerId) {}

    @Override
    public void renumberedThere(String connection, Register register, Collection<Link> links) {
        List<Link> all = List.copyOf(links);
        about("""
                        UPDATE hub.register_link l SET partner_number = x.partner_number
                        FROM unnest(:ids, :partnerNumbers) AS x (partner_id, partner_number)
                        WHERE l.connection = :connection AND l.register = :register AND l.partner_id = x.partner_id
                          AND l.partner_number <> x.partner_number""", connection, register)
                .param("ids", texts(all, Link::partnerId))
                .param("partnerNumbers", texts(all, Link::partnerNumber))
                .update();
    }

    @Override
    public void unlink(String connection, Register register, Collection<String> numbers) {
        about("""
                        DELETE FROM hub.register_link
                        WHERE connection = :connection AND register = :register AND number = ANY (:numbers)
                          AND linked_by = 'IMPORT' AND version = 0""", connection, register)
                .param("numbers", numbers.toArray(String[]::new))
                .update();
    }

    @Override
    public void note(String connection, Register register, List<Noted> noted, List<Writing> writing) {
        database.inTransaction(() -> {
            begun.begin(connection, register, writing);
            return conflicts.note(connection, register, noted);
        });
    }

    @Override
    public List<String> synchronised(String connection, Register register, List<Synchronised> records) {
        Set<String> done = new HashSet<>(about(SYNCHRONISED, connection, register)
                .param("ids", texts(records, Synchronised::partnerId))
                .param("numbers", texts(records, Synchronised::number))
                .param("versions", records.stream().map(Synchronised::version).toArray(Long[]::new))
                .param("ours", texts(records, one -> RegisterRows.json(one.ours())))
                .param("theirs", texts(records, one -> RegisterRows.json(one.theirs())))
                .param(
                        "settled",
                        texts(
                                records,
                                one -> one.settled().stream().map(Enum::name).collect(Collectors.joining(","))))
                .param("gone", records.stream().map(Synchronised::gone).toArray(Boolean[]::new))
                .query(String.class)
                .list());
        return records.stream()
                .map(Synchronised::number)
                .filter(number -> !done.contains(number))
                .toList();
    }

    @Override
    public int export(String connection, Register register, Collection<String> numbers, Optional<String> who) {
        return transfers.export(connection, register, numbers, who);
    }

    @Override
    public void renumber(Register register, String former, String now) {
        database.sql("""
                        UPDATE hub.register_link l SET number = :now
                        WHERE l.register = :register AND l.number = :former
                          AND NOT EXISTS (SELECT FROM hub.register_link o
                                          WHERE o.connection = l.connection AND o.register = l.register AND o.number = :now)""")
                .param("register", register.name())
                .param("former", former)
                .param("now", now)
                .update();
    }

    @Override
    public Optional<Long> mark(String looker, Register register) {
        return database.sql("SELECT change FROM hub.register_mark WHERE looker = :looker AND register = :register")
                .param("looker", looker)
                .param("register", register.name())
                .query(Long.class)
                .optional();
    }

    @Override
    public void mark(String looker, Register register, Optional<Long> before, long change) {
        database.sql("""
                        INSERT INTO hub.register_mark AS m (looker, register, change) VALUES (:looker, :register, :change)
                        ON CONFLICT (looker, register) DO UPDATE SET change = excluded.change
                        WHERE m.change = CAST(:before AS bigint)""")
                .param("looker", looker)
                .param("register", register.name())
                .param("change", change)
                .param("before", before.orElse(null))
                .update();
    }

    /** Before every change, and each time another value: a look that is under way does not take it for the mark it knew. */
    @Override
    public void lookAgain(String looker, Register register) {
        database.sql("""
                        INSERT INTO hub.register_mark AS m (looker, register, change) VALUES (:looker, :register, -1)
                        ON CONFLICT (looker, register) DO UPDATE SET change = least(m.change, 0) - 1""")
                .param("looker", looker)
                .param("register", register.name())
                .update();
    }

    private StatementSpec about(String text, String connection, Register register) {
        return database.sql(text).param("connection", connection).param("register", register.name());
    }

    private static <T> String[] texts(List<T> all, Function<T, String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }
}
