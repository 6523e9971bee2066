package org.accountinghub.mappings.fortnox.wire;

import java.util.Optional;

/**
 * Whose books these are.
 *
 * @param databaseNumber Fortnox's tenant id
 */
public record CompanyInformation(Optional<String> databaseNumber) {

    /** {@code {"CompanyInformation":{…}}}. */
    public record Body(CompanyInformation companyInformation) {}
}
