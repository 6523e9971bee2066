package org.accountinghub.routes.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are longer than any the API knows, or that do not say how long they are. Uploaded files, which are
 * read as streams, may be longer than others.
 */
public final class RequestLimits extends OncePerRequestFilter {

    static final int LONGEST_BODY = 64 * 1024;

    private final long longestFile;

    /** @param longestFile bytes of an uploaded file */
    public RequestLimits(long longestFile) {
        this.longestFile = longestFile;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long longest = isFile(request) ? longestFile : LONGEST_BODY;
        if (request.getHeader("Transfer-Encoding") != null) {
            refuse(response, HttpServletResponse.SC_LENGTH_REQUIRED, "Send the body with its Content-Length.");
        } else if (request.getContentLengthLong() > longest) {
            refuse(
                    response,
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    "The body may have " + longest + " bytes at most.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isFile(HttpServletRequest request) {
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        return "POST".equals(request.getMethod()) && UploadsApi.PATH.equals(path);
    }

    private static void refuse(HttpServletResponse response, int status, String detail) throws IOException {
        response.setStatus(status);
        response.setHeader("Connection", "close");
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write("{\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(status, detail)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
