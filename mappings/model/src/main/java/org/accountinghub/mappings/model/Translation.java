package org.accountinghub.mappings.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of a document on its way into or out of a partner's form: the form, or everything that is wrong with it. */
public sealed interface Translation<T> {

    /**
     * It can be sent.
     *
     * @param notes what was changed on the way, for people: a cut text, a replaced character
     */
    record Done<T>(T value, List<String> notes) implements Translation<T> {
        public Done {
            notes = List.copyOf(notes);
        }
    }

    /** It must not be sent. All problems are listed, so that one correction suffices. */
    record Refused<T>(List<Problem> problems) implements Translation<T> {
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a refusal names its problems");
            }
        }

        /** All problems as one: itself when it is one, else numbered reasons and every remedy once. */
        public Problem combined() {
            Problem first = problems.get(0);
            if (problems.size() == 1) {
                return first;
            }
            boolean alike = problems.stream().map(Problem::cause).distinct().count() == 1;
            String room = first.cause().substring(0, first.cause().indexOf('.'));
            StringBuilder reasons = new StringBuilder();
            for (int i = 0; i < problems.size(); i++) {
                reasons.append(i == 0 ? "" : " ")
                        .append('(')
                        .append(i + 1)
                        .append(") ")
                        .append(problems.get(i).reason());
            }
            return new Problem(
                    alike ? first.cause() : room + ".several-things-wrong",
                    first.stage(),
                    Optional.of(distinct(problem -> problem.field().orElse(""), ", "))
                            .filter(fields -> !fields.isEmpty()),
                    reasons.toString(),
                    distinct(Problem::remedy, " "),
                    Optional.empty());
        }

        private String distinct(Function<Problem, String> part, String separator) {
            return problems.stream()
                    .map(part)
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .collect(Collectors.joining(separator));
        }
    }
}
