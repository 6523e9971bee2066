package org.accountinghub.connectors.spi;

import java.time.Duration;
import java.time.Instant;

/**
 * One request and its answer, fit to be shown: secrets and personal numbers are masked, long texts are cut.
 *
 * @param operation what it was for, in the partner's terms: {@code POST /3/invoices}
 * @param uri with query, without user information
 * @param status HTTP status, or 0 when no answer was had
 * @param answer body, or why there was none
 */
public record Exchange(
        String operation, String uri, Instant at, Duration took, String request, int status, String answer) {}
