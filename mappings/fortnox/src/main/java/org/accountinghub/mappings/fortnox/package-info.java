/** Translation between the hub's documents and Fortnox's: pure functions. */
@NullMarked
package org.accountinghub.mappings.fortnox;

import org.jspecify.annotations.NullMarked;
