package org.accountinghub.connectors.fortnox.simulator;

import java.util.Map;

/** The resources of the API, for requests by path and for the book-keeper by name. */
record Resources(
        CustomerResource customers,
        ArticleResource articles,
        InvoiceResource invoices,
        PaymentResource payments,
        InvoiceActions actions) {

    static Resources of(Effects effects) {
        InvoiceDraft draft = new InvoiceDraft(effects.clock());
        InvoiceActions actions = new InvoiceActions(draft, effects);
        return new Resources(
                new CustomerResource(effects),
                new ArticleResource(effects),
                new InvoiceResource(draft, actions, effects),
                new PaymentResource(actions, effects),
                actions);
    }

    Map<String, Resource> byPath() {
        return Map.of(
                "customers",
                customers,
                "articles",
                articles,
                "invoices",
                invoices,
                "invoicepayments",
                payments,
                CompanyResource.INFORMATION,
                new CompanyResource(CompanyResource.INFORMATION, "companyinformation"),
                CompanyResource.FINANCIAL_YEARS,
                new CompanyResource(CompanyResource.FINANCIAL_YEARS, "bookkeeping"),
                CompanyResource.LOCKED_PERIOD,
                new CompanyResource(CompanyResource.LOCKED_PERIOD, "settings"));
    }
}
