package org.accountinghub.connectors.testkit.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.junit.jupiter.api.Test;

class BookTest {
    private final Book book = new Book();

    private void add(String tenant, String kind, Action action, String reference) {
        book.add(sequence -> new Effect(
                sequence,
                Instant.EPOCH,
                tenant,
                kind,
                action,
                Long.toString(sequence),
                reference,
                "7",
                Map.of("Total", BigDecimal.TEN),
                "SEK",
                "r"));
    }

    @Test
    void aDuplicateIsCreatedTwiceUnderOneReferenceInOneTenant() {
        add("1", "invoice", Action.CREATED, "A");
        add("1", "invoice", Action.BOOKED, "A");
        add("2", "invoice", Action.CREATED, "A");
        add("1", "payment", Action.CREATED, "A");
        add("1", "invoice", Action.CREATED, "");
        add("1", "invoice", Action.CREATED, "");
        assertThat(book.duplicates()).isEmpty();

        add("1", "invoice", Action.CREATED, "A");
        add("1", "invoice", Action.CREATED, "A");
        assertThat(book.duplicates().get("1 invoice A"))
                .extracting(Effect::sequence)
                .containsExactly(1L, 7L, 8L);
        assertThat(book.duplicateCount()).isEqualTo(2);
    }

    @Test
    void effectsAreFoundByWhatTheyAreAbout() {
        add("1", "invoice", Action.CREATED, "A");
        add("2", "invoice", Action.CREATED, "B");
        add("2", "invoice", Action.PAID, "B");

        assertThat(book.count("invoice", Action.CREATED)).isEqualTo(2);
        assertThat(book.created("2", "invoice")).extracting(Effect::reference).containsExactly("B");
        assertThat(book.byReference("B")).extracting(Effect::action).containsExactly(Action.CREATED, Action.PAID);
    }
}
