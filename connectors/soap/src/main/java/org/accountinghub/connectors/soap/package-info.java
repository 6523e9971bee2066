/** SOAP as connectors need it: one request for each call, bounded, masked, and honest about what may have been sent. */
@NullMarked
package org.accountinghub.connectors.soap;

import org.jspecify.annotations.NullMarked;
