package org.accountinghub.routes.engine.returns;

import java.util.List;
import org.accountinghub.mappings.model.BillableOrder.Target;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Problem.Stage;
import org.accountinghub.routes.engine.Standing;
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

    static Problem doubled(DeliveredDocument first, Target madeAs, String second) {
        return problem(
                "return.doubled",
                "order " + first.key().order().number() + " has invoice " + first.number() + " and also " + word(madeAs)
                        + second,
                "Cancel or credit one of the two in the accounting system before the customer pays both");
    }

    private static String word(Target madeAs) {
        return madeAs == Target.ORDER ? "order " : "invoice ";
    }

    static Problem orderDiffers(DeliveredDocument document, List<String> differences) {
        return problem(
                "return.differs",
                "what became of order " + document.number() + " is not what was sent: "
                        + String.join("; ", differences),
                "Compare the order and its invoices with the order in the service system; correct the one that is wrong");
    }

    static Problem doubledOrder(DeliveredDocument document, List<String> pieces) {
        return problem(
                "return.doubled",
                "order " + document.key().order().number() + " was sent once as order " + document.number()
                        + ", and there is more of it than was sent: " + String.join(", ", pieces),
                "Cancel or credit what is too much in the accounting system before the customer pays it");
    }

    static Problem orderCancelled(DeliveredDocument document) {
        return problem(
                "return.cancelled",
                "order " + document.number() + " was cancelled in the accounting system: it is not invoiced",
                "Send the order again if it shall be invoiced; else cancel it in the service system");
    }

    static Problem orderGone(DeliveredDocument document) {
        return problem(
                "return.gone",
                "order " + document.number() + " is no longer in the accounting system, and no invoice of it is known",
                "Ask who removed it; send the order again if it shall be invoiced");
    }

    static Problem invoiceUnknown(DeliveredDocument document) {
        return problem(
                "return.invoice-unknown",
                "order " + document.number() + " counts as invoiced in the accounting system, but its invoice was not"
                        + " found",
                "Look for the invoice in the accounting system; if there is none, send the order again");
    }

    static Problem notInvoiced(DeliveredDocument document, Standing standing, long days) {
        return problem(
                "return.not-invoiced",
                "order " + document.number() + " has not been " + (standing == Standing.PARTLY ? "wholly " : "")
                        + "invoiced for " + days + " days",
                "Invoice the order in the accounting system, or cancel it there");
    }

    static Problem unexpected(Unbound transfer, Target madeAs, String number) {
        boolean retryFindsIt =
                transfer.state() == TransferState.EXHAUSTED || transfer.state() == TransferState.IN_DOUBT;
        return problem(
                "return.unexpected",
                word(madeAs) + number + " carries the reference of order "
                        + transfer.key().order().number() + ", which counts as not delivered ("
                        + transfer.state() + ")",
                retryFindsIt
                        ? "Retry the transfer so that it finds it, or cancel it there"
                        : "Cancel it in the accounting system, or mark the order as invoiced in the service"
                                + " system");
    }

    private static Problem problem(String cause, String reason, String remedy) {
        return Problem.of(cause, Stage.RETURN, reason, remedy);
    }
}
