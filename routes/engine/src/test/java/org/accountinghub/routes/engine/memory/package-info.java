/** The engine's ports in memory, as faithful to their documentation as the real ones must be. */
@NullMarked
package org.accountinghub.routes.engine.memory;

import org.jspecify.annotations.NullMarked;
