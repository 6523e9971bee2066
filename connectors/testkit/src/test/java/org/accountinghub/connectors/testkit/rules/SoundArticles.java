package org.accountinghub.connectors.testkit.rules;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Delivery;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.connectors.testkit.rules.Heard.Failed;
import org.accountinghub.connectors.testkit.rules.Heard.Lines;
import org.accountinghub.mappings.model.Article;

/** Articles: by number, else created under it. */
class SoundArticles implements Delivery<Article> {

    final SoundClient client;

    SoundArticles(SoundClient client) {
        this.client = client;
    }

    @Override
    public List<Step> steps(Article article) {
        return List.of(Step.create(IdempotencyClass.B, Duration.ZERO));
    }

    @Override
    public Outcome perform(Work<Article> work, Conversation conversation) {
        return find(work, conversation)
                .settled()
                .orElseGet(() -> create(work.document().number(), conversation));
    }

    Outcome create(String number, Conversation conversation) {
        Heard heard = client.write("/articles", Map.of("number", number), conversation);
        return heard instanceof Failed failed ? failed.outcome() : new Outcome.Delivered(document(number));
    }

    /** The list is searched by any part of the number. */
    @Override
    public Finding find(Work<Article> work, Conversation conversation) {
        String number = work.document().number();
        Heard heard = client.read("/articles", Map.of("number", number), conversation);
        if (heard instanceof Failed failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        return ((Lines) heard)
                .lines().stream()
                        .map(line -> line.get(0))
                        .filter(theirs -> isOurs(number, theirs))
                        .findFirst()
                        .<Finding>map(theirs -> new Finding.Found(document(theirs)))
                        .orElseGet(Finding.Absent::new);
    }

    boolean isOurs(String ours, String theirs) {
        return ours.equals(theirs);
    }

    @Override
    public Rehearsal rehearse(Article article, Map<String, String> bound, Conversation conversation) {
        return Rehearsal.noting(List.of());
    }

    private static PartnerDocument document(String number) {
        return new PartnerDocument(number, number, List.of());
    }
}
