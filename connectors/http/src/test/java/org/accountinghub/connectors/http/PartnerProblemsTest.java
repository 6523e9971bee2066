package org.accountinghub.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.accountinghub.connectors.spi.LimitReachedException;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.RateLimit;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.mappings.model.Problem;
import org.junit.jupiter.api.Test;

class PartnerProblemsTest {

    private static final PartnerProblems PROBLEMS = new PartnerProblems("books", "Some Books");
    private static final RateLimit LIMIT = new RateLimit("books", 1, Duration.ofSeconds(1));
    private static final Problem PROBLEM = PROBLEMS.connection("known", "It is known.", "Mend it.");

    @Test
    void whatWasNotSentIsTriedAgain() {
        Outcome outcome = PROBLEMS.notSent("refused");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Retry.class,
                        retry -> assertThat(retry.spendsAttempt()).isTrue());
        assertThat(outcome.problem().cause()).isEqualTo("books.unreachable");
        assertThat(outcome.problem().reason()).isEqualTo("Some Books could not be reached: refused.");
    }

    @Test
    void whatMayHaveBeenWrittenIsUncertainAndWhatWasAskedIsAskedAgain() {
        assertThat(PROBLEMS.noAnswer("gone", true)).isInstanceOf(Outcome.Uncertain.class);
        assertThat(PROBLEMS.noAnswer("gone", false)).isInstanceOf(Outcome.Retry.class);
        assertThat(PROBLEMS.unreadable("it is a page", true)).isInstanceOf(Outcome.Uncertain.class);
        assertThat(PROBLEMS.unreadable("it is a page", false)).isInstanceOf(Outcome.Retry.class);
        assertThat(PROBLEMS.outOfOrder("500", true)).isInstanceOf(Outcome.Uncertain.class);
        assertThat(PROBLEMS.outOfOrder("500", false)).isInstanceOf(Outcome.Retry.class);
    }

    @Test
    void neitherLimitsNorTokensSpendAnAttempt() {
        assertThat(new Outcome[] {
                    PROBLEMS.limited("this company", Duration.ofSeconds(5), "429"),
                    PROBLEMS.tokenExpired(),
                    PROBLEMS.notCalled(new LimitReachedException(LIMIT, Duration.ofSeconds(3)))
                })
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOfSatisfying(Outcome.Retry.class, retry -> {
                    assertThat(retry.spendsAttempt()).isFalse();
                    assertThat(retry.after()).isPresent();
                }));
    }

    @Test
    void withoutAConsentNobodyCalls() {
        assertThat(PROBLEMS.notCalled(new NoConsentException(PROBLEM))).isEqualTo(new Outcome.Blocked(PROBLEM));
        assertThat(PROBLEMS.notCalled(new TokenUnavailableException(PROBLEM)))
                .isEqualTo(new Outcome.Retry(PROBLEM, Optional.empty(), true));
    }

    @Test
    void aTokenOfNoCompanyIsOfNoUse() {
        assertThat(PROBLEMS.companyUnknown(new Reply.Failed<>(new Outcome.Blocked(PROBLEM))))
                .isInstanceOf(NoConsentException.class);
        assertThat(PROBLEMS.companyUnknown(new Reply.Failed<>(PROBLEMS.notSent("refused"))))
                .isInstanceOf(TokenUnavailableException.class);
        assertThat(PROBLEMS.companyUnknown(new Reply.Said<>("nothing"))).isInstanceOf(TokenUnavailableException.class);
    }
}
