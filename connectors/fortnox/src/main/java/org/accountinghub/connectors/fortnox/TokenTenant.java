package org.accountinghub.connectors.fortnox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.mappings.json.WireJson;
import tools.jackson.core.JacksonException;

/** The company that an access token is for, where the token says so: Fortnox's are JWTs with a claim for it. */
final class TokenTenant {

    private TokenTenant() {}

    /** Reads the claim without checking the signature: Fortnox does that. */
    static Optional<String> of(Secret token) {
        String[] parts = token.reveal().split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            String tenant = WireJson.mapper().readTree(claims).path("tenantId").asString("");
            return Optional.of(tenant).filter(text -> text.matches("\\d{1,12}"));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }
}
