package org.accountinghub.routes.engine.registers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.port.RegisterRuns.Portion;
import org.accountinghub.routes.engine.port.RunCounts;
import org.accountinghub.routes.engine.port.RunRecord;
import org.accountinghub.routes.engine.port.RunRecord.Outcome;

/** What was done since the ledger was last told. */
final class Sheet {

    private final List<String> seen = new ArrayList<>();
    private final List<RunRecord> records = new ArrayList<>();
    private RunCounts counts = RunCounts.NONE;

    void count(RunCounts more) {
        counts = counts.plus(more);
    }

    void add(Sheet other) {
        counts = counts.plus(other.counts);
        seen.addAll(other.seen);
        records.addAll(other.records);
    }

    void page() {
        count(new RunCounts(1, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    void calls(long calls) {
        count(new RunCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, calls));
    }

    void listed() {
        count(new RunCounts(0, 1, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    void exported(long records) {
        count(new RunCounts(0, 0, 0, 0, records, 0, 0, 0, 0, 0));
    }

    void conflicts(long fields) {
        count(new RunCounts(0, 0, 0, 0, 0, 0, 0, 0, fields, 0));
    }

    void unchanged() {
        count(new RunCounts(0, 0, 0, 0, 0, 1, 0, 0, 0, 0));
    }

    /** A linked record was looked at, and need not be again in this run. */
    void seen(String partnerId) {
        seen.add(partnerId);
    }

    /** @param remark what a person should know of it */
    void did(Outcome outcome, Optional<String> number, String partnerNumber, Optional<Problem> remark) {
        say(outcome, number, partnerNumber, remark);
    }

    void left(Outcome outcome, Optional<String> number, String partnerNumber, Problem why) {
        say(outcome, number, partnerNumber, Optional.of(why));
    }

    private void say(Outcome outcome, Optional<String> number, String partnerNumber, Optional<Problem> why) {
        records.add(new RunRecord(0, outcome, number, partnerNumber, why));
        count(
                switch (outcome) {
                    case CREATED -> new RunCounts(0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
                    case UPDATED, DEACTIVATED -> new RunCounts(0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
                    case SKIPPED -> new RunCounts(0, 0, 0, 0, 0, 0, 1, 0, 0, 0);
                    case FAILED -> new RunCounts(0, 0, 0, 0, 0, 0, 0, 1, 0, 0);
                });
    }

    Portion portion(Optional<String> page, boolean listed, Optional<Long> total) {
        return new Portion(page, listed, counts, seen, records, total);
    }
}
