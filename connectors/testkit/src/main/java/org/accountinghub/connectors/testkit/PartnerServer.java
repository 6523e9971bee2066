package org.accountinghub.connectors.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import org.accountinghub.connectors.testkit.partner.Reply;
import org.accountinghub.connectors.testkit.partner.SimulatedPartner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives simulated partners an HTTP address: one WireMock server, each partner below its mount point.
 * WireMock's own journal is off, so memory does not grow with the number of requests.
 */
public final class PartnerServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerServer.class);
    private static final int THREADS = 100;

    private final WireMockServer server;
    private final String host;

    private PartnerServer(WireMockServer server, String host) {
        this.server = server;
        this.host = host;
    }

    /** Starts on a port of this machine, 0 = any free one; mount points are {@code ""} or begin with a slash. */
    public static PartnerServer start(String host, int port, Map<String, SimulatedPartner> mounts) {
        WireMockConfiguration options = WireMockConfiguration.options()
                .bindAddress(host)
                .disableRequestJournal()
                .gzipDisabled(true)
                .containerThreads(THREADS)
                .jettyStopTimeout(200L)
                .extensions(new Handover(Map.copyOf(mounts)));
        WireMockServer server = new WireMockServer(port == 0 ? options.dynamicPort() : options.port(port));
        server.stubFor(any(anyUrl()).willReturn(aResponse()));
        server.start();
        return new PartnerServer(server, host);
    }

    public URI address() {
        return URI.create("http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + server.port());
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Hands each request to the partner that it is for. */
    private record Handover(Map<String, SimulatedPartner> mounts) implements ResponseDefinitionTransformerV2 {
        @Override
        public String getName() {
            return "partner";
        }

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            Request request = event.getRequest();
            String path = URI.create(request.getUrl()).getRawPath();
            return mounts.entrySet().stream()
                    .filter(mount -> path.startsWith(mount.getKey() + "/"))
                    .findFirst()
                    .map(mount -> answer(mount.getKey(), mount.getValue(), request, event))
                    .orElseGet(() -> aResponse().withStatus(404).build());
        }

        private static ResponseDefinition answer(
                String mount, SimulatedPartner partner, Request request, ServeEvent event) {
            try {
                return definition(partner.play(read(mount, partner, request, event)));
            } catch (RuntimeException e) {
                LOG.error("The simulator of {} failed", partner.system(), e);
                return aResponse().withStatus(500).withBody(e.toString()).build();
            }
        }

        private static PartnerRequest read(String mount, SimulatedPartner partner, Request request, ServeEvent event) {
            URI uri = URI.create(request.getUrl());
            String rawQuery = uri.getRawQuery();
            Map<String, String> headers = new HashMap<>();
            for (HttpHeader header : request.getHeaders().all()) {
                headers.put(header.key(), header.firstValue());
            }
            String body = request.getBodyAsString();
            return new PartnerRequest(
                    event.getId().toString(),
                    partner.clock().instant(),
                    request.getMethod().getName(),
                    uri.getRawPath().substring(mount.length()),
                    rawQuery == null ? Map.of() : PartnerRequest.decode(rawQuery),
                    headers,
                    body == null ? "" : body);
        }

        private static ResponseDefinition definition(Reply reply) {
            ResponseDefinitionBuilder builder = aResponse();
            if (!reply.delay().isZero()) {
                builder.withFixedDelay(Math.toIntExact(reply.delay().toMillis()));
            }
            if (reply.cut()) {
                return builder.withFault(Fault.EMPTY_RESPONSE).build();
            }
            reply.answer().headers().forEach((name, value) -> builder.withHeader(name, value));
            return builder.withStatus(reply.answer().status())
                    .withBody(reply.answer().body())
                    .build();
        }
    }
}
