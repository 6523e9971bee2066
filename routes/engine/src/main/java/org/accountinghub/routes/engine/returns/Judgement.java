package org.accountinghub.routes.engine.returns;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.Comparison;
import org.accountinghub.mappings.model.Invoice;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.routes.engine.Standing;
import org.accountinghub.routes.engine.port.ReturnLedger.Became;
import org.accountinghub.routes.engine.port.ReturnLedger.DeliveredDocument;

/**
 * What an invoice at the partner means for the document that was sent.
 *
 * @param today in the connection's time zone
 * @param patience how old an invoice may become without being booked
 */
record Judgement(LocalDate today, Duration patience) {

    Became of(DeliveredDocument document, Invoice invoice) {
        Standing standing = Standing.of(invoice);
        Comparison comparison = Comparison.of(document.sent(), invoice);
        return new Became(
                standing,
                Optional.of(invoice),
                comparison.explained(),
                problem(standing, invoice, differences(document, invoice, comparison)));
    }

    static Became gone(DeliveredDocument document) {
        return new Became(Standing.GONE, Optional.empty(), List.of(), Optional.of(ReturnProblems.gone(document)));
    }

    private Optional<Problem> problem(Standing standing, Invoice invoice, List<String> differences) {
        if (standing == Standing.CANCELLED) {
            return Optional.of(ReturnProblems.cancelled(invoice));
        }
        if (!differences.isEmpty()) {
            return Optional.of(ReturnProblems.differs(invoice, differences));
        }
        long age = ChronoUnit.DAYS.between(invoice.date(), today);
        return standing == Standing.MADE && age > patience.toDays()
                ? Optional.of(ReturnProblems.notBooked(invoice, age))
                : Optional.empty();
    }

    private static List<String> differences(DeliveredDocument document, Invoice invoice, Comparison comparison) {
        List<String> differences = new ArrayList<>();
        document.customer()
                .filter(payer -> !payer.pays(invoice))
                .ifPresent(payer -> differences.add(
                        "sent to customer " + payer.number() + ", invoiced to customer " + invoice.customerNumber()));
        differences.addAll(comparison.differences());
        return differences;
    }
}
