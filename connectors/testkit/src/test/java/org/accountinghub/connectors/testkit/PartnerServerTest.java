package org.accountinghub.connectors.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.Call;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.Prepared;
import org.accountinghub.connectors.testkit.partner.SimulatedCompany;
import org.accountinghub.connectors.testkit.partner.SimulatedPartner;
import org.junit.jupiter.api.Test;

class PartnerServerTest {
    /** Answers with what it was asked. */
    private static final class Echo extends SimulatedPartner {
        Echo(String name) {
            super(name, new SimulatedClock(Instant.EPOCH));
            unrecorded();
        }

        @Override
        public SimulatedCompany company(String tenant) {
            throw new IllegalStateException("it only echoes");
        }

        @Override
        protected Prepared prepare(PartnerRequest request) {
            if (request.path().equals("/broken")) {
                throw new IllegalStateException("a bug in the simulator");
            }
            String heard = system() + " " + request.method() + " " + request.path() + " "
                    + request.parameter("q").orElse("-") + " "
                    + request.header("x-HEARD").orElse("-");
            return Prepared.only(new Call(request.path(), "", ""), Answer.of(203, "text/plain;charset=utf-8", heard));
        }

        @Override
        protected Answer failure(Call call, int status) {
            return Answer.empty(status);
        }

        @Override
        public void revokeConsent(String tenant) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected Optional<Answer> administer(PartnerRequest request) {
            return Optional.empty();
        }

        @Override
        public Map<String, String> paths() {
            return Map.of();
        }
    }

    @Test
    void eachPartnerAnswersBelowItsMountPoint() throws IOException, InterruptedException {
        Echo one = new Echo("one");
        try (PartnerServer server = PartnerServer.start("localhost", 0, Map.of("/one", one, "/two", new Echo("two")))) {
            assertThat(get(server, "/one/a/b%20c?q=%C3%A5+%26").body()).isEqualTo("one GET /a/b%20c å & yes");
            assertThat(get(server, "/two/a").body()).isEqualTo("two GET /a - yes");
            assertThat(get(server, "/two/a").statusCode()).isEqualTo(203);
            assertThat(get(server, "/three/a").statusCode()).isEqualTo(404);
            assertThat(get(server, "/one/broken").statusCode()).isEqualTo(500);
            assertThat(one.journal().counts()).isEqualTo(Map.of("/a/b%20c", 1));
        }
    }

    private static HttpResponse<String> get(PartnerServer server, String path)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.address() + path))
                                .header("X-Heard", "yes")
                                .build(),
                        BodyHandlers.ofString());
    }
}
