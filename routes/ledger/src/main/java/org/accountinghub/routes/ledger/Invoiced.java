package org.accountinghub.routes.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.routes.engine.Standing;
import org.accountinghub.routes.engine.StepProgress;
import org.accountinghub.routes.engine.StepState;
import org.accountinghub.routes.engine.TransferState;

/**
 * Whether the customer was invoiced by a document: yes, no or unknown, and what that is concluded from. What may exist at
 * the partner is never answered with no.
 */
record Invoiced(String answer, String because) {

    /**
     * What was read back.
     *
     * @param document what it is at the partner, in words: {@code document 17}, {@code order 17 (invoice 5)}
     * @param strays numbers of other invoices that carry the document's reference
     * @param doubted whether a write of it was ever in doubt until a person decided
     */
    record Returned(
            Standing standing,
            Optional<String> document,
            Optional<Instant> at,
            Optional<String> strays,
            boolean doubted) {}

    static Invoiced of(TransferState state, List<StepProgress> steps, Returned returned) {
        if (returned.strays().isPresent()) {
            return new Invoiced(
                    "yes",
                    "the accounting system holds " + returned.strays().get() + " with this document's reference"
                            + returned.document()
                                    .map(document -> ", beside " + document)
                                    .orElse(", which the hub did not know of"));
        }
        String document = returned.document().orElse("document without a number");
        String when = returned.at().map(at -> " (seen " + at + ")").orElse("");
        return switch (returned.standing()) {
            case BOOKED -> new Invoiced("yes", document + " is booked" + when);
            case PAID -> new Invoiced("yes", document + " is paid" + when);
            case CREDITED -> new Invoiced("no", document + " was credited" + when);
            case CANCELLED -> new Invoiced("no", document + " was cancelled" + when);
            case GONE -> new Invoiced("unknown", document + " was made and is no longer there" + when);
            case MADE ->
                new Invoiced(
                        "yes",
                        document + " exists in the accounting system"
                                + (state == TransferState.DELIVERED ? "" : ", not all steps are done") + when);
            case ORDERED -> new Invoiced("no", document + " waits in the accounting system to be invoiced" + when);
            case PARTLY -> new Invoiced("yes", "a part: " + document + " is not wholly invoiced" + when);
            case ABSENT -> ofSteps(steps, returned.doubted());
        };
    }

    private static Invoiced ofSteps(List<StepProgress> steps, boolean doubted) {
        for (StepProgress step : StepProgress.ofTheDocument(steps).toList()) {
            if (step.state() == StepState.DONE) {
                return new Invoiced(
                        "yes",
                        "step " + step.step().name() + " was done"
                                + step.made().map(made -> ": " + made.number()).orElse(""));
            }
            if (step.open()) {
                return new Invoiced(
                        "unknown",
                        "step " + step.step().name() + " was begun"
                                + step.firstIntent().map(at -> " at " + at).orElse("")
                                + " and its answer is not known; searched for " + step.searches()
                                + " times since without finding it");
            }
        }
        return doubted
                ? new Invoiced("unknown", "a write was in doubt until a person had it sent again; see the time line")
                : new Invoiced("no", "nothing was sent that could have made an invoice");
    }
}
