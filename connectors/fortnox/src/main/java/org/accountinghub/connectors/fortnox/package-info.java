/** How to talk to Fortnox: client, verdicts, settings, and one class for each thing that is delivered or read. */
@NullMarked
package org.accountinghub.connectors.fortnox;

import org.jspecify.annotations.NullMarked;
