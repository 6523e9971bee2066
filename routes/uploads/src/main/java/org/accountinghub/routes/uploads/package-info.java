/** Registers that people upload as files: received, checked, written in the background. */
@NullMarked
package org.accountinghub.routes.uploads;

import org.jspecify.annotations.NullMarked;
