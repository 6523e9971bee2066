/** One transfer's way to the partner: read, freeze, intend, call, conclude. */
@NullMarked
package org.accountinghub.routes.engine.delivery;

import org.jspecify.annotations.NullMarked;
