package org.accountinghub.connectors.fortnox;

import java.util.ArrayList;
import java.util.List;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.fortnox.wire.FortnoxDocument;
import org.accountinghub.mappings.model.Reference;

/** Finds the documents that carry a reference, whole. */
final class Carrying {

    private static final int MOST_HITS = 5;

    private Carrying() {}

    /**
     * The documents with exactly this reference, at most five. A credit note is not one of them, and one that is
     * cancelled or credited only when there is no other.
     */
    static <F extends FortnoxDocument> Reply<List<F>> all(
            Form<?, F> form, Reference reference, Conversation conversation) {
        Reply<List<String>> listed = form.listed(reference, conversation);
        if (listed instanceof Failed<List<String>> failed) {
            return new Failed<>(failed.outcome());
        }
        List<F> found = new ArrayList<>();
        List<String> numbers = ((Said<List<String>>) listed).body();
        for (String number : numbers.subList(0, Math.min(numbers.size(), MOST_HITS))) {
            Reply<F> single = form.read(number, conversation);
            if (single instanceof Failed<F> failed) {
                return new Failed<>(failed.outcome());
            }
            if (single instanceof Said<F> said && form.counts(reference, said.body())) {
                found.add(said.body());
            }
        }
        List<F> alive = found.stream().filter(form::alive).toList();
        return new Said<>(alive.isEmpty() ? List.copyOf(found) : alive);
    }
}
