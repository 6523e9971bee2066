package org.accountinghub.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.accountinghub.connectors.http.TokenTrial.Verdict;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Tokens;
import org.accountinghub.mappings.model.Problem;
import org.junit.jupiter.api.Test;

class TokenTrialTest {

    private static final Secret FIRST = new Secret("first");

    private final AtomicInteger renewals = new AtomicInteger();

    private final TokenTrial trial = new TokenTrial(new Tokens() {
        @Override
        public Secret current() {
            return FIRST;
        }

        @Override
        public Secret insteadOf(Secret refused) {
            return new Secret("renewal " + renewals.incrementAndGet());
        }
    });

    @Test
    void aRefusedTokenIsReplacedAndItsReplacementRefusedOnce() {
        assertThat(trial.wrote(FIRST, true)).isEqualTo(Verdict.REPLACED);
        assertThat(trial.wrote(new Secret("renewal 1"), true)).isEqualTo(Verdict.REFUSED_AGAIN);
        assertThat(renewals).hasValue(1);
    }

    @Test
    void aReplacementThatWasGoodOnceMayEndLater() {
        assertThat(trial.wrote(FIRST, true)).isEqualTo(Verdict.REPLACED);
        assertThat(trial.wrote(new Secret("renewal 1"), false)).isEqualTo(Verdict.GOOD);
        assertThat(trial.wrote(new Secret("renewal 1"), true)).isEqualTo(Verdict.REPLACED);
        assertThat(renewals).hasValue(2);
    }

    @Test
    void withoutAnotherTokenItThrowsAsTokensDo() {
        TokenTrial alone = new TokenTrial(new Tokens() {
            @Override
            public Secret current() {
                return FIRST;
            }

            @Override
            public Secret insteadOf(Secret refused) {
                throw new NoConsentException(
                        Problem.of("http.no-consent", Problem.Stage.CONNECTION, "No consent.", "Consent."));
            }
        });

        assertThatThrownBy(() -> alone.wrote(FIRST, true)).isInstanceOf(NoConsentException.class);
    }
}
