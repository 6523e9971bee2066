package org.accountinghub.routes.flows;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.Test;

class FailureLineTest {

    private static final String SECRET = "191212121212";

    @Test
    void names_kinds_and_places_of_a_bug_but_not_its_words() {
        Throwable bug = new IllegalStateException(SECRET, new NullPointerException(SECRET));

        assertThat(FailureLine.of(bug))
                .matches(
                        "IllegalStateException at FailureLineTest.java:\\d+ <- NullPointerException at FailureLineTest.java:\\d+");
        assertThat(FailureLine.isOutage(bug)).isFalse();
    }

    @Test
    void names_the_database_s_reason_by_its_number() {
        SQLException refused = new SQLException("Key (number)=(" + SECRET + ") already exists", "23505");

        assertThat(FailureLine.of(refused))
                .contains("SQLException of SQL state 23505")
                .doesNotContain(SECRET);
    }

    @Test
    void repeats_what_the_broker_and_the_network_say() {
        JMSException away = new JMSException("no broker at tcp://somewhere");
        away.initCause(new ConnectException("refused"));
        Throwable wrapped = new CamelExecutionException(SECRET, null, new IllegalStateException(SECRET, away));

        assertThat(FailureLine.of(wrapped))
                .isEqualTo("JMSException (no broker at tcp://somewhere) <- ConnectException (refused)");
        assertThat(FailureLine.isOutage(wrapped)).isTrue();
    }

    @Test
    void says_something_of_a_failure_without_a_trace() {
        assertThat(FailureLine.of(new RolledBackException("transfer 1"))).isEqualTo("RolledBackException");
    }
}
