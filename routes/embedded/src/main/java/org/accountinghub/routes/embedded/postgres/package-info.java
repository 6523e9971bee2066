/** A real PostgreSQL that the hub starts beside itself when it is given no address of another one. */
@NullMarked
package org.accountinghub.routes.embedded.postgres;

import org.jspecify.annotations.NullMarked;
