/** The simulated Example Books. */
@NullMarked
package org.accountinghub.connectors.example.simulator;

import org.jspecify.annotations.NullMarked;
