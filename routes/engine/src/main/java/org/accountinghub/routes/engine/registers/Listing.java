package org.accountinghub.routes.engine.registers;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.accountinghub.connectors.spi.RegisterSource.Page;
import org.accountinghub.connectors.spi.RegisterSource.There;
import org.accountinghub.routes.engine.port.RegisterLedger.Known;
import org.accountinghub.routes.engine.port.RegisterRun;

/**
 * The pages of a partner's list. While the records of one are worked on, the next one is fetched and its first records are
 * read; never more than one page ahead.
 */
final class Listing {

    private final RegisterPorts ports;
    private final RegisterRun run;
    private final ReadAhead reads;
    private final Optional<Instant> since;
    private final BiPredicate<There, Optional<Known>> isRead;
    private final Set<String> shown = new HashSet<>();
    private Optional<Leaf> next = Optional.empty();

    /**
     * @param token of the first page
     * @param isRead whether a record, of which the ledger knows that, will be read
     */
    Listing(
            RegisterPorts ports,
            RegisterRun run,
            ReadAhead reads,
            Optional<Instant> since,
            Optional<String> token,
            BiPredicate<There, Optional<Known>> isRead) {
        this.ports = ports;
        this.run = run;
        this.reads = reads;
        this.since = since;
        this.isRead = isRead;
        reads.planPage(since, token);
    }

    /**
     * A page that was listed.
     *
     * @param fresh its records that no earlier page has shown
     * @param ids of those of them that will be read
     */
    record Leaf(Page page, List<There> fresh, Map<String, Known> known, Set<String> ids) {

        Optional<Known> known(There there) {
            return Optional.ofNullable(known.get(there.id()));
        }

        Optional<Long> total() {
            return page.total().isPresent() ? Optional.of(page.total().getAsLong()) : Optional.empty();
        }
    }

    /** The page after the last; there must be one. */
    Leaf next() {
        Leaf leaf = next.orElseGet(() -> leaf(reads.page()));
        next = Optional.empty();
        leaf.page().next().ifPresent(token -> reads.planPage(since, Optional.of(token)));
        return leaf;
    }

    /** To be called between records: lets those of the next page be read when it is there already. */
    void look() {
        if (next.isEmpty() && reads.pageIsThere()) {
            next = Optional.of(leaf(reads.page()));
        }
    }

    private Leaf leaf(Page page) {
        List<There> fresh =
                page.records().stream().filter(there -> shown.add(there.id())).toList();
        Map<String, Known> known = ports.ledger()
                .ofPartner(
                        run.connection(),
                        run.register(),
                        fresh.stream().map(There::id).toList());
        Set<String> ids = new LinkedHashSet<>();
        fresh.stream()
                .filter(there -> isRead.test(there, Optional.ofNullable(known.get(there.id()))))
                .forEach(there -> ids.add(there.id()));
        reads.plan(ids);
        return new Leaf(page, fresh, known, ids);
    }
}
