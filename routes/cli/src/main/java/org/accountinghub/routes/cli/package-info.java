/** The operators' command line. Speaks only to the hub's HTTP API. */
@NullMarked
package org.accountinghub.routes.cli;

import org.jspecify.annotations.NullMarked;
