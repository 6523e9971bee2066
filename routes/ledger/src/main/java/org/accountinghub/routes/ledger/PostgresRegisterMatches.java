package org.accountinghub.routes.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.LostClaimException;
import org.accountinghub.routes.engine.port.MatchLine;
import org.accountinghub.routes.engine.port.RegisterMatches;
import org.accountinghub.routes.engine.port.RegisterRuns;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Match reports on PostgreSQL. */
final class PostgresRegisterMatches implements RegisterMatches {

    private static final int PORTION = 1_000;

    private final LedgerDatabase database;

    PostgresRegisterMatches(LedgerDatabase database) {
        this.database = database;
    }

    @Override
    public void save(RegisterRuns.Claim claim, List<MatchLine> lines, long linked) {
        database.inTransaction(() -> {
            int ended = database.sql(RunStatements.END)
                    .param("id", claim.run().id())
                    .param("lease", claim.lease())
                    .param("state", "DONE")
                    .param("problem", null)
                    .update();
            if (ended == 0) {
                throw new LostClaimException(claim.run().id());
            }
            Optional<Long> before =
                    newestId(claim.run().connection(), claim.run().register());
            before.ifPresent(id -> database.sql("UPDATE hub.register_match SET replaced = true WHERE id = :id")
                    .param("id", id)
                    .update());
            long report = database.sql(MatchStatements.REPORT)
                    .param("run", claim.run().id())
                    .param("connection", claim.run().connection())
                    .param("register", claim.run().register().name())
                    .param("linked", linked)
                    .query(Long.class)
                    .single();
            for (int from = 0; from < lines.size(); from += PORTION) {
                insert(report, before, lines.subList(from, Math.min(lines.size(), from + PORTION)));
            }
            return report;
        });
    }

    private Optional<Long> newestId(String connection, Register register) {
        return database.sql("""
                        SELECT id FROM hub.register_match
                        WHERE connection = :connection AND register = :register AND NOT replaced FOR UPDATE""")
                .param("connection", connection)
                .param("register", register.name())
                .query(Long.class)
                .optional();
    }

    private void insert(long report, Optional<Long> before, List<MatchLine> lines) {
        database.sql(MatchStatements.LINES)
                .param("report", report)
                .param("before", before.orElse(0L))
                .param("lines", lines.stream().map(MatchLine::line).toArray(Integer[]::new))
                .param("kinds", texts(lines, line -> line.kind().name()))
                .param(
                        "ours",
                        texts(
                                lines,
                                line -> line.ours().map(MatchLine.Half::number).orElse("")))
                .param(
                        "theirs",
                        texts(
                                lines,
                                line -> line.theirs().map(MatchLine.Half::id).orElse("")))
                .param("halves", texts(lines, MatchLines::halves))
                .param("scores", lines.stream().map(MatchLine::score).toArray(Integer[]::new))
                .param("reasons", texts(lines, MatchLine::reason))
                .param(
                        "differing",
                        texts(
                                lines,
                                line -> line.differing().stream()
                                        .sorted()
                                        .map(Enum::name)
                                        .collect(Collectors.joining(","))))
                .param("decisions", texts(lines, line -> line.decision().name()))
                .param("by", texts(lines, line -> line.decidedBy().orElse("")))
                .update();
    }

    private static String[] texts(List<MatchLine> lines, Function<MatchLine, String> part) {
        return lines.stream().map(part).toArray(String[]::new);
    }

