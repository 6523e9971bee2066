/** Tests of what people did by hand. */
@NullMarked
package org.accountinghub.routes.engine.byhand;

import org.jspecify.annotations.NullMarked;
