/** Registers on two sides kept alike: what is whose, what is copied where, imports, matching. */
@NullMarked
package org.accountinghub.routes.engine.registers;

import org.jspecify.annotations.NullMarked;
