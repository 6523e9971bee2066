/** What people did at the partner themselves, verified there before the hub counts it as done. */
@NullMarked
package org.accountinghub.routes.engine.byhand;

import org.jspecify.annotations.NullMarked;
