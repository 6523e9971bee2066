package org.accountinghub.routes.operations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ApiKeysTest {

    private final ApiKeys keys = new ApiKeys("right");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness", "/callback"})
    void healthAndTheEndOfAConsentAreOpen(String path) throws ServletException, IOException {
        keys.doFilter(request(path, path), response, chain);
        assertThat(chain.getRequest()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/transfers",
                "/api/nothing",
                "/actuator/prometheus",
                "/actuator/health/db",
                "/callback/more"
            })
    void everythingElseIsClosed(String path) throws ServletException, IOException {
        keys.doFilter(request(path, path), response, chain);
        assertRefused();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health/../../api/transfers",
                "/actuator/health/..;/..;/api/transfers",
                "/callback/../api/transfers",
                "/callback;x=/../api/transfers"
            })
    void aPathDressedUpAsAnOpenOneIsClosed(String raw) throws ServletException, IOException {
        keys.doFilter(request(raw, "/api/transfers"), response, chain);
        assertRefused();
    }

    @Test
    void theKeyLetsInAndSaysWhoAsks() throws ServletException, IOException {
        MockHttpServletRequest request = request("/api/transfers", "/api/transfers");
        request.addHeader("Authorization", "Bearer right");
        keys.doFilter(request, response, chain);
        assertThat(chain.getRequest()).isNotNull();
        assertThat(request.getAttribute(ApiKeys.WHO)).isEqualTo("administrator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer", "right", "Basic right", "Bearer right right", ""})
    void anotherKeyDoesNot(String header) throws ServletException, IOException {
        MockHttpServletRequest request = request("/api/transfers", "/api/transfers");
        request.addHeader("Authorization", header);
        keys.doFilter(request, response, chain);
        assertRefused();
    }

    private void assertRefused() throws IOException {
        assertThat(chain.getRequest()).isNull();
        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getContentAsString()).contains("administrator's key");
    }

    private static MockHttpServletRequest request(String raw, String dispatchedBy) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", raw);
        request.setServletPath(dispatchedBy);
        return request;
    }
}
