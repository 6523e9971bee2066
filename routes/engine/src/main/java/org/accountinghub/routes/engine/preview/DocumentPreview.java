package org.accountinghub.routes.engine.preview;

import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.port.AppliedRule;
import org.accountinghub.routes.engine.port.OperatorLedger;

/**
 * One document as it would be sent, or as it was.
 *
 * @param connection where it goes; empty when no connection takes it
 * @param content what would be sent, or was; empty when the store cannot tell it
 * @param customerThere the payer's number at the partner; empty = would be found there or created
 * @param steps what would be done, in order
 * @param rules rules of the service system that applied
 * @param notes what the partner's form changes on the way, and what becomes of the customer there
 * @param problems what stands against sending it
 * @param unanswered what the partner could not be asked, so that more may stand against it
 * @param notNow why it is not wanted as things are; empty = it goes out by itself
 * @param transfer its transfer, once there is one
 * @param sent whether something of it is or may be at the partner, so that {@code content} is what was sent
 */
public record DocumentPreview(
        DocumentKey key,
        Optional<Connection> connection,
        Optional<BillableOrder> content,
        Optional<String> customerThere,
        List<Step> steps,
        List<AppliedRule> rules,
        List<String> notes,
        List<Problem> problems,
        List<Problem> unanswered,
        Optional<String> notNow,
        Optional<OperatorLedger.Row> transfer,
        boolean sent) {

    public DocumentPreview {
        steps = List.copyOf(steps);
        rules = List.copyOf(rules);
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
        unanswered = List.copyOf(unanswered);
    }
}
