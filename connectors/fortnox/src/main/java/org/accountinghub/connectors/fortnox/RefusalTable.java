package org.accountinghub.connectors.fortnox;

import static org.accountinghub.connectors.http.Refusal.blocked;
import static org.accountinghub.connectors.http.Refusal.rejected;
import static org.accountinghub.connectors.spi.Verdict.UNCERTAIN;

import java.util.List;
import java.util.Set;
import org.accountinghub.connectors.http.Refusal;

/**
 * Fortnox's error codes as the hub understands them, most particular first. Codes are from public clients and recordings; one
 * code may mean two things, which the message tells apart.
 */
final class RefusalTable {

    private static final String EMAIL_REMEDY =
            "Give the customer or the invoice an e-mail address in Fortnox and retry, or send it otherwise and dismiss the transfer.";

    static final List<Refusal> ALL = List.of(
            blocked(
                    "right-missing",
                    "The company's Fortnox licence or the consent lacks a right that the hub needs.",
                    "Check the company's licences in Fortnox and consent again with all the connection's scopes.",
                    2001101,
                    2001103,
                    2000663,
                    2001339),
            blocked(
                    "login-refused",
                    "Fortnox does not accept the connection's login.",
                    "Consent again: ./hub connections authorize NAME.",
                    2000310,
                    2000311,
                    2003275),
            new Refusal(
                    Set.of(1000003),
                    List.of(),
                    UNCERTAIN,
                    "out-of-order",
                    "",
                    "Fortnox reports an error of its own.",
                    "Wait: the hub tries again by itself. If it lasts, look at Fortnox's status page."),
            rejected(
                            "article-number-taken",
                            "article number",
                            "The article number is taken in Fortnox, perhaps by an article that was deleted: its number stays reserved.",
                            "Restore that article in Fortnox, or use another one on the order, and retry.",
                            2000637)
                    .saying("artikel", "article"),
            rejected(
                            "customer-name-missing",
                            "customer name",
                            "Fortnox wants a name for the customer.",
                            "Give the customer a name and retry.",
                            2000637)
                    .saying("namn", "name"),
            rejected(
                    "customer-number-taken",
                    "customer number",
                    "The customer number is taken in Fortnox, perhaps by a customer that was deleted: its number stays reserved.",
                    "Restore that customer in Fortnox, or give the customer another number.",
                    2000637),
            rejected(
                    "customer-unknown",
                    "customer number",
                    "Fortnox does not know the customer, or it was deleted there.",
                    "Send the customer again, then retry.",
                    2000433,
                    2000204),
            rejected(
                    "article-unknown",
                    "article number",
                    "Fortnox does not know an article of the order, or has it inactive.",
                    "Create or activate the article in Fortnox and retry.",
                    2000428,
                    2001302),
            rejected(
                    "account-unknown",
                    "account",
                    "Fortnox finds no income account for a row: neither its article nor the connection names one that exists.",
                    "Set an account on the article in Fortnox, or give the connection fallback-accounts that exist, and retry.",
                    2001304),
            rejected(
                            "financial-year-missing",
                            "document date",
                            "The document's date lies in a financial year that is not set up in Fortnox.",
                            "Create the financial year in Fortnox and retry.",
                            2000401,
                            2002141)
                    .saying("räkenskapsår", "financial year", "fiscal year"),
            rejected(
                    "period-locked",
                    "document date",
                    "The document's date lies in a period that is locked in Fortnox, or in a year that is not set up there.",
                    "Open the period or create the financial year in Fortnox and retry.",
                    2000401,
                    2002141),
            rejected(
                    "character-refused",
                    "text",
                    "A text holds a character that Fortnox refuses.",
                    "Remove unusual characters from the texts and retry.",
                    2000359),
            rejected(
                    "value-refused",
                    "",
                    "Fortnox refuses the form of a value: too long, or of the wrong kind.",
                    "Correct the value that Fortnox names and retry.",
                    2000106,
                    2000108,
                    2000134),
            rejected(
                    "cost-centre-inactive",
                    "cost centre",
                    "The cost centre is inactive in Fortnox.",
                    "Activate the cost centre in Fortnox, choose another, or let the connection leave such ones out (inactive-cost-centre), and retry.",
                    2000947),
            rejected(
                    "cost-centre-unknown",
                    "cost centre",
                    "Fortnox does not know the cost centre.",
                    "Create the cost centre in Fortnox, or choose another, and retry.",
                    2001160),
            rejected(
                    "project-unknown",
                    "project",
                    "Fortnox does not know the project.",
                    "Create the project in Fortnox and retry.",
                    2001161),
            rejected(
                    "payment-terms-unknown",
                    "payment terms",
                    "Fortnox does not know the terms of payment.",
                    "Create them in Fortnox, or choose others for the customer, and retry.",
                    2000429),
            rejected(
                    "unit-unknown",
                    "unit",
                    "Fortnox does not know the unit of a row.",
                    "Create the unit in Fortnox, or choose another, and retry.",
                    2000432),
            rejected(
                    "reverse-charge-mixed",
                    "VAT",
                    "Fortnox has the customer with reverse charge or export, and a row of the order has VAT.",
                    "Make the customer's VAT type in Fortnox and the VAT of the rows agree, and retry.",
                    2003115),
            rejected(
                    "document-closed",
                    "",
                    "A person has finished the document in Fortnox: booked, cancelled or delivered, it cannot be changed any more.",
                    "Look at the document in Fortnox: do what is missing there and dismiss the transfer, or retry when it is open again.",
                    2003124,
                    2003125,
                    2003126),
            rejected(
                    "row-incomplete",
                    "row",
                    "A row has a quantity but neither text nor article.",
                    "Give the row a description and retry.",
                    2003977),
            rejected(
                    "house-work-type-wrong",
                    "house work type",
                    "A row's kind of work does not go with the document's tax reduction, or is no longer valid.",
                    "Choose a kind of work that goes with the tax reduction on the row, and retry.",
                    2004021,
                    2004019,
                    2004020,
                    2003157),
            rejected(
                    "house-work-other-costs",
                    "house work",
                    "A row of other costs is marked as house work.",
                    "Take house work off the row, or give it the kind of work that it is, and retry.",
                    2002980),
            rejected(
                    "tax-reduction-currency",
                    "currency",
                    "Fortnox knows tax reduction in Swedish kronor only.",
                    "Invoice in kronor, or take the tax reduction off the order, and retry.",
                    2004018),
            rejected(
                    "tax-reduction-too-large",
                    "asked amount",
                    "More tax reduction is asked for than the document allows.",
                    "Look at who asks for how much on the document in Fortnox, correct it there, and dismiss the transfer.",
                    2003227,
                    2003228),
            rejected("email-missing", "e-mail", "Fortnox has no e-mail address to send the invoice to.", EMAIL_REMEDY)
                    .saying("e-postadress saknas", "saknar e-post", "e-mail address is missing", "no e-mail"),
            rejected(
                    "email-missing",
                    "e-mail",
                    "Fortnox has no e-mail address to send the invoice to.",
                    EMAIL_REMEDY,
                    2000725),
            rejected(
                    "e-invoice-impossible",
                    "e-invoice",
                    "The customer cannot take e-invoices, or Fortnox lacks what it needs to address them.",
                    "Complete the customer's e-invoice details in Fortnox and retry, or send the invoice otherwise and dismiss the transfer.",
                    2003280),
            rejected(
                    "request-refused",
                    "",
                    "Fortnox does not understand the request.",
                    "Report this as a defect of the hub's connector, with Fortnox's words.",
                    1000030,
                    1000031,
                    2000587,
                    2000588,
                    2000729,
                    2001392,
                    2001399,
                    2002115),
            rejected(
                            "tax-reduction-refused",
                            "tax reduction",
                            "Fortnox refuses the tax reduction.",
                            "Mend what Fortnox names and retry, or enter the tax reduction there and dismiss the transfer.")
                    .saying("skattereduktion", "tax reduction"));

    private RefusalTable() {}
}
