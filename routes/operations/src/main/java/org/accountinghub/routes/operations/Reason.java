package org.accountinghub.routes.operations;

import org.jspecify.annotations.Nullable;

/** Why an operator does something. */
public record Reason(@Nullable String reason) {}
