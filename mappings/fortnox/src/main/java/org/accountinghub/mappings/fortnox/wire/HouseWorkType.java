package org.accountinghub.mappings.fortnox.wire;

/**
 * Kinds of house work as the invoice schema lists them; the order schema lists fewer, yet orders take the others too
 * (measured with HVAC and MAJORAPPLIANCEREPAIR). {@code OTHERCOSTS} is missing: with {@code HouseWork} it is refused (2002980).
 */
public enum HouseWorkType {
    CONSTRUCTION,
    ELECTRICITY,
    GLASSMETALWORK,
    GROUNDDRAINAGEWORK,
    MASONRY,
    PAINTINGWALLPAPERING,
    HVAC,
    MAJORAPPLIANCEREPAIR,
    MOVINGSERVICES,
    ITSERVICES,
    CLEANING,
    TEXTILECLOTHING,
    SNOWPLOWING,
    GARDENING,
    BABYSITTING,
    OTHERCARE,
    HOMEMAINTENANCE,
    FURNISHING,
    TRANSPORTATIONSERVICES,
    WASHINGANDCAREOFCLOTHING,
    SOLARCELLS,
    STORAGESELFPRODUCEDELECTRICITY,
    CHARGINGSTATIONELECTRICVEHICLE
}
