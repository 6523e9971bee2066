/**
 * 24SevenOffice's documents and the translation both ways. The types in {@code soap} are generated from the WSDLs beside
 * this package; they are the only ones here that know nulls.
 */
@NullMarked
package org.accountinghub.mappings.twentyfoursevenoffice;

import org.jspecify.annotations.NullMarked;
