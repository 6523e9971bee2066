/** The vocabulary of a simulated partner: requests, effects and their book, faults on demand. */
@NullMarked
package org.accountinghub.connectors.testkit.partner;

import org.jspecify.annotations.NullMarked;
