/** Tests of the ledger on a real PostgreSQL. */
@NullMarked
package org.accountinghub.routes.ledger;

import org.jspecify.annotations.NullMarked;
