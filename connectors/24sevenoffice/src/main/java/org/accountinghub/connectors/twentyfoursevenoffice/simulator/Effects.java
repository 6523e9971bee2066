package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.testkit.partner.Book;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.Product;

/** Writes into the book what happened. An order goes by its order id, an invoice by its invoice id, an article by its number. */
final class Effects {

    static final String BY_HAND = "by hand";

    private final Book book;
    private final InstantSource clock;

    Effects(Book book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
    }

    void customer(OfficeCompany tenant, Action action, Company company, String requestId) {
        add(
                tenant,
                "customer",
                action,
                company.getId().toString(),
                Optional.ofNullable(company.getExternalId()).orElse(""),
                "",
                Map.of(),
                requestId);
    }

    void article(OfficeCompany tenant, Action action, Product product, String requestId) {
        add(
                tenant,
                "article",
                action,
                Optional.ofNullable(product.getNo()).orElseGet(product.getId()::toString),
                Optional.ofNullable(product.getNo()).orElse(""),
                "",
                Map.of(),
                requestId);
    }

    void order(OfficeCompany tenant, Action action, InvoiceOrder document, String requestId) {
        document(tenant, "order", action, document.getOrderId(), document, requestId);
    }

    void invoice(OfficeCompany tenant, Action action, InvoiceOrder document, String requestId) {
        document(tenant, "invoice", action, document.getInvoiceId(), document, requestId);
    }

    private void document(
            OfficeCompany tenant, String kind, Action action, Integer number, InvoiceOrder document, String requestId) {
        Arithmetic sums = Arithmetic.of(document, tenant);
        add(
                tenant,
                kind,
                action,
                number.toString(),
                Optional.ofNullable(document.getReferenceNumber()).orElse(""),
                document.getCustomerId().toString(),
                Map.of("Net", sums.net(), "TotalVAT", sums.vat(), "Total", sums.total(), "RoundOff", sums.roundOff()),
                requestId);
    }

    private void add(
            OfficeCompany tenant,
            String kind,
            Action action,
            String number,
            String reference,
            String customer,
            Map<String, BigDecimal> amounts,
            String requestId) {
        book.add(sequence -> new Effect(
                sequence,
                clock.instant(),
                tenant.id(),
                kind,
                action,
                number,
                reference,
                customer,
                amounts,
                amounts.isEmpty() ? "" : tenant.currency(),
                requestId));
    }
}
