package org.accountinghub.connectors.twentyfoursevenoffice;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What 24SevenOffice's words mean, in a fault or beside an item. Its kinds of exception are not documented: the first
 * pattern that is found in kind and message counts, and what no pattern knows is no promise that nothing was made.
 */
final class Troubles {

    /** What is to be done about it. */
    enum Kind {
        /** Too many calls in an hour. */
        LIMIT,
        /** The session is not known, or not any more: nothing was done. */
        SESSION,
        /** The partner is out of order; it may have done something. */
        DISORDER,
        /** In a fault the session, beside an item a right. */
        UNAUTHORIZED,
        /** The hub's user may not do this: in a fault anything of the kind, beside an item with this document. */
        FORBIDDEN,
        /** The document is refused. */
        REFUSED,
        UNKNOWN
    }

    /**
     * One meaning.
     *
     * @param cause after {@code 24sevenoffice.}; empty where the kind says all
     */
    record Trouble(Kind kind, Pattern says, String cause, String field, String reason, String remedy) {}

    private static final List<Trouble> TABLE = List.of(
            of(Kind.LIMIT, "limit exceeded|quarantine|too many (calls|requests)"),
            of(
                    Kind.SESSION,
                    "session.{0,40}(expired|ended|timed out|invalid|missing|not found|not valid|abandoned)|(no|invalid|missing|expired) session"
                            + "|not (logged|signed) in|not authenticated|log ?in (first|required|again)|must log ?in|please log ?in"
                            + "|authentication (failed|required)"),
            of(Kind.UNAUTHORIZED, "unauthori[sz]ed"),
            refused(
                    "unable to read request|error in xml document|deseriali[sz]",
                    "request-unreadable",
                    "",
                    "24SevenOffice could not read what was sent.",
                    "Report this: the hub sent something that the web service does not know."),
            refused(
                    "would be truncated",
                    "text-too-long",
                    "",
                    "A text of the document is longer than 24SevenOffice takes.",
                    "Shorten the text that is too long, or set the connection's name-length."),
            of(
                    Kind.DISORDER,
                    "unable to process request|time ?out|deadlock|sqlexception|sql server|nullreference|object reference|internal (server )?error"
                            + "|unexpected error|outofmemory|temporar|unavailable|try again|maintenance"),
            of(Kind.FORBIDDEN, "access denied|no access|permission|licen[cs]e|module is not|forbidden"),
            refused(
                    "(period|year|vat term|date).{0,60}(locked|closed|not open|does not exist|not exist|invalid)|locked period",
                    "period-locked",
                    "DateInvoiced",
                    "The document's date lies in a period that 24SevenOffice has locked or does not have.",
                    "Open the period in 24SevenOffice, then retry; or invoice this order by hand."),
            refused(
                    "(customer|company|client).{0,60}(not found|does not exist|not exist|unknown|invalid|deleted|inactive)",
                    "customer-unknown",
                    "CustomerId",
                    "24SevenOffice does not have the customer, or has it inactive.",
                    "Look for the customer in 24SevenOffice; restore it, or bind ours to another one."),
            refused(
                    "(customer|company).{0,60}block|block.{0,20}invoice",
                    "customer-blocked",
                    "CustomerId",
                    "The customer is blocked for invoicing in 24SevenOffice.",
                    "Unblock the customer in 24SevenOffice, or invoice another one."),
            refused(
                    "product.{0,60}(not found|does not exist|not exist|unknown|invalid|inactive|expired)",
                    "article-unknown",
                    "ProductId",
                    "24SevenOffice does not have a product of the document, or has it expired.",
                    "Create or activate the product in 24SevenOffice, then retry."),
            refused(
                    "(department|project).{0,60}(not found|does not exist|not exist|unknown|invalid|inactive|closed)",
                    "cost-centre-unknown",
                    "DepartmentId",
                    "24SevenOffice does not have a department or project of the document.",
                    "Correct the connection's departments and projects, or the cost centre."),
            refused(
                    "(vat|tax).{0,60}(not found|does not exist|not exist|unknown|invalid|not allowed|not valid)",
                    "vat-refused",
                    "TaxSettings",
                    "24SevenOffice refuses the VAT of a row.",
                    "Correct the connection's tax codes or the product's VAT in 24SevenOffice."),
            refused(
                    "(id|number|externalid).{0,60}(already|taken|in use|exists|duplicate|unique)|duplicate|already (exists|in use|taken)",
                    "number-taken",
                    "Id",
                    "24SevenOffice has given the number to something else.",
                    "Compare both systems, then correct the number."),
            refused(
                    "validation|argumentexception|formatexception|required|mandatory|invalid|not valid|must (be|have|not)|cannot be|too long|length|out of range|not found|does not exist|missing",
                    "refused",
                    "",
                    "24SevenOffice refuses the document.",
                    "Mend what 24SevenOffice names and retry."));

    private static final Trouble UNKNOWN = of(Kind.UNKNOWN, "");

    private Troubles() {}

    static Trouble of(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return TABLE.stream()
                .filter(trouble -> trouble.says().matcher(lower).find())
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static Trouble of(Kind kind, String says) {
        return new Trouble(kind, Pattern.compile(says), "", "", "", "");
    }

    private static Trouble refused(String says, String cause, String field, String reason, String remedy) {
        return new Trouble(Kind.REFUSED, Pattern.compile(says), cause, field, reason, remedy);
    }
}
