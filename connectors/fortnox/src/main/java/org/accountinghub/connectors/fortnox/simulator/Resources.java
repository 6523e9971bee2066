package org.accountinghub.connectors.fortnox.simulator;

import java.util.Map;

/** The resources of the API, for requests by path and for the book-keeper by name. */
record Resources(
        CustomerResource customers,
        ArticleResource articles,
        InvoiceResource invoices,
        PaymentResource payments,
        OrderResource orders,
        TaxReductionResource taxReductions,
        InvoiceActions actions,
        OrderActions orderActions,
        OrderInvoicing invoicing) {

    static Resources of(Effects effects) {
        DocumentDraft draft = new DocumentDraft(DocumentKind.INVOICE, effects.clock());
        DocumentDraft orders = new DocumentDraft(DocumentKind.ORDER, effects.clock());
        OrderActions orderActions = new OrderActions(effects);
        OrderInvoicing invoicing = new OrderInvoicing(orders, draft, effects);
        InvoiceActions actions = new InvoiceActions(draft, effects);
        return new Resources(
                new CustomerResource(effects),
                new ArticleResource(effects),
                new InvoiceResource(draft, actions, effects),
                new PaymentResource(actions, effects),
                new OrderResource(orders, orderActions, invoicing, effects),
                new TaxReductionResource(effects),
                actions,
                orderActions,
                invoicing);
    }

    Map<String, Resource> byPath() {
        return Map.ofEntries(
                Map.entry("customers", customers),
                Map.entry("articles", articles),
                Map.entry("invoices", invoices),
                Map.entry("orders", orders),
                Map.entry("taxreductions", taxReductions),
                Map.entry("invoicepayments", payments),
                Map.entry(
                        CompanyResource.INFORMATION,
                        new CompanyResource(CompanyResource.INFORMATION, "companyinformation")),
                Map.entry(
                        CompanyResource.FINANCIAL_YEARS,
                        new CompanyResource(CompanyResource.FINANCIAL_YEARS, "bookkeeping")),
                Map.entry(
                        CompanyResource.COST_CENTRES, new CompanyResource(CompanyResource.COST_CENTRES, "costcenter")),
                Map.entry(
                        CompanyResource.LOCKED_PERIOD, new CompanyResource(CompanyResource.LOCKED_PERIOD, "settings")));
    }
}
