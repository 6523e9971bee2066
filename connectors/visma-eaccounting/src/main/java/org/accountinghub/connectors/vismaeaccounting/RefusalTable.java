package org.accountinghub.connectors.vismaeaccounting;

import static org.accountinghub.connectors.http.Refusal.blocked;
import static org.accountinghub.connectors.http.Refusal.rejected;

import java.util.List;
import org.accountinghub.connectors.http.Refusal;

/**
 * eAccounting's error codes as the hub understands them, most particular first. Codes are from Visma's developer pages; one
 * code may mean two things, which the message tells apart.
 */
final class RefusalTable {

    private static final String CONSENT = "Consent again: ./hub connections authorize NAME.";

    static final List<Refusal> ALL = List.of(
            rejected(
                            "personal-number-refused",
                            "Ssn",
                            "eAccounting does not accept a personal number of the tax reduction.",
                            "Correct the personal number in the service system and retry.",
                            2000,
                            4029)
                    .saying("social security", "ssn"),
            rejected(
                    "document-invalid",
                    "",
                    "eAccounting refuses the form of one or more fields.",
                    "Correct the fields that eAccounting names and retry.",
                    2000),
            rejected(
                    "record-unknown",
                    "",
                    "eAccounting does not know a customer, an article or another record that the document names.",
                    "Retry: the hub looks them up again. If it lasts, restore what eAccounting names.",
                    3000),
            rejected(
                    "financial-year-missing",
                    "document date",
                    "The document's date lies in a financial year that is not set up in eAccounting.",
                    "Create the financial year in eAccounting and retry.",
                    3001),
            rejected(
                    "account-unknown",
                    "account",
                    "eAccounting lacks an account that the article's coding uses.",
                    "Correct the coding or the chart of accounts in eAccounting and retry.",
                    3002),
            rejected(
                    "approval-right-missing",
                    "",
                    "The person who consented may not approve this in eAccounting.",
                    "Give that person the right to approve, or let another consent, and retry.",
                    3003),
            rejected(
                    "conflict",
                    "",
                    "eAccounting has this already, or something that stands against it.",
                    "Look at what eAccounting names, mend it there and retry.",
                    4000),
            rejected(
                    "not-deletable",
                    "",
                    "eAccounting does not delete what others depend on.",
                    "Do it in eAccounting.",
                    4001),
            rejected(
                            "orders-not-licensed",
                            "right order_standard",
                            "The company's eAccounting has no module for orders.",
                            "Activate the module in eAccounting, or let orders be sent directly as invoices, and retry.",
                            4002)
                    .saying("order_standard"),
            blocked(
                            "module-missing",
                            "The company's eAccounting lacks a module that the hub needs.",
                            "Activate the module that eAccounting names, then check the connection.",
                            4002)
                    .saying("no access to module"),
            rejected(
                    "document-refused",
                    "",
                    "eAccounting does not let this be created or changed.",
                    "Mend what eAccounting names and retry.",
                    4002,
                    4028,
                    4033),
            blocked(
                    "start-up-unfinished",
                    "The company has not finished eAccounting's start-up guide.",
                    "Finish the guide in eAccounting, then check the connection.",
                    4003),
            blocked(
                    "company-inactive",
                    "The company is not active in eAccounting.",
                    "Activate the company in eAccounting, then check the connection.",
                    4004),
            blocked("not-authorised", "eAccounting does not let this connection in.", CONSENT, 4005),
            blocked(
                    "right-missing",
                    "The consent lacks a right that the hub needs.",
                    "Consent again with all the connection's scopes: ./hub connections authorize NAME.",
                    4006),
            rejected(
                    "period-locked",
                    "document date",
                    "The document's date lies in a period that is locked in eAccounting.",
                    "Open the period in eAccounting and retry.",
                    4026));

    private RefusalTable() {}
}
