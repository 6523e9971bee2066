/** The whole hub on real parts: database, broker, web server and a simulated accounting system. */
@NullMarked
package org.accountinghub.routes.app.endtoend;

import org.jspecify.annotations.NullMarked;
