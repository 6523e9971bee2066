/** Tests of planning. */
@NullMarked
package org.accountinghub.routes.engine.planning;

import org.jspecify.annotations.NullMarked;
