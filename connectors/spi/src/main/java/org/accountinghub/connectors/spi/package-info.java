/** What a connector implements, and what the hub gives it: plain values and small ports. */
@NullMarked
package org.accountinghub.connectors.spi;

import org.jspecify.annotations.NullMarked;
