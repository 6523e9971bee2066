/** Tests of looking before sending. */
@NullMarked
package org.accountinghub.routes.engine.preview;

import org.jspecify.annotations.NullMarked;
