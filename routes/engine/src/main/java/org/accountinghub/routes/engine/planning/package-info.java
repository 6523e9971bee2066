/** What makes transfers start and go on: collecting, dispatching, sweeping. */
@NullMarked
package org.accountinghub.routes.engine.planning;

import org.jspecify.annotations.NullMarked;
