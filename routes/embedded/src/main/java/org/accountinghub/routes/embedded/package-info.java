/** The data folder and the rules every part that runs inside or beside the hub shares. */
@NullMarked
package org.accountinghub.routes.embedded;

import org.jspecify.annotations.NullMarked;
