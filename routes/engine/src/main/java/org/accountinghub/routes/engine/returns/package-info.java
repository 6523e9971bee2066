/** What comes back from the partner: what became of delivered documents, held against what was sent, and told to the store. */
@NullMarked
package org.accountinghub.routes.engine.returns;

import org.jspecify.annotations.NullMarked;
