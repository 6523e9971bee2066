/** The engine in a world of lost answers, late commits, dying and sleeping workers, replayed from a seed. */
@NullMarked
package org.accountinghub.routes.engine.simulation;

import org.jspecify.annotations.NullMarked;
