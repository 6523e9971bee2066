package org.accountinghub.connectors.fortnox.simulator;

import org.accountinghub.connectors.testkit.partner.PartnerRequest;

/** One resource of the API, below {@code /3}. A method that the real one lacks is refused by {@link FortnoxApi}. */
interface Resource {
    /** The scope that a token needs for it. */
    String scope();

    /** The name of the path's number in the contract. */
    String numberName();

    Handled handle(FortnoxCompany company, PartnerRequest request, ApiPath path);
}
