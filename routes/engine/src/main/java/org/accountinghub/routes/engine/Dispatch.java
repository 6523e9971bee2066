package org.accountinghub.routes.engine;

import java.time.Instant;

/** What the queue carries: which transfer, and which hand-over of it. Nothing else. */
public record Dispatch(long transferId, int dispatch, String connector, Instant dueAt) {}
