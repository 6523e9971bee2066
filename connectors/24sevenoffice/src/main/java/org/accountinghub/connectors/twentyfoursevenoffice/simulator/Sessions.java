package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who is logged in: a session ends when nothing was asked in it for a while, or with the person's rights. */
final class Sessions {

    static final String COOKIE = "ASP.NET_SessionId";

    private record Session(String tenant, Instant used) {}

    private final Map<String, Session> sessions = new HashMap<>();
    private Duration idle = Duration.ofMinutes(20);
    private int counter;

    /** How long a session lives without being used. */
    void idle(Duration time) {
        idle = time;
    }

    /** 24 characters, as ASP.NET makes them. */
    String open(String tenant, Instant now) {
        String id = "sim%021d".formatted(++counter);
        sessions.put(id, new Session(tenant, now));
        return id;
    }

    /** The tenant of a request's session; using it keeps it alive. */
    Optional<String> tenant(Optional<String> cookies, Instant now) {
        return cookies.flatMap(Sessions::id)
                .flatMap(id -> Optional.ofNullable(sessions.get(id))
                        .filter(session -> session.used().plus(idle).isAfter(now))
                        .map(session -> {
                            sessions.put(id, new Session(session.tenant(), now));
                            return session.tenant();
                        }));
    }

    void end(String tenant) {
        sessions.values().removeIf(session -> session.tenant().equals(tenant));
    }

    private static Optional<String> id(String cookies) {
        for (String cookie : cookies.split(";")) {
            String[] pair = cookie.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equals(COOKIE)) {
                return Optional.of(pair[1]);
            }
        }
        return Optional.empty();
    }
}
