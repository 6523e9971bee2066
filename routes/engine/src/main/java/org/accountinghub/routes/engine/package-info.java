/** The transfer engine: when things move and what happens when they don't, in plain Java over ports. */
@NullMarked
package org.accountinghub.routes.engine;

import org.jspecify.annotations.NullMarked;
