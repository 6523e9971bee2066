/** Puts the rooms together and starts them. */
@NullMarked
package org.accountinghub.routes.app;

import org.jspecify.annotations.NullMarked;
