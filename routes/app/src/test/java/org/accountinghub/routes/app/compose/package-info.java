/** Checks docker-compose.yml and what it starts, as far as that goes without a container engine. */
@NullMarked
package org.accountinghub.routes.app.compose;

import org.jspecify.annotations.NullMarked;
