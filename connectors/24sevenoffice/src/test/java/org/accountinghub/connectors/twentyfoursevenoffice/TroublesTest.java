package org.accountinghub.connectors.twentyfoursevenoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.soap.SoapAnswer;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.APIException;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.ArrayOfInvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.SaveInvoicesResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What faults and the troubles of single items mean, after a write. */
class TroublesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ArgumentException: Customer 17 does not exist | customer-unknown
                    ArgumentException: The company with id 17 was not found | customer-unknown
                    Exception: Company is blocked for invoicing | customer-blocked
                    Exception: Product 99 is invalid | article-unknown
                    Exception: Department 4 does not exist | cost-centre-unknown
                    Exception: The VAT code is not valid for this account | vat-refused
                    Exception: The accounting period is closed | period-locked
                    InvalidOperationException: Date is in a locked period | period-locked
                    Exception: CompanyId is already in use | number-taken
                    SqlException: String or binary data would be truncated. | text-too-long
                    ArgumentException: Value cannot be null. Parameter name: CustomerId | refused
                    ValidationException: InvoiceRows is required | refused
                    """)
    void aRefusalOfAnItemMadeNothing(String words, String cause) {
        Outcome outcome = outcome(item(words, 0));
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertThat(outcome.problem().cause()).isEqualTo("24sevenoffice." + cause);
        assertThat(outcome.problem().partnerSays()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SqlException: Transaction was deadlocked on lock resources",
                "NullReferenceException: Object reference not set to an instance of an object.",
                "TimeoutException: Timeout expired.",
                "Exception: An unexpected error occurred",
                "Exception: Something nobody has ever seen",
                ":"
            })
    void whatNobodyKnowsIsNoPromiseThatNothingWasMade(String words) {
        assertThat(outcome(item(words, 0))).isInstanceOf(Outcome.Uncertain.class);
    }

    @Test
    void aRefusalWithAnOrderIdMadeSomething() {
        Outcome outcome = outcome(item("ArgumentException: Customer 17 does not exist", 4711));
        assertThat(outcome).isInstanceOf(Outcome.Uncertain.class);
        assertThat(outcome.problem().cause()).isEqualTo("24sevenoffice.half-made");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Server was unable to process request. ---> Not authenticated",
                "Session has expired",
                "No session",
                "You must log in first"
            })
    void aSessionThatIsGoneDidNothing(String words) {
        assertThat(fault(words)).isInstanceOf(Hearing.SessionGone.class);
        assertThat(item(words, 0)).isInstanceOf(Hearing.SessionGone.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UnauthorizedAccessException: Attempted to perform an unauthorized operation.",
                "Exception: You have no access to department 4",
                "SecurityException: Permission missing"
            })
    void aRightThatOneItemNeedsHoldsUpNothingElse(String words) {
        assertThat(outcome(item(words, 0))).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void theSameInAFaultIsTheSessionOrTheConnection() {
        assertThat(fault("Attempted to perform an unauthorized operation.")).isInstanceOf(Hearing.SessionGone.class);
        assertThat(outcome(fault("Access denied"))).isInstanceOf(Outcome.Blocked.class);
    }

    @Test
    void theQuarantineIsWaitedForWhereverItIsTold() {
        String words = "Limit exceeded by 1. Request is blocked. Quarantine ends at 2026-11-22 09:07:30";
        for (Hearing<SaveInvoicesResponse> heard :
                List.of(fault("Server was unable to process request. ---> " + words), item("Exception: " + words, 0))) {
            assertThat(heard)
                    .isInstanceOfSatisfying(
                            Hearing.Limited.class,
                            limited -> assertThat(limited.pause().toSeconds()).isEqualTo(450));
        }
    }

    @Test
    void aFaultOfTheServerMayHaveDoneIt() {
        assertThat(outcome(fault("Server was unable to process request. ---> Object reference not set")))
                .isInstanceOf(Outcome.Uncertain.class);
    }

    @Test
    void aRequestThatCouldNotBeReadDidNothing() {
        assertThat(outcome(
                        fault("Server was unable to read request. ---> There is an error in XML document (1, 400).")))
                .isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void aStackTraceIsNotShown() {
        APIException trouble = new APIException();
        trouble.setType("Exception");
        trouble.setMessage("Product 99 is invalid");
        trouble.setStackTrace("at Secret.Internals()");
        assertThat(hear(trouble, 0).toString()).doesNotContain("Internals");
    }

    private static Outcome outcome(Hearing<?> heard) {
        assertThat(heard).isInstanceOf(Hearing.Ill.class);
        return ((Hearing.Ill<?>) heard).outcome();
    }

    private static Hearing<SaveInvoicesResponse> item(String words, int orderId) {
        APIException trouble = new APIException();
        trouble.setType(words.substring(0, Math.max(0, words.indexOf(':'))));
        trouble.setMessage(words.substring(words.indexOf(':') + 1).strip());
        return hear(trouble, orderId);
    }

    private static Hearing<SaveInvoicesResponse> hear(APIException trouble, int orderId) {
        InvoiceOrder item = new InvoiceOrder();
        item.setAPIException(trouble);
        item.setOrderId(orderId);
        ArrayOfInvoiceOrder items = new ArrayOfInvoiceOrder();
        items.getInvoiceOrder().add(item);
        SaveInvoicesResponse answer = new SaveInvoicesResponse();
        answer.setSaveInvoicesResult(items);
        return Hearing.of(new SoapAnswer.Said<>(answer), Operation.SAVE_INVOICES, true, NOW);
    }

    private static Hearing<SaveInvoicesResponse> fault(String words) {
        return Hearing.of(
                new SoapAnswer.Faulted<>(500, Optional.empty(), "Server", words), Operation.SAVE_INVOICES, true, NOW);
    }
}
