/** How the hub talks to 24SevenOffice's SOAP web services. */
@NullMarked
package org.accountinghub.connectors.twentyfoursevenoffice;

import org.jspecify.annotations.NullMarked;
