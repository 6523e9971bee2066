/** Bodies of Visma eAccounting's REST API v2, as far as the hub writes and reads them. */
@NullMarked
package org.accountinghub.mappings.vismaeaccounting.wire;

import org.jspecify.annotations.NullMarked;
