/** Canonical documents: what the hub moves, free of any store, partner or framework. */
@NullMarked
package org.accountinghub.mappings.model;

import org.jspecify.annotations.NullMarked;
