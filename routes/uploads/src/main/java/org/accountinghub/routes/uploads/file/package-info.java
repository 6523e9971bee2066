/** Files of tables, XLSX and CSV, read row by row within limits; what is hostile or broken is refused. */
@NullMarked
package org.accountinghub.routes.uploads.file;

import org.jspecify.annotations.NullMarked;
