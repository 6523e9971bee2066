/** JSON over HTTP as connectors need it: one request per call, bounded, masked, and honest about what may have been sent. */
@NullMarked
package org.accountinghub.connectors.http;

import org.jspecify.annotations.NullMarked;
