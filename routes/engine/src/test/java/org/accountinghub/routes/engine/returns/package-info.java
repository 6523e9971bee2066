/** Tests of what comes back. */
@NullMarked
package org.accountinghub.routes.engine.returns;

import org.jspecify.annotations.NullMarked;
