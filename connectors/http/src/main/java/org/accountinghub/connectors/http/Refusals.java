package org.accountinghub.connectors.http;

import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.http.Answer.Answered;
import org.accountinghub.connectors.spi.Outcome;

/**
 * What a JSON API's refusals mean: what its connector knows of its codes, else what their status says.
 *
 * @param known the first that fits counts, so the most particular stand first
 */
public record Refusals(PartnerProblems problems, List<Refusal> known) {

    /**
     * What the partner says.
     *
     * @param code its number for it; empty also when the answer is not the partner's at all
     * @param words all of it, as a person would quote it
     * @param fields which fields it names, empty when none
     */
    public record Fault(Optional<Integer> code, String message, String words, String fields) {}

    public Refusals {
        known = List.copyOf(known);
    }

    /** An answer that is no success. Neither 401 nor 429 is for here: they are about the token and the limit. */
    public Outcome outcome(Answered answer, Fault fault, boolean write) {
        String words = (answer.status() + " " + fault.words()).strip();
        if (answer.status() < 400 || answer.status() >= 500 || answer.status() == 408) {
            return problems.outOfOrder(words, write);
        }
        Optional<Refusal> row = known.stream()
                .filter(refusal -> refusal.fits(fault.code(), fault.message()))
                .findFirst();
        if (row.isPresent()) {
            Refusal refusal = fault.fields().isEmpty() ? row.get() : row.get().at(fault.fields());
            return refusal.outcome(problems, words, write);
        }
        if (answer.status() == 404 && fault.code().isEmpty()) {
            return isCutJson(answer)
                    ? problems.unreadable(answer.defect().orElseThrow(), write)
                    : elsewhere().outcome(problems, words, write);
        }
        return (answer.status() == 403 ? forbidden() : unknown()).outcome(problems, words, write);
    }

    /** An answer that began as the partner's do and lost its end on the way says nothing, least of all that this is not the partner. */
    private static boolean isCutJson(Answered answer) {
        return answer.defect().isPresent() && answer.text().stripLeading().startsWith("{");
    }

    private Refusal elsewhere() {
        return Refusal.blocked(
                "not-" + problems.room(),
                "What answers at the connection's address is not " + problems.system() + "'s API.",
                "Check the connection's base-address.");
    }

    private Refusal forbidden() {
        return Refusal.blocked(
                "forbidden",
                problems.system() + " forbids what the hub asks for.",
                "Check the company's licences in " + problems.system()
                        + " and consent again with all the connection's scopes.");
    }

    private Refusal unknown() {
        return Refusal.rejected(
                "refused",
                "",
                problems.system() + " refuses the document.",
                "Mend what " + problems.system() + " names and retry.");
    }
}
