/** How to talk to Example Books, a made-up accounting system: the smallest connector that is whole, there to be copied. */
@NullMarked
package org.accountinghub.connectors.example;

import org.jspecify.annotations.NullMarked;
