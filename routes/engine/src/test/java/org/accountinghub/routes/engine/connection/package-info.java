/** Tests of connections: settings, tokens, consents, permits, blocking. */
@NullMarked
package org.accountinghub.routes.engine.connection;

import org.jspecify.annotations.NullMarked;
