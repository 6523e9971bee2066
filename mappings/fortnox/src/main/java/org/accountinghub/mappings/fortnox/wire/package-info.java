/** Fortnox's JSON as it is: read tolerantly, written strictly. */
@NullMarked
package org.accountinghub.mappings.fortnox.wire;

import org.jspecify.annotations.NullMarked;
