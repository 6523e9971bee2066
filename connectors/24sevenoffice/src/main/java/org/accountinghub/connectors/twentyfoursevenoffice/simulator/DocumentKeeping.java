package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.Company;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.Currency;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceRow;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.OrderSlipStateType;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.Product;
import org.jspecify.annotations.Nullable;

/** How documents are made and changed, by a request or by a person. */
final class DocumentKeeping {

    private final Effects effects;
    private final InstantSource clock;

    DocumentKeeping(Effects effects, InstantSource clock) {
        this.effects = effects;
        this.clock = clock;
    }

    /** A document that would be saved: its numbers, and what then happens. */
    record Entry(int orderId, Optional<Integer> invoiceId, Runnable commit) {}

    /** Checks a document and says what would become of it. */
    Entry prepare(OfficeCompany tenant, InvoiceOrder sent, String requestId) {
        if (sent.getOrderId() != null) {
            return update(tenant, sent, requestId);
        }
        check(tenant, sent);
        InvoiceOrder kept = InvoiceService.copy(sent);
        int rowId = 0;
        if (kept.getInvoiceRows() != null) {
            for (InvoiceRow row : kept.getInvoiceRows().getInvoiceRow()) {
                row.setRowId(++rowId);
                complete(tenant, row);
            }
        }
        kept.setOrderId(tenant.nextDocument());
        kept.setInvoiceId(null);
        if (kept.getCurrency() == null) {
            kept.setCurrency(new Currency());
            kept.getCurrency().setSymbol(tenant.currency());
        }
        Company customer =
                Optional.ofNullable(tenant.companies.get(kept.getCustomerId())).orElseThrow();
        kept.setCustomerName(customer.getName());
        if (kept.getPaymentTime() == null) {
            kept.setPaymentTime(Optional.ofNullable(customer.getPaymentTime())
                    .map(Short::intValue)
                    .orElse(14));
        }
        if (kept.getDateOrdered() == null) {
            kept.setDateOrdered(today());
        }
        boolean invoice = kept.getOrderStatus() == OrderSlipStateType.INVOICED;
        if (invoice) {
            invoiced(tenant, kept);
        } else {
            kept.setDateInvoiced(null);
        }
        totals(tenant, kept);
        return new Entry(kept.getOrderId(), Optional.ofNullable(kept.getInvoiceId()), () -> {
            kept.setDateChanged(now());
            tenant.documents.put(kept.getOrderId(), kept);
            tenant.registered.put(kept.getOrderId(), now());
            if (invoice) {
                effects.invoice(tenant, Action.CREATED, kept, requestId);
            } else {
                effects.order(tenant, Action.CREATED, kept, requestId);
            }
        });
    }

    /** Somebody, or a request that sets the state, makes an invoice of an order. */
    void invoice(OfficeCompany tenant, InvoiceOrder document, String requestId) {
        invoiced(tenant, document);
        document.setOrderStatus(OrderSlipStateType.INVOICED);
        document.setDateChanged(now());
        effects.order(tenant, Action.INVOICED, document, requestId);
        effects.invoice(tenant, Action.DERIVED, document, requestId);
    }

    void changed(InvoiceOrder document) {
        document.setDateChanged(now());
    }

