/** A simulated 24SevenOffice: SOAP over HTTP, held against the contract. */
@NullMarked
package org.accountinghub.connectors.twentyfoursevenoffice.simulator;

import org.jspecify.annotations.NullMarked;
