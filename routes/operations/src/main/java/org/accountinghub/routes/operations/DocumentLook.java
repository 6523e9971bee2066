package org.accountinghub.routes.operations;

import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.mappings.model.DocumentKey;
import org.accountinghub.mappings.model.PersonalNumbers;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.port.AppliedRule;
import org.accountinghub.routes.engine.preview.DocumentPreview;

/**
 * One document as it would be sent, or as it was.
 *
 * @param connection where it goes; empty when no connection takes it
 * @param company the company over there
 * @param customerThere the payer's number there; empty = would be found there or created
 * @param content what would be sent, or was; empty when the store cannot tell it
 * @param steps what would be done there, in order
 * @param rules rules of the service system that applied
 * @param notes what the accounting system's form changes on the way
 * @param problems what stands against sending it; nothing = it can be sent
 * @param unanswered what the accounting system could not be asked just now
 * @param wanted whether it goes out by itself as things are
 * @param notNow why not
 * @param sent whether it is, or may be, there already: the content is what was sent
 * @param transfer its transfer, once there is one
 */
public record DocumentLook(
        String subgroup,
        String kind,
        String number,
        String payer,
        int generation,
        Optional<String> connection,
        Optional<String> connector,
        Optional<String> company,
        Optional<String> customerThere,
        Optional<ContentLook> content,
        List<String> steps,
        List<AppliedRule> rules,
        List<String> notes,
        List<Problem> problems,
        List<Problem> unanswered,
        boolean wanted,
        Optional<String> notNow,
        boolean sent,
        Optional<TransferLine> transfer) {

    static DocumentLook of(DocumentPreview preview) {
        DocumentKey key = preview.key();
        return new DocumentLook(
                key.order().subgroup(),
                key.order().kind(),
                key.order().number(),
                key.payer(),
                key.generation(),
                preview.connection().map(Connection::name),
                preview.connection().map(Connection::connector),
                preview.connection().flatMap(Connection::tenant),
                preview.customerThere(),
                preview.content().map(ContentLook::of),
                preview.steps().stream().map(Step::name).toList(),
                preview.rules().stream()
                        .map(rule -> new AppliedRule(rule.rule(), PersonalNumbers.masked(rule.detail())))
                        .toList(),
                preview.notes().stream().map(PersonalNumbers::masked).toList(),
                preview.problems(),
                preview.unanswered(),
                preview.notNow().isEmpty(),
                preview.notNow(),
                preview.sent(),
                preview.transfer().map(TransferLine::of));
    }
}
