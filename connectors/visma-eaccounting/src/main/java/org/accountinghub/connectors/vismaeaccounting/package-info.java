/** Visma eAccounting over its REST API v2: settings, client, verdicts, deliveries, returns and consent. */
@NullMarked
package org.accountinghub.connectors.vismaeaccounting;

import org.jspecify.annotations.NullMarked;
