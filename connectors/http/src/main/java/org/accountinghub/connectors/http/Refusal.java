package org.accountinghub.connectors.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Verdict;
import org.accountinghub.mappings.model.Problem;

/**
 * One kind of refusal that a partner is known to give, as a row of its connector's table.
 *
 * @param codes none = any code
 * @param says lower-case words of which the message holds one; none = any message
 * @param verdict {@link Verdict#UNCERTAIN} = out of order: RETRY after a read, UNCERTAIN after a write
 * @param field what is wrong, empty when no single field is
 */
public record Refusal(
        Set<Integer> codes,
        List<String> says,
        Verdict verdict,
        String cause,
        String field,
        String reason,
        String remedy) {

    /** Of what is sent. */
    public static Refusal rejected(String cause, String field, String reason, String remedy, Integer... codes) {
        return new Refusal(Set.of(codes), List.of(), Verdict.REJECTED, cause, field, reason, remedy);
    }

    /** Of whoever sends. */
    public static Refusal blocked(String cause, String reason, String remedy, Integer... codes) {
        return new Refusal(Set.of(codes), List.of(), Verdict.BLOCKED, cause, "", reason, remedy);
    }

    /** The same where the message holds one of the words. */
    public Refusal saying(String... words) {
        return new Refusal(codes, List.of(words), verdict, cause, field, reason, remedy);
    }

    public boolean fits(Optional<Integer> code, String message) {
        String words = message.toLowerCase(Locale.ROOT);
        return (codes.isEmpty() || code.filter(codes::contains).isPresent())
                && (says.isEmpty() || says.stream().anyMatch(words::contains));
    }

    /** The same about another field. */
    public Refusal at(String other) {
        return new Refusal(codes, says, verdict, cause, other, reason, remedy);
    }

    /** @param words the partner's own */
    public Outcome outcome(PartnerProblems problems, String words, boolean write) {
        if (verdict == Verdict.UNCERTAIN) {
            return problems.outOfOrder(words, write);
        }
        if (verdict == Verdict.BLOCKED) {
            return new Outcome.Blocked(
                    problems.connection(cause, reason, remedy).inWordsOfPartner(words));
        }
        Problem problem = problems.partner(cause, reason, remedy).inWordsOfPartner(words);
        return new Outcome.Rejected(field.isEmpty() ? problem : problem.at(field));
    }
}
