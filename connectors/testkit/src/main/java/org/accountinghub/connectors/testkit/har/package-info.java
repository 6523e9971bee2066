/** Records what simulators receive and answer, so that it can be held against a partner's contract. */
@NullMarked
package org.accountinghub.connectors.testkit.har;

import org.jspecify.annotations.NullMarked;
