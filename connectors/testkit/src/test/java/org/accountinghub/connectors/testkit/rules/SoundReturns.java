package org.accountinghub.connectors.testkit.rules;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.accountinghub.connectors.spi.Answer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Returns;
import org.accountinghub.connectors.testkit.rules.Heard.Failed;
import org.accountinghub.connectors.testkit.rules.Heard.Lines;
import org.accountinghub.mappings.model.Reference;

/** Reads what became of invoices or orders. */
class SoundReturns<D> implements Returns<D> {

    final SoundClient client;
    private final String kinds;
    private final Function<Paper, D> reading;

    SoundReturns(SoundClient client, String kinds, Function<Paper, D> reading) {
        this.client = client;
        this.kinds = kinds;
        this.reading = reading;
    }

    @Override
    public Answer<Page> changedSince(Instant since, Optional<String> page, Conversation conversation) {
        Map<String, String> query = new HashMap<>(Map.of("since", since.toString()));
        page.ifPresent(from -> query.put("from", from));
        Heard heard = client.read("/" + kinds, query, conversation);
        if (heard instanceof Failed failed) {
            return none(failed);
        }
        List<List<String>> lines = ((Lines) heard).lines();
        Optional<String> next = lines.stream()
                .filter(line -> line.get(0).equals("next"))
                .map(line -> line.get(1))
                .findFirst();
        return new Answer.Value<>(new Page(briefs(lines), next(next)));
    }

    Optional<String> next(Optional<String> told) {
        return told;
    }

    @Override
    public Answer<Optional<D>> read(String id, Conversation conversation) {
        Heard heard = client.read("/" + kinds + "/" + id, Map.of(), conversation);
        return heard instanceof Failed failed
                ? none(failed)
                : new Answer.Value<>(((Lines) heard)
                        .lines().stream()
                                .map(line ->
                                        reading.apply(client.parts.partner().paper(line.get(0))))
                                .findFirst());
    }

    @Override
    public Answer<List<Brief>> carrying(Reference reference, Conversation conversation) {
        Heard heard = client.read("/" + kinds, Map.of("reference", reference.value()), conversation);
        return heard instanceof Failed failed
                ? none(failed)
                : new Answer.Value<>(briefs(((Lines) heard).lines()).stream()
                        .filter(brief -> isCarried(brief, reference))
                        .toList());
    }

    boolean isCarried(Brief brief, Reference reference) {
        return brief.reference().filter(reference::equals).isPresent();
    }

    private List<Brief> briefs(List<List<String>> lines) {
        return lines.stream()
                .filter(line -> !line.get(0).equals("next"))
                .map(line -> new Brief(line.get(0), reference(line.get(1)), fingerprint(line)))
                .toList();
    }

    String fingerprint(List<String> line) {
        return String.join(" ", line.subList(2, line.size()));
    }

    static Optional<Reference> reference(String text) {
        return Optional.of(text).filter(Reference::wellFormed).map(Reference::new);
    }

    <T> Answer<T> none(Failed failed) {
        return new Answer.None<>(why(failed.outcome()));
    }

    Outcome why(Outcome outcome) {
        return outcome;
    }
}
