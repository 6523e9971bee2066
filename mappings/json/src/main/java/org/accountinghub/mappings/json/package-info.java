/** How wire types become JSON and come back from it; any accounting system's whose JSON is alike. */
@NullMarked
package org.accountinghub.mappings.json;

import org.jspecify.annotations.NullMarked;
