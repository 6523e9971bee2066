/** The business flows as Camel routes, one file each, and what they do about errors. */
@NullMarked
package org.accountinghub.routes.flows;

import org.jspecify.annotations.NullMarked;
