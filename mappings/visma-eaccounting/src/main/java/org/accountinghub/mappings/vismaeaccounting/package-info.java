/** Visma eAccounting's documents: wire types in {@code wire}, the translation both ways here. */
@NullMarked
package org.accountinghub.mappings.vismaeaccounting;

import org.jspecify.annotations.NullMarked;
