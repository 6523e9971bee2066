package org.accountinghub.connectors.testkit.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;

/** The integrations that may ask for tokens, and their secrets. */
public final class Clients {
    private static final String BASIC = "Basic ";

    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    public Clients(String id, String secret) {
        add(id, secret);
    }

    public void add(String id, String secret) {
        secrets.put(id, secret);
    }

    boolean knows(String id) {
        return secrets.containsKey(id);
    }

    /** Who proves to be one of them by Basic authentication. */
    Optional<String> calling(PartnerRequest request) {
        return request.header("Authorization")
                .filter(header -> header.startsWith(BASIC))
                .flatMap(header -> decoded(header.substring(BASIC.length())))
                .map(pair -> pair.split(":", 2))
                .filter(pair -> pair.length == 2 && pair[1].equals(secrets.get(pair[0])))
                .map(pair -> pair[0]);
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
