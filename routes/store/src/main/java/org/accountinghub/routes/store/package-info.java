/** The service system's store, through its contract: the only room that knows schema {@code service}. */
@NullMarked
package org.accountinghub.routes.store;

import org.jspecify.annotations.NullMarked;
