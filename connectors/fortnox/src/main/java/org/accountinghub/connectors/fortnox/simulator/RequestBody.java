package org.accountinghub.connectors.fortnox.simulator;

import java.util.Locale;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes a document out of a request. */
final class RequestBody {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RequestBody() {}

    static ObjectNode read(PartnerRequest request, String wrapper) {
        if (!request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains("json")) {
            throw Refusal.of("Ogiltig Content-Type.", 1000031);
        }
        if (request.body().isBlank()) {
            throw Refusal.of("Ingen information angavs.", 2001392);
        }
        try {
            JsonNode body = JSON.readTree(request.body());
            if (body.path(wrapper) instanceof ObjectNode document && body.size() == 1) {
                return document;
            }
            throw Refusal.of("Ingen information angavs (" + wrapper + ").", 2001392);
        } catch (JacksonException e) {
            throw Refusal.of("Felaktig JSON.", 2002115);
        }
    }
}
