/** What columns mean: headers, values, and everything that stands against a row. */
@NullMarked
package org.accountinghub.routes.uploads.row;

import org.jspecify.annotations.NullMarked;
