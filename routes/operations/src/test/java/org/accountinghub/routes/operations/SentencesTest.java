package org.accountinghub.routes.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.accountinghub.mappings.model.Problem;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void reasonAndRemedyAreTwoSentences() {
        assertThat(Sentences.of(Problem.of("engine.any", Problem.Stage.HUB, "it stands still", "Start it.")))
                .isEqualTo("it stands still. Start it.");
        assertThat(Sentences.of(Problem.of("engine.any", Problem.Stage.HUB, "Is it there?", "Look")))
                .isEqualTo("Is it there? Look.");
    }
}
