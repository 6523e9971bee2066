package org.accountinghub.connectors.testkit.acceptance;

import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.mappings.model.BillableOrder;

/** What the kit must know besides to test deliveries of several steps. */
public interface StepsBench extends Bench {

    /** What a step makes, as the partner's book names it. */
    record Made(String kind, Action action) {}

    /**
     * Other settings that together lead to every step there is. A step whose class depends on the settings is tried once
     * with each class.
     */
    List<Map<String, String>> settingsForAllSteps();

    /** An order whose delivery takes, by one settings or another, every step there is; brought as an order too where that can be. */
    default BillableOrder orderWithEveryStep() {
        return Documents.orderWithEverything();
    }

    /** The request with which this step of the order's delivery writes. */
    String writes(Step step, BillableOrder order);

    Made makes(Step step, BillableOrder order);
}
