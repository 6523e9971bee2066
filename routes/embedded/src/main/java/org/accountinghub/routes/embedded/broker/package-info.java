/** A real, persistent Artemis broker inside the hub when it is given no address of another one. */
@NullMarked
package org.accountinghub.routes.embedded.broker;

import org.jspecify.annotations.NullMarked;
