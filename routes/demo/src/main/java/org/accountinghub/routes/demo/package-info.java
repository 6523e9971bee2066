/** The demo: a service company's orders travel to a simulated accounting system and back. Nothing depends on it. */
@NullMarked
package org.accountinghub.routes.demo;

import org.jspecify.annotations.NullMarked;
