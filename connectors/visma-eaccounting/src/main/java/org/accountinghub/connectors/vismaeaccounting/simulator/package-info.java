/** A simulated eAccounting: companies with their settings, articles and documents, consent, limits and refusals. */
@NullMarked
package org.accountinghub.connectors.vismaeaccounting.simulator;

import org.jspecify.annotations.NullMarked;
