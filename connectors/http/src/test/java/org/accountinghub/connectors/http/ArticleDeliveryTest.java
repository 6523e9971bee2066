package org.accountinghub.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.IdempotencyClass;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.connectors.testkit.acceptance.Records;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.SourceKey;
import org.junit.jupiter.api.Test;

class ArticleDeliveryTest implements ArticleDelivery.There {

    private static final Article OURS = Records.article("ART-7");
    private static final Map<String, String> BOUND = Map.of(SourceKey.ARTICLE, "77");
    private static final Finding FOUND = new Finding.Found(new PartnerDocument("8", "8", List.of()));

    private final ArticleDelivery delivery = new ArticleDelivery(this, InstantSource.system());
    private final List<String> asked = new ArrayList<>();
    private Finding known = new Finding.Absent();
    private Finding numbered = new Finding.Absent();

    @Test
    void oneThatIsNowhereIsCreated() {
        assertThat(perform(Map.of())).isInstanceOf(Outcome.Delivered.class);
        assertThat(asked).containsExactly("number ART-7", "create");
    }

    @Test
    void theOneWithOurNumberIsBound() {
        numbered = FOUND;

        assertThat(perform(Map.of())).isEqualTo(new Outcome.Delivered(((Finding.Found) FOUND).document()));
        assertThat(rehearse(Map.of()).notes()).containsExactly("Books has the article as number 8");
        assertThat(delivery.find(work(Map.of()), Conversation.UNHEARD)).isEqualTo(FOUND);
        assertThat(asked).containsOnly("number ART-7");
    }

    @Test
    void aFailedSearchIsNoAbsence() {
        numbered = new Finding.Unreachable(problems().notSent("it is away"));

        assertThat(perform(Map.of())).isInstanceOf(Outcome.Retry.class);
        assertThat(rehearse(Map.of()).unanswered()).map(Problem::cause).contains("books.unreachable");
        assertThat(asked).containsOnly("number ART-7");
    }

    @Test
    void onlyTheBoundOneIsLookedFor() {
        known = FOUND;

        assertThat(perform(BOUND)).isInstanceOf(Outcome.Delivered.class);
        assertThat(rehearse(BOUND).notes()).containsExactly("Books has the article as number 8");
        assertThat(delivery.find(work(BOUND), Conversation.UNHEARD)).isEqualTo(FOUND);
        assertThat(asked).containsOnly("id 77");
    }

    @Test
    void aBoundOneThatIsGoneIsAProblemAndSaidBeforehand() {
        assertThat(perform(BOUND))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.problem().cause()).isEqualTo("books.article-gone"));
        assertThat(rehearse(BOUND).problems()).extracting(Problem::cause).containsExactly("books.article-gone");
        assertThat(asked).containsOnly("id 77");
    }

    private Outcome perform(Map<String, String> bound) {
        return delivery.perform(work(bound), Conversation.UNHEARD);
    }

    private Rehearsal rehearse(Map<String, String> bound) {
        return delivery.rehearse(OURS, bound, Conversation.UNHEARD);
    }

    private Work<Article> work(Map<String, String> bound) {
        return new Work<>(creation(), OURS, Map.of(), bound, Instant.EPOCH);
    }

    @Override
    public Step creation() {
        return Step.create(IdempotencyClass.B, Duration.ZERO);
    }

    @Override
    public Finding withId(String id, Conversation conversation) {
        asked.add("id " + id);
        return known;
    }

    @Override
    public Finding withNumber(String number, Conversation conversation) {
        asked.add("number " + number);
        return numbered;
    }

    @Override
    public Outcome create(Article ours, Instant begun, Conversation conversation) {
        asked.add("create");
        return new Outcome.Delivered(new PartnerDocument("9", "9", List.of()));
    }

    @Override
    public Rehearsal rehearseCreation(Article ours, Conversation conversation) {
        return Rehearsal.noting(List.of());
    }

    @Override
    public PartnerProblems problems() {
        return new PartnerProblems("books", "Books");
    }
}
