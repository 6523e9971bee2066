/** Tests of noticing changes after sending. */
@NullMarked
package org.accountinghub.routes.engine.changes;

import org.jspecify.annotations.NullMarked;
