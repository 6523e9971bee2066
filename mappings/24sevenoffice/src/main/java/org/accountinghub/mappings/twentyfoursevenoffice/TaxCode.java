package org.accountinghub.mappings.twentyfoursevenoffice;

import java.util.Optional;

/**
 * A tax code of the company, which overrides what the product says (documented; "TaxSettings" of a row).
 *
 * @param code as the account service lists it
 * @param account the tax account, where the company wants it said
 */
public record TaxCode(int code, Optional<Integer> account) {}
