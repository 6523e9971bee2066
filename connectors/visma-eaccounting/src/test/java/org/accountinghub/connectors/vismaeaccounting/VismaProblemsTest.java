package org.accountinghub.connectors.vismaeaccounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.accountinghub.connectors.http.Answer.Answered;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Verdict;
import org.accountinghub.mappings.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.MissingNode;

class VismaProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // status | code | message | verdict after a write | after a read | cause | field
                "400 | 2000 | DataModelValidationError | REJECTED | REJECTED | visma-eaccounting.document-invalid | ''",
                "400 | 2000 | Invalid social security number | REJECTED | REJECTED | visma-eaccounting.personal-number-refused | Ssn",
                "400 | 4029 | Ssn is not valid | REJECTED | REJECTED | visma-eaccounting.personal-number-refused | Ssn",
                "400 | 3000 | Article could not be found | REJECTED | REJECTED | visma-eaccounting.record-unknown | ''",
                "404 | 3000 | Article could not be found | REJECTED | REJECTED | visma-eaccounting.record-unknown | ''",
                "400 | 3001 | No fiscal year | REJECTED | REJECTED | visma-eaccounting.financial-year-missing | document date",
                "400 | 3002 | Account missing | REJECTED | REJECTED | visma-eaccounting.account-unknown | account",
                "400 | 3003 | May not approve | REJECTED | REJECTED | visma-eaccounting.approval-right-missing | ''",
                "409 | 4000 | Number already exists | REJECTED | REJECTED | visma-eaccounting.conflict | ''",
                "400 | 4001 | Others depend on it | REJECTED | REJECTED | visma-eaccounting.not-deletable | ''",
                "403 | 4002 | No access to module: order_standard | REJECTED | REJECTED | visma-eaccounting.orders-not-licensed | right order_standard",
                "403 | 4002 | No access to module: invoice_standard | BLOCKED | BLOCKED | visma-eaccounting.module-missing | ''",
                "403 | 4002 | The order is invoiced already | REJECTED | REJECTED | visma-eaccounting.document-refused | ''",
                "403 | 4003 | Start-up guide | BLOCKED | BLOCKED | visma-eaccounting.start-up-unfinished | ''",
                "403 | 4004 | Company inactive | BLOCKED | BLOCKED | visma-eaccounting.company-inactive | ''",
                "403 | 4005 | Not authorised | BLOCKED | BLOCKED | visma-eaccounting.not-authorised | ''",
                "403 | 4006 | No permission | BLOCKED | BLOCKED | visma-eaccounting.right-missing | ''",
                "400 | 4026 | Period is locked | REJECTED | REJECTED | visma-eaccounting.period-locked | document date",
                "429 | 4010 | Try again in 7 seconds. | RETRY | RETRY | visma-eaccounting.limit-reached | ''",
                "403 | 9999 | No | BLOCKED | BLOCKED | visma-eaccounting.forbidden | ''",
                "400 | 9999 | Something new | REJECTED | REJECTED | visma-eaccounting.refused | ''",
                "409 | 9999 | Something new | REJECTED | REJECTED | visma-eaccounting.refused | ''",
                "500 | 5000 | Unexpected | UNCERTAIN | RETRY | visma-eaccounting.out-of-order | ''",
                "500 | 3000 | Not found | UNCERTAIN | RETRY | visma-eaccounting.out-of-order | ''",
                "408 | 1 | Timeout | UNCERTAIN | RETRY | visma-eaccounting.out-of-order | ''"
            })
    void eachRefusalHasItsVerdict(
            int status, int code, String message, Verdict write, Verdict read, String cause, String field) {
        Answered answer = answer(
                status,
                "{\"ErrorCode\":%d,\"DeveloperErrorMessage\":\"%s\",\"ErrorId\":\"1\"}".formatted(code, message));

        assertThat(VismaProblems.refused(answer, true).verdict()).isEqualTo(write);
        assertThat(VismaProblems.refused(answer, false).verdict()).isEqualTo(read);
        Problem problem = VismaProblems.refused(answer, true).problem();
        assertThat(problem.cause()).isEqualTo(cause);
        assertThat(problem.field().orElse("")).isEqualTo(field);
        assertThat(problem.partnerSays())
                .hasValueSatisfying(words -> assertThat(words).contains(Integer.toString(code), message));
    }

    @Test
    void aMissingPageIsNotAMissingDocument() {
        Answered page = answer(404, "<html>not found</html>");
        Answered document = answer(404, "{\"ErrorCode\":3000,\"DeveloperErrorMessage\":\"gone\"}");

        assertThat(VismaProblems.saysAbsent(page)).isFalse();
        assertThat(VismaProblems.saysAbsent(document)).isTrue();
        assertThat(VismaProblems.refused(page, false)).isInstanceOf(Outcome.Blocked.class);
    }

    @Test
    void aLimitIsWaitedForToTheSecondInItsWords() {
        assertThat(wait("API calls quota exceeded! maximum admitted 600 per Minute. Try again in 55 seconds.", 0))
                .isEqualTo(Duration.ofSeconds(55));
        assertThat(wait("API calls quota exceeded! maximum admitted 600 per Minute. Try again in 1 second.", 30))
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(wait("Too many", 12)).isEqualTo(Duration.ofSeconds(12));
        assertThat(wait("Too many", 0)).isEqualTo(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 301})
    void pagesOfGatewaysAreUncertainAfterAWriteOnly(int status) {
        Answered answer = answer(status, "<html>gateway</html>");

        assertThat(VismaProblems.refused(answer, true)).isInstanceOf(Outcome.Uncertain.class);
        assertThat(VismaProblems.refused(answer, false)).isInstanceOf(Outcome.Retry.class);
    }

    private static Duration wait(String words, int header) {
        Answered answer = new Answered(
                429,
                header == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(header)),
                "{\"ErrorCode\":4010,\"DeveloperErrorMessage\":\"" + words + "\"}",
                MissingNode.getInstance(),
                Optional.empty());
        Outcome.Retry retry = (Outcome.Retry) VismaProblems.refused(answer, true);
        assertThat(retry.spendsAttempt()).isFalse();
        return retry.after().orElseThrow();
    }

    private static Answered answer(int status, String body) {
        return new Answered(status, Optional.empty(), body, MissingNode.getInstance(), Optional.empty());
    }
}
