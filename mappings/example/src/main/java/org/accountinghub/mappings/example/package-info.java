/** What documents look like at Example Books, a made-up accounting system: the smallest mapping, there to be copied. */
@NullMarked
package org.accountinghub.mappings.example;

import org.jspecify.annotations.NullMarked;
