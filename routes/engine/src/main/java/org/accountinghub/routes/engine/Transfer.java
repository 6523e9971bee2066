package org.accountinghub.routes.engine;

import java.time.Instant;
import java.util.Optional;
import org.accountinghub.mappings.model.Problem;

/**
 * One document on its way to one connection.
 *
 * @param dueAt when it moves next, if its state moves by itself
 * @param attempts spent so far: counted when an attempt starts and given back when it proves not to count (a limit, a
 *     blocked connection); back to none when a person retries
 * @param dispatch how often it was handed to the queue; a message with another number is stale
 * @param waitsFor the transfer that must be delivered first
 */
public record Transfer(
        long id,
        String connection,
        Subject subject,
        TransferState state,
        Instant dueAt,
        int attempts,
        int dispatch,
        Optional<Problem> problem,
        Optional<Long> waitsFor,
        Optional<String> requestedBy) {}
