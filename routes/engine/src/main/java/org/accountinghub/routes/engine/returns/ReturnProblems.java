package org.accountinghub.routes.engine.returns;

import java.util.List;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Problem.Stage;
import org.accountinghub.routes.engine.TransferState;
import org.accountinghub.routes.engine.port.ReturnLedger.DeliveredDocument;
import org.accountinghub.routes.engine.port.ReturnLedger.Unbound;

/** What can be wrong with a document that is at the partner. */
final class ReturnProblems {

    private ReturnProblems() {}

    static Problem differs(Invoice invoice, List<String> differences) {
        return problem(
                "return.differs",
                "invoice " + invoice.number() + " is not what was sent: " + String.join("; ", differences),
                "Compare the invoice with the order; correct the one that is wrong, or credit the invoice");
    }

    static Problem cancelled(Invoice invoice) {
        return problem(
                "return.cancelled",
                "invoice " + invoice.number() + " was cancelled in the accounting system: the order is not invoiced",
                "Send the order again if it shall be invoiced; else cancel it in the service system");
    }

    static Problem gone(DeliveredDocument document) {
        return problem(
                "return.gone",
                "invoice " + document.number() + " is no longer in the accounting system: the order is not invoiced",
                "Ask who removed it; send the order again if it shall be invoiced");
    }

    static Problem notBooked(Invoice invoice, long days) {
        return problem(
                "return.not-booked",
                "invoice " + invoice.number() + " has not been booked for " + days + " days",
                "Book or cancel the invoice in the accounting system");
    }

    static Problem doubled(DeliveredDocument first, String second) {
        return problem(
                "return.doubled",
                "order " + first.key().order().number() + " has invoice " + first.number() + " and also invoice "
                        + second,
                "Cancel or credit one of the two in the accounting system before the customer pays both");
    }

    static Problem unexpected(Unbound transfer, String invoice) {
        boolean retryFindsIt =
                transfer.state() == TransferState.EXHAUSTED || transfer.state() == TransferState.IN_DOUBT;
        return problem(
                "return.unexpected",
                "invoice " + invoice + " carries the reference of order "
                        + transfer.key().order().number() + ", which counts as not delivered ("
                        + transfer.state() + ")",
                retryFindsIt
                        ? "Retry the transfer so that it finds the invoice, or cancel the invoice"
                        : "Cancel the invoice in the accounting system, or mark the order as invoiced in the service"
                                + " system");
    }

    private static Problem problem(String cause, String reason, String remedy) {
        return Problem.of(cause, Stage.RETURN, reason, remedy);
    }
}
