/** The rules that keep the rooms apart, and the names and sizes of what is in them. */
@NullMarked
package org.accountinghub.routes.app.architecture;

import org.jspecify.annotations.NullMarked;
