package org.accountinghub.routes.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in who brings an API key as {@code Authorization: Bearer KEY}; denies by default. Open to all are the health
 * pages and the page to which a partner sends the browser back after a consent, which is guarded by its own state value.
 */
public final class ApiKeys extends OncePerRequestFilter {

    /** Request attribute with the name of who asks, for the audit trail. */
    public static final String WHO = "org.accountinghub.who";

    /** Compared with the normalised path, by which requests are dispatched; the raw one can be dressed up. */
    private static final Set<String> OPEN =
            Set.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness", ConsentPage.PATH);

    private static final String SCHEME = "Bearer ";

    private final byte[] administratorKeyHash;

    public ApiKeys(String administratorKey) {
        this.administratorKeyHash = sha256(administratorKey);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return OPEN.contains(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isAdministrator(request.getHeader("Authorization"))) {
            request.setAttribute(WHO, "administrator");
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer");
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write(("{\"status\":401,\"title\":\"Unauthorized\",\"detail\":\"Send the administrator's key as"
                                + " 'Authorization: Bearer KEY'; the embedded hub keeps it in administrator.key of its"
                                + " data directory.\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private boolean isAdministrator(@Nullable String header) {
        return header != null
                && header.startsWith(SCHEME)
                && MessageDigest.isEqual(
                        sha256(header.substring(SCHEME.length()).strip()), administratorKeyHash);
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
