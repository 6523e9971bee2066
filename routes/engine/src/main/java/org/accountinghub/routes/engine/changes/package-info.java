/** Orders that change after they were sent: noticed by themselves, told once, dismissed by a person. */
@NullMarked
package org.accountinghub.routes.engine.changes;

import org.jspecify.annotations.NullMarked;
