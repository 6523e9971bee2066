/** Looking before sending: what would go where, and what stands against it. Sends nothing and writes nothing. */
@NullMarked
package org.accountinghub.routes.engine.preview;

import org.jspecify.annotations.NullMarked;
