package org.accountinghub.mappings.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TranslationTest {

    private final Review review = new Review("fortnox", Problem.Stage.MAPPING);

    @Test
    void isDoneWithItsNotesOnceEachAndMasked() {
        review.note("cut 191212121212");
        review.note("cut 191212121212");

        assertThat(review.result(() -> "x")).isEqualTo(new Translation.Done<>("x", List.of("cut ********-****")));
    }

    @Test
    void oneProblemIsItself() {
        review.refuse("too-long", "Name", "It is long.", "Shorten it.");

        Translation.Refused<String> refused = refused();

        assertThat(refused.combined()).isEqualTo(refused.problems().get(0));
        assertThat(refused.combined().cause()).isEqualTo("fortnox.too-long");
    }

    @Test
    void whatIsRefusedWhileTheValueIsMadeCountsToo() {
        Translation<String> result = review.result(() -> {
            review.refuse("country-unknown", "Country", "It is none.", "Correct it.");
            return "x";
        });

        assertThat(result).isInstanceOf(Translation.Refused.class);
    }

    @Test
    void severalProblemsBecomeOneThatNamesAll() {
        review.refuse("too-long", "Name", "It is long.", "Shorten it.");
        review.refuse("too-long", "City", "It is long too.", "Shorten it.");
        assertThat(refused().combined())
                .isEqualTo(Problem.of(
                                "fortnox.too-long",
                                Problem.Stage.MAPPING,
                                "(1) It is long. (2) It is long too.",
                                "Shorten it.")
                        .at("Name, City"));

        review.refuse("vat-rate-unknown", "VAT", "Odd.", "Correct it.");
        assertThat(refused().combined().cause()).isEqualTo("fortnox.several-things-wrong");
        assertThat(refused().combined().remedy()).isEqualTo("Shorten it. Correct it.");
    }

    @Test
    void aRefusalWithoutReasonIsNone() {
        assertThatThrownBy(() -> new Translation.Refused<>(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void causesHaveTheirForm() {
        assertThatThrownBy(() -> Problem.of("Too long", Problem.Stage.HUB, "", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Translation.Refused<String> refused() {
        Translation<String> result = review.result(() -> {
            throw new AssertionError("nothing is made of a refused document");
        });
        return (Translation.Refused<String>) result;
    }
}
