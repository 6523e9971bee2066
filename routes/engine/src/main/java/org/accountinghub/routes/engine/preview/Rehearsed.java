package org.accountinghub.routes.engine.preview;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.spi.Rehearsal;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.CustomerThere;

/** What a rehearsal at the partner found, collected while it is made; nothing is said twice. */
final class Rehearsed {

    private final List<Step> steps = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<Problem> unanswered = new LinkedHashSet<>();
    private Optional<CustomerThere> customerThere = Optional.empty();

    void took(Rehearsal rehearsal) {
        notes.addAll(rehearsal.notes());
        problems.addAll(rehearsal.problems());
        rehearsal.unanswered().ifPresent(unanswered::add);
    }

    void took(List<Step> planned) {
        steps.addAll(planned);
    }

    void boundTo(CustomerThere customer) {
        customerThere = Optional.of(customer);
    }

    void standsAgainst(Problem problem) {
        problems.add(problem);
    }

    void notAsked(Problem why) {
        unanswered.add(why);
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    List<Problem> unanswered() {
        return List.copyOf(unanswered);
    }

    Optional<CustomerThere> customerThere() {
        return customerThere;
    }
}
