package org.accountinghub.mappings.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

    /** Computed by another program: changing them would lose every document sent before. */
    @ParameterizedTest
    @CsvSource({
        "north, service, 107_1, 1001, 1, MPBA6GTIV6NHJYKH",
        "north, service, 107-1, 1001, 1, OLL23XZFKBLOMZIF",
        "north, service, 107_1, 1001, 2, 5TVQMOWBAE6JGUP6",
        "north, service, 107_1, 1003, 1, BCMLVLSULRL55F7J",
        "'', work, 421, Å7, 1, WSLTAWT3WZABWB43"
    })
    void isTheSameForEver(String subgroup, String kind, String number, String payer, int generation, String expected) {
        DocumentKey key = new DocumentKey(new SourceKey("demo", subgroup, kind, number), payer, generation);

        assertThat(key.reference()).hasToString(expected);
    }

    @Test
    void differsForEveryDocument() {
        Set<Reference> references = new HashSet<>();
        for (int number = 0; number < 200; number++) {
            for (String payer : new String[] {"1", "11", "1 ", "1_"}) {
                for (int generation = 1; generation <= 3; generation++) {
                    SourceKey order = new SourceKey("demo", "", "work", Integer.toString(number));
                    references.add(new DocumentKey(order, payer, generation).reference());
                }
            }
        }
        assertThat(references).hasSize(200 * 4 * 3).allMatch(reference -> Reference.wellFormed(reference.value()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MPBA6GTIV6NHJYK",
                "MPBA6GTIV6NHJYKHA",
                "mpba6gtiv6nhjykh",
                "MPBA6GTIV6NHJYK1",
                " PBA6GTIV6NHJYKH"
            })
    void refusesWhatIsNone(String text) {
        assertThat(Reference.wellFormed(text)).isFalse();
        assertThatThrownBy(() -> new Reference(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
