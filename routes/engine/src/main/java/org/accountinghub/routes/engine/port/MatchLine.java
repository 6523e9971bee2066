package org.accountinghub.routes.engine.port;

import java.util.Optional;
import java.util.Set;
import org.accountinghub.mappings.model.register.RegisterField;

/**
 * One line of a match report: two records that belong together, or one that has no like.
 *
 * @param line its place in the report, from 1
 * @param score how sure a suggestion is, 0 to 100; 100 for what is certain
 * @param reason in words: {@code number and registration number agree}
 * @param differing fields that both sides know and hold differently
 */
public record MatchLine(
        int line,
        Kind kind,
        Optional<Half> ours,
        Optional<Half> theirs,
        int score,
        String reason,
        Set<RegisterField> differing,
        Decision decision,
        Optional<String> decidedBy) {

    public MatchLine {
        differing = Set.copyOf(differing);
        if (ours.isEmpty() && theirs.isEmpty()) {
            throw new IllegalArgumentException("a line is about something");
        }
    }

    /** What was found. */
    public enum Kind {
        /** The same number, confirmed. Approved: linked. */
        SAME,
        /** Other numbers, the same registration or VAT number. Approved: linked. */
        LINK,
        /** Alike by name. Approved on its own or by its class: linked. */
        SUGGESTION,
        /** Only there. Approved: created in the store. */
        CREATE_HERE,
        /** Only in the store. Approved: created there, when the connection exports. */
        CREATE_THERE,
        /** The same number, another company. Approved on its own: linked all the same. */
        CONFLICT,
        /** Twice on one side. Approved on its own: linked where the line names both, else created on the other side all the same. */
        DOUBLED;

        /** Whether "approve all" means it. */
        public boolean approvedWithAll() {
            return this == SAME || this == LINK || this == CREATE_HERE || this == CREATE_THERE;
        }

        /** Whether it can be approved together with the others of its class. */
        public boolean approvedByClass() {
            return approvedWithAll() || this == SUGGESTION;
        }
    }

    /** What a person said. */
    public enum Decision {
        OPEN,
        APPROVED,
        DECLINED
    }

    /**
     * One side of it, as it may be shown.
     *
     * @param id the partner's own id; our number again on our side
     * @param registration a person's is masked
     */
    public record Half(String number, String id, String name, String registration, String postalCode) {}
}
