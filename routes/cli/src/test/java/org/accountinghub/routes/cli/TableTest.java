package org.accountinghub.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCellAndTheLastIsWrapped() {
        String table = new Table(40, "ID", "PROBLEM")
                .row(7, "the account 3001 is not known over there, ask the book-keeper")
                .row(12345, "short")
                .toString();

        assertThat(table.lines())
                .containsExactly(
                        "ID     PROBLEM",
                        "-----  ---------------------------------",
                        "7      the account 3001 is not known",
                        "       over there, ask the book-keeper",
                        "12345  short");
    }

    @Test
    void aWordLongerThanTheColumnIsNotCut() {
        String word = "x".repeat(60);
        assertThat(new Table(30, "ID", "TEXT").row(1, word).toString()).contains(word);
    }

    @Test
    void lineBreaksInsideACellBecomeBlanks() {
        assertThat(new Table(80, "A", "B").row("one\ntwo", "three\tfour").toString())
                .endsWith("one two  three four");
    }

    @Test
    void aRowOfAnotherLengthIsABug() {
        Table table = new Table(80, "A", "B");
        assertThatThrownBy(() -> table.row("only one")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aColumnInWhichNothingStandsIsLeftOut() {
        assertThat(new Table(80, "A", "B", "C")
                        .row("one", "", "")
                        .row("two", "", "three")
                        .toString())
                .startsWith("A    C");
    }
}
