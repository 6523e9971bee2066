/** All simulated partners as one server in a process of its own. */
@NullMarked
package org.accountinghub.connectors.sandbox;

import org.jspecify.annotations.NullMarked;
