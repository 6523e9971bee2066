/** Shows that each rule of the kit bites: a sound connector that passes all of it, and for each rule a bad one that does not. */
@NullMarked
package org.accountinghub.connectors.testkit.rules;

import org.jspecify.annotations.NullMarked;
