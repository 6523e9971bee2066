/** The engine's ports on PostgreSQL: transfers, connections, permits and returns in schema {@code hub}. */
@NullMarked
package org.accountinghub.routes.ledger;

import org.jspecify.annotations.NullMarked;
