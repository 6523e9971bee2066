package org.accountinghub.connectors.fortnox.simulator;

/** What orders and invoices are called in the API, and where a company keeps them. */
enum DocumentKind {
    INVOICE("Invoice", "Kan inte hitta fakturan.", 2000434),
    ORDER("Order", "Kan inte hitta ordern.", 2000439);

    private final String wrapper;
    private final String missing;
    private final int missingCode;

    DocumentKind(String wrapper, String missing, int missingCode) {
        this.wrapper = wrapper;
        this.missing = missing;
        this.missingCode = missingCode;
    }

    String wrapper() {
        return wrapper;
    }

    /** As the book and the scopes name it: {@code invoice}. */
    String kind() {
        return this == INVOICE ? "invoice" : "order";
    }

    /** As paths and filters name them: {@code invoices}. */
    String plural() {
        return kind() + "s";
    }

    String rows() {
        return wrapper + "Rows";
    }

    String rowFields() {
        return this == INVOICE ? "row" : "orderrow";
    }

    String date() {
        return wrapper + "Date";
    }

    /** The customer's field with the address that documents of this kind are mailed to. */
    String mailField() {
        return "Email" + wrapper;
    }

    Register register(FortnoxCompany company) {
        return this == INVOICE ? company.invoices : company.orders;
    }

    int missingCode() {
        return missingCode;
    }

    Refusal refusal() {
        return Refusal.missing(missing, missingCode);
    }
}
