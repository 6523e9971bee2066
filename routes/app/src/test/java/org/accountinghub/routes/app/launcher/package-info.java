/** Tests of the launcher, the file `hub` at the top of the project. */
@NullMarked
package org.accountinghub.routes.app.launcher;

import org.jspecify.annotations.NullMarked;
