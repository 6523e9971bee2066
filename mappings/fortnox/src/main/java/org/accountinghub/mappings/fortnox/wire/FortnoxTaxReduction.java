package org.accountinghub.mappings.fortnox.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What one person asks for, as Fortnox holds it, alone and in lists.
 *
 * @param id changes when the document is changed at Fortnox (measured by a public project)
 * @param askedAmount missing in lists
 */
public record FortnoxTaxReduction(
        Optional<String> id,
        Optional<BigDecimal> askedAmount,
        Optional<String> customerName,
        Optional<String> referenceDocumentType,
        Optional<String> referenceNumber,
        Optional<String> socialSecurityNumber,
        Optional<String> propertyDesignation,
        Optional<String> residenceAssociationOrganisationNumber,
        Optional<Boolean> requestSent) {

    @Override
    public String toString() {
        return "Fortnox tax reduction " + id.orElse("without id");
    }

    /** {@code {"TaxReduction":{…}}}. */
    public record Body(FortnoxTaxReduction taxReduction) {}

    /** {@code {"MetaInformation":{…},"TaxReductions":[…]}}. */
    public record Page(Optional<MetaInformation> metaInformation, Optional<List<FortnoxTaxReduction>> taxReductions)
            implements FortnoxPage<FortnoxTaxReduction> {

        @Override
        public List<FortnoxTaxReduction> items() {
            return taxReductions.orElse(List.of());
        }
    }
}