    @Override
    public boolean approved(String connection, Register register) {
        return database.sql("""
                        SELECT EXISTS (SELECT FROM hub.register_match
                                       WHERE connection = :connection AND register = :register AND approved_at IS NOT NULL)""")
                .param("connection", connection)
                .param("register", register.name())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<Match> newest(String connection, Register register) {
        return database.sql("""
                        SELECT * FROM hub.register_match
                        WHERE connection = :connection AND register = :register AND NOT replaced""")
                .param("connection", connection)
                .param("register", register.name())
                .query(this::report)
                .optional();
    }

    @Override
    public Optional<Match> match(long matchId) {
        return database.sql("SELECT * FROM hub.register_match WHERE id = :id")
                .param("id", matchId)
                .query(this::report)
                .optional();
    }

    private Match report(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        return new Match(
                id,
                row.getLong("run_id"),
                row.getString("connection"),
                Register.valueOf(row.getString("register")),
                TransferRows.instant(row, "made_at"),
                row.getLong("linked"),
                counts(id, "true"),
                counts(id, "decision = 'OPEN'"),
                row.getBoolean("replaced"));
    }

    private Map<MatchLine.Kind, Long> counts(long report, String which) {
        Map<MatchLine.Kind, Long> counts = new EnumMap<>(MatchLine.Kind.class);
        database.sql("SELECT kind, count(*) AS lines FROM hub.register_match_line WHERE match_id = :id AND " + which
                        + " GROUP BY kind")
                .param("id", report)
                .query(row -> {
                    counts.put(MatchLine.Kind.valueOf(row.getString("kind")), row.getLong("lines"));
                });
        return counts;
    }

    @Override
    public void lines(long matchId, Filter filter, Consumer<MatchLine> taker) {
        int after = 0;
        List<MatchLine> page;
        do {
            page = lines(matchId, filter, after, PORTION);
            page.forEach(taker);
            after = page.isEmpty() ? after : page.get(page.size() - 1).line();
        } while (page.size() == PORTION);
    }

    @Override
    public List<MatchLine> lines(long matchId, Filter filter, int after, int limit) {
        return database.sql("""
                        SELECT * FROM hub.register_match_line
                        WHERE match_id = :id AND line > :after AND (CAST(:kind AS text) IS NULL OR kind = :kind)
                          AND (CAST(:decision AS text) IS NULL OR decision = :decision)
                        ORDER BY line LIMIT :limit""")
                .param("id", matchId)
                .param("after", after)
                .param("kind", filter.kind().map(Enum::name).orElse(null))
                .param("decision", filter.decision().map(Enum::name).orElse(null))
                .param("limit", limit)
                .query(MatchLines::line)
                .list();
    }

    @Override
    public Approval approve(long matchId, Collection<MatchLine.Kind> kinds, String who) {
        kinds.stream().filter(kind -> !kind.approvedByClass()).findFirst().ifPresent(kind -> {
            throw new IllegalArgumentException(kind + " is approved line by line");
        });
        return approve(
                matchId,
                "kind = ANY (:kinds)",
                statement ->
                        statement.param("kinds", kinds.stream().map(Enum::name).toArray(String[]::new)),
                who);
    }

    @Override
    public Approval approveLines(long matchId, Collection<Integer> lines, String who) {
        return approve(
                matchId,
                "line = ANY (:lines)",
                statement -> statement.param("lines", lines.toArray(Integer[]::new)),
                who);
    }

    /** A newer report decides alone. */
    private Approval approve(long matchId, String which, Function<StatementSpec, StatementSpec> naming, String who) {
        return database.inTransaction(() -> {
            int current =
                    database.sql(MatchStatements.APPROVED).param("id", matchId).update();
            if (current == 0) {
                return new Approval(0, 0, List.of());
            }
            int linked = naming.apply(
                            database.sql(MatchStatements.LINK.formatted(which)).param("id", matchId))
                    .update();
            int approved = naming.apply(database.sql(MatchStatements.APPROVE.formatted(which))
                            .param("id", matchId)
                            .param("who", who))
                    .update();
            List<MatchLine> refused = naming.apply(database.sql(MatchStatements.STILL_OPEN.formatted(which))
                            .param("id", matchId))
                    .query(MatchLines::line)
                    .list();
            return new Approval(approved, linked, refused);
        });
    }

    @Override
    public int decline(long matchId, Collection<Integer> lines, String who) {
        return database.sql(MatchStatements.DECLINE)
                .param("id", matchId)
                .param("lines", lines.toArray(Integer[]::new))
                .param("who", who)
                .update();
    }
}
