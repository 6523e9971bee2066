package org.accountinghub.routes.engine.changes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Problem.Stage;
import org.accountinghub.routes.engine.port.ServiceStore.Reading;

/** What a person should know of an order that is not what was sent any more. */
public final class AfterSend {

    /** The order is there and says something else. */
    public static final String CHANGED = "engine.changed-after-send";

    /** The order is wanted no more. */
    public static final String GONE = "engine.gone-after-send";

    private static final int MOST = 6;

    private AfterSend() {}

    /** @param now the document as the store reads it now */
    public static Optional<Problem> problem(BillableOrder sent, Reading<BillableOrder> now) {
        if (now instanceof Reading.Gone<BillableOrder> gone) {
            return Optional.of(gone(gone.why()));
        }
        if (now instanceof Reading.Ready<BillableOrder> ready) {
            List<String> differences = Difference.between(sent, ready.content());
            return differences.isEmpty() ? Optional.empty() : Optional.of(changed(differences));
        }
        Reading.Unfit<BillableOrder> unfit = (Reading.Unfit<BillableOrder>) now;
        return Optional.of(changed(
                unfit.problems().stream().map(Problem::reason).distinct().toList()));
    }

    /** A difference beyond those that are listed still makes another reason: people dismiss what they know. */
    static Problem changed(List<String> differences) {
        String listed = String.join("; ", differences.subList(0, Math.min(MOST, differences.size())));
        String rest = differences.size() > MOST
                ? "; and " + (differences.size() - MOST) + " more (" + checksum(differences) + ")"
                : "";
        return Problem.of(
                CHANGED,
                Stage.STORE,
                "the order was changed after it was sent: " + listed + rest,
                "Compare the order with the document: correct the document in the accounting system, or credit it and send"
                        + " the order again; dismiss this if it is meant so");
    }

    static Problem gone(String why) {
        return Problem.of(
                GONE,
                Stage.STORE,
                "the document was made although it is not wanted any more: " + why,
                "Cancel or credit the document in the accounting system if the customer shall not be invoiced; else dismiss"
                        + " this");
    }

    private static String checksum(List<String> differences) {
        CRC32 checksum = new CRC32();
        checksum.update(String.join("\n", differences).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(checksum.getValue());
    }
}
