package org.accountinghub.mappings.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Collects what a translation notices, so that it can go on to the end and name everything at once. Used by one
 * translation of one document, then thrown away.
 */
public final class Review {

    private final String room;
    private final Problem.Stage stage;
    private final Set<String> notes = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    /** @param room first part of every cause, such as {@code fortnox} */
    public Review(String room, Problem.Stage stage) {
        this.room = room;
        this.stage = stage;
    }

    /** Something was changed, and may be sent so. */
    public void note(String words) {
        notes.add(PersonalNumbers.masked(words));
    }

    /** Something is wrong, and must not be sent. */
    public void refuse(String cause, String field, String reason, String remedy) {
        problems.add(Problem.of(room + "." + cause, stage, reason, remedy).at(field));
    }

    /** The value when nothing was refused, neither before nor while it is made; else it is not even made. */
    public <T> Translation<T> result(Supplier<T> value) {
        if (problems.isEmpty()) {
            T made = value.get();
            if (problems.isEmpty()) {
                return new Translation.Done<>(made, List.copyOf(notes));
            }
        }
        return new Translation.Refused<>(problems);
    }
}
