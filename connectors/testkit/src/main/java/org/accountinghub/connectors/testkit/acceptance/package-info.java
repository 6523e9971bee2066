/** The acceptance tests that every connector passes against its simulated partner. */
@NullMarked
package org.accountinghub.connectors.testkit.acceptance;

import org.jspecify.annotations.NullMarked;
