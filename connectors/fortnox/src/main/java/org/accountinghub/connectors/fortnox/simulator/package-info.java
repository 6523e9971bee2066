/**
 * A simulated Fortnox: companies, registers, money, tokens and limits as the real one answers them,
 * with a book of what really happened. Packaged apart from the connector.
 */
@NullMarked
package org.accountinghub.connectors.fortnox.simulator;

import org.jspecify.annotations.NullMarked;
