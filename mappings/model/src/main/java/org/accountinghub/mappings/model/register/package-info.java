/** Registers: customers and articles as fields that two sides hold, compare and change. */
@NullMarked
package org.accountinghub.mappings.model.register;

import org.jspecify.annotations.NullMarked;
