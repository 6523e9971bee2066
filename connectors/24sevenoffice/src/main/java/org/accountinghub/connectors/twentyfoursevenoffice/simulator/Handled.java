package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import java.util.Optional;

/** What a service would do: the content of its answer, and what then happens. */
record Handled(Object answer, String reference, Optional<Runnable> commit) {

    static Handled reading(Object answer) {
        return new Handled(answer, "", Optional.empty());
    }
}
