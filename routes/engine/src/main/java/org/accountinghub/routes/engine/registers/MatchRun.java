package org.accountinghub.routes.engine.registers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.RegisterSource.There;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.port.RegisterLedger.Known;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.accountinghub.routes.engine.port.RegisterRun.State;
import org.accountinghub.routes.engine.port.RegisterRuns.Claim;
import org.jspecify.annotations.Nullable;

/** Lists both sides and says what belongs together. Writes nothing but the report. */
final class MatchRun {

    private static final int AT_ONCE = 1_000;
    private static final int READS_BETWEEN_RECORDS = 20;

    private final RegisterPorts ports;
    private final Claim claim;
    private final RegisterRun run;
    private final Questions questions;
    private final ReadAhead reads;
    private long linked;
    private int readsSince;

    MatchRun(RegisterPorts ports, Claim claim, Questions questions, ReadAhead reads) {
        this.ports = ports;
        this.claim = claim;
        this.run = claim.run();
        this.questions = questions;
        this.reads = reads;
    }

    void toTheEnd() {
        Matcher matcher = new Matcher(run.register());
        Map<String, String> namesHere = new HashMap<>();
        boolean[] foreign = new boolean[1];
        List<RegisterRecord> portion = new ArrayList<>();
        ports.store().each(run.register(), ours -> {
            foreign[0] |= ours.record().register() == Register.CUSTOMERS
                    && ours.record()
                            .value(RegisterField.VAT_NUMBER)
                            .filter(vat -> !vat.startsWith("SE"))
                            .isPresent();
            namesHere.put(ours.record().number(), new Candidate(ours.record(), "", false).nameKey());
            portion.add(ours.record());
            if (portion.size() == AT_ONCE) {
                here(portion, matcher);
            }
        });
        here(portion, matcher);
        if (!there(matcher, namesHere, foreign[0])) {
            ports.runs().end(claim, State.CANCELLED, Optional.empty());
            return;
        }
        ports.matches().save(claim, matcher.lines(), linked);
    }

    private void here(List<RegisterRecord> portion, Matcher matcher) {
        Map<String, Known> known = ports.ledger()
                .ofStore(
                        run.connection(),
                        run.register(),
                        portion.stream().map(RegisterRecord::number).toList());
        portion.forEach(record -> matcher.ours(record, isLinked(known.get(record.number()))));
        portion.clear();
    }

    private static boolean isLinked(@Nullable Known known) {
        return known != null && known.link().isPresent();
    }

    private boolean there(Matcher matcher, Map<String, String> namesHere, boolean foreign) {
        Listing listing = new Listing(
                ports,
                run,
                reads,
                Optional.empty(),
                Optional.empty(),
                (there, known) -> known.flatMap(Known::link).isEmpty() && mustBeRead(there, namesHere, foreign));
        Optional<String> token = Optional.empty();
        do {
            Listing.Leaf leaf = listing.next();
            Sheet sheet = new Sheet();
            sheet.page();
            for (There there : leaf.fresh()) {
                listing.look();
                sheet.listed();
                boolean isLinked = leaf.known(there).flatMap(Known::link).isPresent();
                linked += isLinked ? 1 : 0;
                boolean isRead = leaf.ids().contains(there.id());
                matcher.theirs(isRead ? read(there).record() : there.record(), there.id(), isLinked);
                if (readsSince >= READS_BETWEEN_RECORDS) {
                    sheet.calls(questions.takeCalls());
                    readsSince = 0;
                    if (ports.runs().advance(claim, sheet.portion(token, false, leaf.total()))) {
                        return false;
                    }
                    sheet = new Sheet();
                }
            }
            sheet.calls(questions.takeCalls());
            token = leaf.page().next();
            if (ports.runs().advance(claim, sheet.portion(token, token.isEmpty(), leaf.total()))) {
                return false;
            }
        } while (token.isPresent());
        return true;
    }

    /** Where lists do not show by what a customer is known: its registration number, or abroad its VAT number. */
    private boolean mustBeRead(There there, Map<String, String> namesHere, boolean foreign) {
        Set<RegisterField> fields = questions.source().fields();
        RegisterRecord record = there.record();
        if (run.register() == Register.ARTICLES) {
            return false;
        }
        if (!record.knows(RegisterField.REGISTRATION_NUMBER) && fields.contains(RegisterField.REGISTRATION_NUMBER)) {
            return true;
        }
        boolean sameByNumber = new Candidate(record, "", false).nameKey().equals(namesHere.get(record.number()));
        return foreign
                && !sameByNumber
                && record.value(RegisterField.REGISTRATION_NUMBER).isEmpty()
                && !record.knows(RegisterField.VAT_NUMBER)
                && fields.contains(RegisterField.VAT_NUMBER)
                && record.value(RegisterField.INVOICE_COUNTRY)
                        .filter("SE"::equals)
                        .isEmpty();
    }

    private There read(There listed) {
        readsSince++;
        return reads.read(listed.id()) instanceof Answer.Value<Optional<There>> value
                ? value.value().orElse(listed)
                : listed;
    }
}
