/** Connections to partners: opened connectors, tokens, permits, consents, and what happens when one is blocked. */
@NullMarked
package org.accountinghub.routes.engine.connection;

import org.jspecify.annotations.NullMarked;
