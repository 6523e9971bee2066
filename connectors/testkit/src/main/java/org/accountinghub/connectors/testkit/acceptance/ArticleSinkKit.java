package org.accountinghub.connectors.testkit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.accountinghub.connectors.spi.ArticleSink;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.mappings.model.Article;
import org.junit.jupiter.api.Test;

/** Articles: bound to the one under the same number, or created; never a second one. */
@Proves(ArticleSink.class)
public abstract class ArticleSinkKit extends WriteKit {

    private static final Article ARTICLE = Records.article("ART-7");

    @Override
    protected abstract ArticleBench bench();

    @Test
    final void oneThatIsThereUnderTheNumberIsBound() {
        trial().bench().addArticle(ARTICLE.number());

        assertThat(bring())
                .isInstanceOfSatisfying(
                        Outcome.Delivered.class,
                        delivered -> assertThat(delivered.document().number()).isEqualTo(ARTICLE.number()));
        assertThat(lookFor()).isInstanceOf(Finding.Found.class);
        assertThat(requests(creates())).isZero();
    }

    @Test
    final void oneWhoseNumberOnlyContainsOursIsAnother() {
        trial().bench().addArticle(ARTICLE.number() + "-B");

        assertThat(lookFor()).isInstanceOf(Finding.Absent.class);
        assertThat(bring()).isInstanceOf(Outcome.Delivered.class);
        assertThat(requests(creates())).isEqualTo(1);
    }

    @Test
    final void bringingOneTwiceMakesOne() {
        bring();
        bring();

        assertThat(created(Article.class)).hasSize(1);
    }

    @Test
    final void aLookBeforehandWritesNothing() {
        assertThat(trial().rehearse(ARTICLE).problems()).isEmpty();
        assertOnlyRead(trial().bench());
    }

    @Override
    final Class<?> document() {
        return Article.class;
    }

    @Override
    final String creates() {
        return ((ArticleBench) trial().bench()).createsArticle();
    }

    @Override
    final Outcome bring() {
        return trial().bring(ARTICLE);
    }

    @Override
    final Finding lookFor() {
        return trial().lookFor(ARTICLE);
    }

    @Override
    final void prepare() {}
}
