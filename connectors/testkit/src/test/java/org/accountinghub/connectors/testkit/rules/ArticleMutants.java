package org.accountinghub.connectors.testkit.rules;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.connectors.testkit.rules.SoundFactory.Parts;
import org.accountinghub.mappings.model.Article;

/** Bad in which article they take for ours. */
final class ArticleMutants {

    private ArticleMutants() {}

    static List<Mutant> all() {
        return List.of(
                articles("binds none that others made", Possessive::new, "oneThatIsThereUnderTheNumberIsBound"),
                articles("takes any hit of a search", Generous::new, "oneWhoseNumberOnlyContainsOursIsAnother"),
                Mutant.of("makes everything anew", Kits.Articles.class, Doubling::new, "bringingOneTwiceMakesOne"),
                articles("makes one when it rehearses", Eager::new, "aLookBeforehandWritesNothing"));
    }

    private static Mutant articles(String words, Function<SoundClient, SoundArticles> articles, String rule) {
        return Mutant.of(
                words,
                Kits.Articles.class,
                parts -> new SoundConnector(parts) {
                    @Override
                    public SoundArticles articles() {
                        return articles.apply(client);
                    }
                },
                rule);
    }

    private static final class Possessive extends SoundArticles {
        Possessive(SoundClient client) {
            super(client);
        }

        @Override
        public Outcome perform(Work<Article> work, Conversation conversation) {
            boolean ours = client.parts.partner().journal().count("POST /articles") > 0;
            return !ours && find(work, conversation) instanceof Finding.Found
                    ? new Outcome.Rejected(SoundClient.problem("not-ours"))
                    : super.perform(work, conversation);
        }
    }

    private static final class Generous extends SoundArticles {
        Generous(SoundClient client) {
            super(client);
        }

        @Override
        boolean isOurs(String ours, String theirs) {
            return theirs.contains(ours);
        }
    }

    private static final class Eager extends SoundArticles {
        Eager(SoundClient client) {
            super(client);
        }

        @Override
        public Rehearsal rehearse(Article article, Map<String, String> bound, Conversation conversation) {
            create(article.number(), conversation);
            return super.rehearse(article, bound, conversation);
        }
    }

    /** Once it has brought one, it brings another with each. */
    private static final class Doubling extends SoundConnector {
        private boolean brought;

        Doubling(Parts parts) {
            super(parts);
        }

        @Override
        public SoundArticles articles() {
            return new SoundArticles(client) {
                @Override
                public Outcome perform(Work<Article> work, Conversation conversation) {
                    if (brought) {
                        create("again", conversation);
                    }
                    Outcome outcome = super.perform(work, conversation);
                    brought = outcome instanceof Outcome.Delivered;
                    return outcome;
                }
            };
        }
    }
}
