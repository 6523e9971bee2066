package org.accountinghub.routes.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.resource.NoResourceFoundException;

class ApiErrorsTest {

    private final Desk desk = new Desk();

    @Test
    void anotherMethodNamesThePossibleOne() throws Exception {
        Ask refused = Ask.with(desk.pages(), HttpMethod.PUT, "/api/transfers");
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.detail()).contains("PUT", "GET");
    }

    @Test
    void anUnknownPageIsRefusedWithTheListOfThoseThatAreThere() throws Exception {
        ResponseEntity<Object> refused = new ApiErrors()
                .handleException(
                        new NoResourceFoundException(HttpMethod.GET, "/api/none", "api/none"),
                        new ServletWebRequest(new MockHttpServletRequest()));
        assertThat(refused).isNotNull();
        assertThat(refused.getStatusCode().value()).isEqualTo(404);
        assertThat(refused.getBody())
                .isInstanceOfSatisfying(
                        ProblemDetail.class,
                        problem -> assertThat(problem.getDetail()).contains("/api/openapi.yaml"));
    }

    @Test
    void aBodyThatIsNotJsonIsRefused() throws Exception {
        assertThat(Ask.post(desk.pages(), "/api/transfers/7/dismiss", "reason=x")
                        .status())
                .isEqualTo(400);
        assertThat(Ask.with(
                                desk.pages(),
                                post("/api/transfers/7/dismiss").content("x").contentType(MediaType.TEXT_PLAIN))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aBodyHasALength() throws Exception {
        String long64 = "{\"reason\":\"" + "x".repeat(RequestLimits.LONGEST_BODY) + "\"}";
        assertThat(Ask.post(desk.pages(), "/api/transfers/7/dismiss", long64).status())
                .isEqualTo(413);
        assertThat(Ask.with(desk.pages(), post("/api/transfers/7/retry").header("Transfer-Encoding", "chunked"))
                        .status())
                .isEqualTo(411);
    }

    @Test
    void aDatabaseThatIsAwayIsNotTheCallersFault() throws Exception {
        desk.fails = true;
        desk.failure = new IllegalStateException(new SQLTransientConnectionException("pool is empty"));
        Ask refused = Ask.get(desk.pages(), "/api/overview");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.detail()).contains("database");
    }

    @Test
    void aFailureTellsNothingOfTheInside() throws Exception {
        desk.fails = true;
        Ask failed = Ask.get(desk.pages(), "/api/overview");
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.text()).doesNotContain("not to be seen", "Exception", "at org.");
    }
}
