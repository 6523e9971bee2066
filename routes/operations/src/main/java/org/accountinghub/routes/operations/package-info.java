/** What operators see and do: HTTP API, health and metrics. */
@NullMarked
package org.accountinghub.routes.operations;

import org.jspecify.annotations.NullMarked;
