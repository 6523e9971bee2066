package org.accountinghub.routes.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.accountinghub.routes.demo.data.DemoCompany;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoConnectionsTest {

    @Test
    void twoCompaniesOfOneSystemHaveTheirOwnSecrets() throws IOException {
        HttpServer simulator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        simulator.createContext("/", exchange -> {
            String tenant = exchange.getRequestURI().getPath().split("/")[2];
            byte[] answer = ("{\"settings\":{},\"secrets\":{\"api-key\":\"key-of-" + tenant + "\"},\"creates\":{}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        simulator.start();
        try {
            JsonNode addresses = JsonMapper.shared()
                    .valueToTree(Map.of(
                            "books",
                            Map.of(
                                    "admin",
                                    "http://localhost:" + simulator.getAddress().getPort() + "/")));
            List<DemoCompany> companies = DemoCompany.companies(2);
            Systems systems = Systems.of(addresses, List.of("books"), companies);

            assertThat(DemoConnections.environment(Path.of("demo"), 8080, companies, systems))
                    .containsEntry("DEMO_NORR_API_KEY", "key-of-710001")
                    .containsEntry("DEMO_SYD_API_KEY", "key-of-711001");
            assertThat(DemoConnections.file(companies, systems))
                    .contains("api-key: {env: DEMO_NORR_API_KEY}", "api-key: {env: DEMO_SYD_API_KEY}");
        } finally {
            simulator.stop(0);
        }
    }
}
