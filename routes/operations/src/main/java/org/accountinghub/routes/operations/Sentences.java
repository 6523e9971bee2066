package org.accountinghub.routes.operations;

import org.accountinghub.mappings.model.Problem;

/** A problem in sentences: what is wrong, and what to do. */
final class Sentences {

    private Sentences() {}

    static String of(Problem problem) {
        return ended(problem.reason()) + " " + ended(problem.remedy());
    }

    private static String ended(String text) {
        return text.matches("(?s).*[.!?]") ? text : text + ".";
    }
}
