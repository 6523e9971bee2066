package org.accountinghub.mappings.model;

import java.util.Optional;
import java.util.function.Supplier;

/** Whether a partner's answer says what it must to be read. What it lacks is a problem, never a guess. */
public final class AnswerReview {

    private final Review review;
    private final String partner;
    private final String kind;

    /**
     * @param room first part of every cause, such as {@code fortnox}
     * @param partner as people call it
     * @param kind of what is read, as people call it: {@code invoice}
     */
    public AnswerReview(String room, String partner, String kind) {
        this.review = new Review(room, Problem.Stage.RETURN);
        this.partner = partner;
        this.kind = kind;
    }

    public void require(String field, Optional<?> value) {
        if (value.isEmpty()) {
            missing(field);
        }
    }

    public void missing(String field) {
        review.refuse(
                "answer-incomplete",
                field,
                partner + "'s " + kind + " came without " + field + ".",
                "Open the " + kind + " at " + partner + "; if it looks right, report this to the hub's makers.");
    }

    /** The value when nothing is missing; it is not even made otherwise. */
    public <T> Translation<T> result(Supplier<T> value) {
        return review.result(value);
    }
}
