/** What the engine needs from the outside: the ledger, the service system's store, the queue. */
@NullMarked
package org.accountinghub.routes.engine.port;

import org.jspecify.annotations.NullMarked;
