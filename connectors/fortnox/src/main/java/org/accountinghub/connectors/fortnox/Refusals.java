package org.accountinghub.connectors.fortnox;

import static org.accountinghub.connectors.spi.Verdict.BLOCKED;
import static org.accountinghub.connectors.spi.Verdict.REJECTED;
import static org.accountinghub.connectors.spi.Verdict.UNCERTAIN;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.accountinghub.connectors.spi.Verdict;
import org.accountinghub.mappings.fortnox.wire.FortnoxFault;

/**
 * Fortnox's error codes as the hub understands them. The first that fits counts. Codes are from public clients and
 * recordings; one code may mean two things, which the message tells apart.
 */
final class Refusals {

    /**
     * One kind of refusal.
     *
     * @param says lower-case words of which the message holds one; none = any message
     * @param verdict {@link Verdict#UNCERTAIN} = out of order: RETRY after a read, UNCERTAIN after a write
     * @param field what is wrong, empty when no single field is
     */
    record Refusal(
            Set<Integer> codes,
            List<String> says,
            Verdict verdict,
            String cause,
            String field,
            String reason,
            String remedy) {

        boolean fits(FortnoxFault fault) {
            String message = fault.message().toLowerCase(Locale.ROOT);
            return fault.code().filter(codes::contains).isPresent()
                    && (says.isEmpty() || says.stream().anyMatch(message::contains));
        }

        Refusal saying(String... words) {
            return new Refusal(codes, List.of(words), verdict, cause, field, reason, remedy);
        }
    }

    private static final List<Refusal> TABLE = List.of(
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
                    "Consent again: hub connections authorize NAME.",
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
                    "cost-centre-refused",
                    "cost centre",
                    "The cost centre is unknown or inactive in Fortnox.",
                    "Activate the cost centre in Fortnox, or choose another, and retry.",
                    2000947,
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
                    "The rows' VAT does not go together with reverse charge.",
                    "Make the customer's VAT type in Fortnox and the VAT of the rows agree, and retry.",
                    2003115),
            rejected(
                    "document-closed",
                    "",
                    "The document in Fortnox is finished and cannot be changed, or its date does not allow it.",
                    "Look at the document in Fortnox.",
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
                    2002115));

    private Refusals() {}

    static Optional<Refusal> find(FortnoxFault fault) {
        return TABLE.stream().filter(refusal -> refusal.fits(fault)).findFirst();
    }

    private static Refusal rejected(String cause, String field, String reason, String remedy, Integer... codes) {
        return new Refusal(codes(codes), List.of(), REJECTED, cause, field, reason, remedy);
    }

    private static Refusal blocked(String cause, String reason, String remedy, Integer... codes) {
        return new Refusal(codes(codes), List.of(), BLOCKED, cause, "", reason, remedy);
    }

    private static Set<Integer> codes(Integer... codes) {
        return Arrays.stream(codes).collect(Collectors.toUnmodifiableSet());
    }
}
