/** Difficult documents that every mapping is tested with. */
@NullMarked
package org.accountinghub.mappings.samples;

import org.jspecify.annotations.NullMarked;
