package org.accountinghub.connectors.fortnox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.fortnox.FortnoxArticles.Standing;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Outcome.Delivered;
import org.accountinghub.connectors.spi.Outcome.Rejected;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.mappings.fortnox.ArticleTranslation;
import org.accountinghub.mappings.fortnox.FortnoxRules;
import org.accountinghub.mappings.fortnox.wire.FortnoxArticle;
import org.accountinghub.mappings.fortnox.wire.NewArticle;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Translation;

/** Creates an article that Fortnox lacks, under the service system's number, which Fortnox gives only once. */
final class NewArticles {

    private final FortnoxClient client;
    private final FortnoxArticles articles;
    private final ArticleTranslation translation;

    NewArticles(FortnoxClient client, FortnoxArticles articles, FortnoxRules rules) {
        this.client = client;
        this.articles = articles;
        this.translation = new ArticleTranslation(rules);
    }

    Outcome perform(BillableOrder order, String number, Instant begun, Conversation conversation) {
        Reply<Standing> standing = articles.standing(number, conversation);
        if (standing instanceof Failed<Standing> failed) {
            return failed.outcome();
        }
        return switch (((Said<Standing>) standing).body()) {
            case ACTIVE -> new Delivered(article(number, List.of()));
            case INACTIVE -> new Rejected(inactive(number));
            case ABSENT -> create(number, translation.toCreate(order, number), begun, conversation);
        };
    }

    /** As it is now: what was known before the write does not count. */
    Finding find(String number, Conversation conversation) {
        Reply<Standing> standing = articles.ask(number, conversation);
        if (standing instanceof Failed<Standing> failed) {
            return new Finding.Unreachable(failed.outcome());
        }
        return switch (((Said<Standing>) standing).body()) {
            case ACTIVE -> new Finding.Found(article(number, List.of()));
            case INACTIVE -> new Finding.Disagrees(inactive(number));
            case ABSENT -> new Finding.Absent();
        };
    }

    Rehearsal rehearse(BillableOrder order, String number) {
        return rehearsed(number, translation.toCreate(order, number));
    }

    static Rehearsal rehearsed(String number, Translation<NewArticle> translated) {
        if (translated instanceof Translation.Refused<NewArticle> refused) {
            return Rehearsal.of(refused);
        }
        Translation.Done<NewArticle> done = (Translation.Done<NewArticle>) translated;
        List<String> notes = new ArrayList<>();
        notes.add("article " + number + " would be created in Fortnox"
                + done.value()
                        .salesAccount()
                        .map(account -> " with sales account " + account)
                        .orElse(" with the company's default account"));
        notes.addAll(done.notes());
        return Rehearsal.noting(notes);
    }

    static Problem inactive(String number) {
        return FortnoxProblems.partner(
                        "article-inactive",
                        "Fortnox has article " + number + ", but inactive.",
                        "Activate the article in Fortnox and retry, or use another one on the order.")
                .at("article number");
    }

    /** One that is not there. */
    Outcome create(String number, Translation<NewArticle> translated, Instant begun, Conversation conversation) {
        if (translated instanceof Translation.Refused<NewArticle> refused) {
            return new Rejected(refused.combined());
        }
        Translation.Done<NewArticle> done = (Translation.Done<NewArticle>) translated;
        Reply<FortnoxArticle.Body> reply = client.post(
                FortnoxArticles.PATH,
                new NewArticle.Body(done.value()),
                FortnoxArticle.Body.class,
                begun,
                conversation);
        if (reply instanceof Failed<FortnoxArticle.Body> failed) {
            return taken(failed.outcome()) ? otherwise(failed.outcome(), number, conversation) : failed.outcome();
        }
        Optional<String> made =
                ((Said<FortnoxArticle.Body>) reply).body().article().articleNumber();
        if (made.filter(number::equals).isEmpty()) {
            return FortnoxProblems.unreadable("it names another article than the one that was sent", true);
        }
        articles.learn(number, Standing.ACTIVE);
        List<String> notes = new ArrayList<>(List.of("article " + number + " was created in Fortnox"));
        notes.addAll(done.notes());
        return new Delivered(article(number, notes));
    }

    /** Someone was quicker, or an earlier request of ours came late. */
    private Outcome otherwise(Outcome refused, String number, Conversation conversation) {
        return find(number, conversation) instanceof Finding.Found found ? new Delivered(found.document()) : refused;
    }

    private static boolean taken(Outcome outcome) {
        return outcome instanceof Rejected rejected
                && rejected.problem().cause().equals("fortnox.article-number-taken");
    }

    private static PartnerDocument article(String number, List<String> notes) {
        return new PartnerDocument(number, number, notes);
    }
}
