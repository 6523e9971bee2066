package org.accountinghub.connectors.testkit.partner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Writes that the partner has taken but not yet done. */
final class LateCommits {
    private record Waiting(Instant due, Runnable commit) {}

    private final List<Waiting> waiting = new ArrayList<>();

    void add(Instant due, Runnable commit) {
        waiting.add(new Waiting(due, commit));
    }

    int pending() {
        return waiting.size();
    }

    int releaseUntil(Instant now) {
        int released = 0;
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
            Waiting next = all.next();
            if (!next.due().isAfter(now)) {
                all.remove();
                next.commit().run();
                released++;
            }
        }
        return released;
    }
}
