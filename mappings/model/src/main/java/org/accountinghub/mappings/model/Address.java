package org.accountinghub.mappings.model;

/**
 * A postal address; unknown parts are empty.
 *
 * @param countryCode ISO 3166-1 alpha-2, upper case, or empty
 */
public record Address(String line1, String line2, String postalCode, String city, String countryCode) {}
