/** Two invented Swedish service companies with difficult customers, articles and orders; the same on every run. */
@NullMarked
package org.accountinghub.routes.demo.data;

import org.jspecify.annotations.NullMarked;