    LocalDateTime today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).atStartOfDay();
    }

    private LocalDateTime now() {
        return OfficeCompany.moment(clock.instant());
    }

    private void invoiced(OfficeCompany tenant, InvoiceOrder document) {
        document.setInvoiceId(tenant.nextInvoice());
        document.setOCR("%09d".formatted(document.getInvoiceId()));
        if (document.getDateInvoiced() == null) {
            document.setDateInvoiced(today());
        }
    }

    void totals(OfficeCompany tenant, InvoiceOrder document) {
        Arithmetic sums = Arithmetic.of(document, tenant);
        document.setOrderTotalVat(sums.vat());
        document.setOrderTotalIncVat(sums.total());
    }

    /** An order can be changed until it is invoiced; rows are changed by people only here. */
    private Entry update(OfficeCompany tenant, InvoiceOrder sent, String requestId) {
        InvoiceOrder there = tenant.documents.get(sent.getOrderId());
        if (there == null) {
            throw ItemRefused.argument("OrderId " + sent.getOrderId() + " does not exist");
        }
        if (there.getInvoiceId() != null) {
            throw new ItemRefused("InvalidOperationException", "It is not possible to change an invoiced order");
        }
        checkTexts(sent);
        return new Entry(sent.getOrderId(), Optional.empty(), () -> {
            InvoiceOrder kept = InvoiceService.copy(sent);
            kept.setInvoiceRows(null);
            Merged.over(there, kept);
            kept.setDateChanged(now());
            tenant.documents.put(kept.getOrderId(), kept);
            effects.order(tenant, Action.UPDATED, kept, requestId);
            if (sent.getOrderStatus() == OrderSlipStateType.INVOICED) {
                invoice(tenant, kept, requestId);
            }
        });
    }

    private static void check(OfficeCompany tenant, InvoiceOrder sent) {
        Company customer =
                tenant.companies.get(Optional.ofNullable(sent.getCustomerId()).orElse(0));
        if (customer == null || tenant.deletedCompanies.contains(customer.getId())) {
            throw ItemRefused.argument("CustomerId " + sent.getCustomerId() + " does not exist");
        }
        if (Boolean.TRUE.equals(customer.isBlockInvoice())) {
            throw new ItemRefused("InvalidOperationException", "The customer is blocked for invoicing");
        }
        exists(tenant, "OurReference", sent.getOurReference());
        exists(tenant, "DepartmentId", sent.getDepartmentId());
        exists(tenant, "ProjectId", sent.getProjectId());
        checkTexts(sent);
        if (sent.getInvoiceRows() == null) {
            return;
        }
        for (InvoiceRow row : sent.getInvoiceRows().getInvoiceRow()) {
            ItemRefused.unlessFits(row.getName(), 300);
            exists(tenant, "DepartmentId", row.getDepartmentId());
            exists(tenant, "ProjectId", row.getProjectId());
            if (Arithmetic.priced(row)) {
                product(tenant, row);
            }
        }
    }

    private static void checkTexts(InvoiceOrder sent) {
        ItemRefused.unlessFits(sent.getReferenceNumber(), 50);
        ItemRefused.unlessFits(sent.getCustomerReferenceNo(), 50);
        ItemRefused.unlessFits(sent.getYourReference(), 50);
        ItemRefused.unlessFits(sent.getInvoiceTitle(), 300);
        ItemRefused.unlessFits(sent.getInvoiceText(), 750);
    }

    private static void exists(OfficeCompany tenant, String field, @Nullable Integer id) {
        if (id != null && !tenant.has(id)) {
            throw ItemRefused.argument(field + " " + id + " does not exist");
        }
    }

    private static Product product(OfficeCompany tenant, InvoiceRow row) {
        Product product =
                tenant.products.get(Optional.ofNullable(row.getProductId()).orElse(0));
        if (product == null || Integer.valueOf(0).equals(product.getStatusId())) {
            throw ItemRefused.argument("ProductId " + row.getProductId() + " does not exist");
        }
        return product;
    }

    /** What the service adds to a row: its product's number and the rate of VAT, which nobody can send. */
    private static void complete(OfficeCompany tenant, InvoiceRow row) {
        row.setVatRate(null);
        row.setProductNo(null);
        if (!Arithmetic.priced(row)) {
            return;
        }
        Product product = product(tenant, row);
        row.setProductNo(product.getNo());
        if (row.getName() == null) {
            row.setName(product.getName());
        }
        if (row.getTaxSettings() == null) {
            row.setVatRate(product.getTaxRate());
            return;
        }
        String rate = OfficeCompany.TAX_CODES.get(
                Optional.ofNullable(row.getTaxSettings().getTaxCode()).orElse(0));
        if (rate == null) {
            throw ItemRefused.argument("TaxCode " + row.getTaxSettings().getTaxCode() + " does not exist");
        }
        row.setVatRate(Optional.ofNullable(row.getTaxSettings().getTaxRate()).orElse(new BigDecimal(rate)));
    }
}
