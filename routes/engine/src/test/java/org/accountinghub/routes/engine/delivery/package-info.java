/** Tests of the delivery procedure, one behaviour each. */
@NullMarked
package org.accountinghub.routes.engine.delivery;

import org.jspecify.annotations.NullMarked;
