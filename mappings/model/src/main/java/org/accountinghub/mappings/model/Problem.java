package org.accountinghub.mappings.model;

import java.util.Optional;

/**
 * Why something was not done, in words for the person who can mend it. Personal numbers are masked on the way in.
 *
 * @param cause stable and groupable, kebab case with the room's name in front: {@code store.price-missing}, {@code fortnox.account-unknown}
 * @param field what is wrong, in the vocabulary of the stage; empty when no single field is
 * @param remedy what to do, beginning with a verb
 * @param partnerSays the accounting system's own code and words; empty when it said nothing
 */
public record Problem(
        String cause, Stage stage, Optional<String> field, String reason, String remedy, Optional<String> partnerSays) {

    /** Where it stopped. */
    public enum Stage {
        STORE,
        MAPPING,
        CONNECTION,
        PARTNER,
        RETURN,
        HUB
    }

    public Problem {
        if (!cause.matches("[a-z0-9]+(-[a-z0-9]+)*\\.[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a cause looks like room.what-is-wrong, not: " + cause);
        }
        reason = PersonalNumbers.masked(reason);
        remedy = PersonalNumbers.masked(remedy);
        partnerSays = partnerSays.map(PersonalNumbers::masked);
    }

    public static Problem of(String cause, Stage stage, String reason, String remedy) {
        return new Problem(cause, stage, Optional.empty(), reason, remedy, Optional.empty());
    }

    public Problem at(String fieldName) {
        return new Problem(cause, stage, Optional.of(fieldName), reason, remedy, partnerSays);
    }

    public Problem inWordsOfPartner(String words) {
        return new Problem(cause, stage, field, reason, remedy, Optional.of(words));
    }
}
