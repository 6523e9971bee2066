package org.accountinghub.connectors.testkit.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which calls meet which fault. Rules are asked in the order in which they were written; the first
 * that strikes is the one. A fault about commits waits for a call that would commit something.
 */
public final class FaultScript {
    private final List<Rule> rules = new ArrayList<>();

    /** Calls of one operation: {@code POST /3/invoices}. */
    public Target on(String operation) {
        return new Target(operation, "", "");
    }

    public Target onAnything() {
        return new Target("", "", "");
    }

    public synchronized void clear() {
        rules.clear();
    }

    /** How many faults were met so far. */
    public synchronized int struck() {
        return rules.stream().mapToInt(rule -> rule.struck).sum();
    }

    synchronized Optional<Fault> take(Call call, boolean commits) {
        for (Rule rule : rules) {
            if (rule.target.matches(call) && (commits || !rule.fault.kind().needsCommit()) && rule.strikes()) {
                return Optional.of(rule.fault);
            }
        }
        return Optional.empty();
    }

    private synchronized void add(Rule rule) {
        rules.add(rule);
    }

    /** The calls that a rule is about; an empty text matches all. */
    public final class Target {
        private final String operation;
        private final String tenant;
        private final String reference;

        private Target(String operation, String tenant, String reference) {
            this.operation = operation;
            this.tenant = tenant;
            this.reference = reference;
        }

        public Target tenant(String only) {
            return new Target(operation, only, reference);
        }

        public Target reference(String only) {
            return new Target(operation, tenant, only);
        }

        /** The next call, once. */
        public void next(Fault fault) {
            times(1, fault);
        }

        /** The next so many calls. */
        public void times(int times, Fault fault) {
            add(new Rule(this, fault, 1, times, 1));
        }

        /** The n-th call from now, counted from 1, once. */
        public void nth(int n, Fault fault) {
            add(new Rule(this, fault, n, 1, 1));
        }

        /** Each n-th call, until the script is cleared. */
        public void every(int n, Fault fault) {
            add(new Rule(this, fault, n, Integer.MAX_VALUE, n));
        }

        private boolean matches(Call call) {
            return (operation.isEmpty() || operation.equals(call.operation()))
                    && (tenant.isEmpty() || tenant.equals(call.tenant()))
                    && (reference.isEmpty() || reference.equals(call.reference()));
        }
    }

    private static final class Rule {
        private final Target target;
        private final Fault fault;
        private final int first;
        private final int times;
        private final int step;
        private int seen;
        private int struck;

        Rule(Target target, Fault fault, int first, int times, int step) {
            this.target = target;
            this.fault = fault;
            this.first = first;
            this.times = times;
            this.step = step;
        }

        boolean strikes() {
            seen++;
            boolean now = struck < times && seen >= first && (seen - first) % step == 0;
            if (now) {
                struck++;
            }
            return now;
        }
    }
}
