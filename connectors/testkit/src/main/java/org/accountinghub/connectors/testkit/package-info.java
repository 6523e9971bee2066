/** How a simulated partner is found and started. */
@NullMarked
package org.accountinghub.connectors.testkit;

import org.jspecify.annotations.NullMarked;
