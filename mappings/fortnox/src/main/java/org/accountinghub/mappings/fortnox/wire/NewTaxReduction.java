package org.accountinghub.mappings.fortnox.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What one person asks for on one document. Body of {@code POST /3/taxreductions} inside {@link Body}. Its type is the
 * document's. As soon as one exists, the document's {@code TaxReduction} is the sum asked for and no longer computed of the
 * rows (measured by a public project).
 *
 * @param askedAmount whole kronor, 1 or more
 * @param socialSecurityNumber twelve digits: with ten the reduction is silently lost (seen by a public project). Never in texts
 * @param propertyDesignation a house's designation, or a flat's number together with the association
 * @param taxReductionAmounts green technology only, where it is demanded: how much of it is for which work
 */
public record NewTaxReduction(
        BigDecimal askedAmount,
        String customerName,
        ReferenceDocumentType referenceDocumentType,
        String referenceNumber,
        String socialSecurityNumber,
        Optional<String> propertyDesignation,
        Optional<String> residenceAssociationOrganisationNumber,
        Optional<List<Amount>> taxReductionAmounts) {

    /** What kind of document it belongs to; each kind has its own series of numbers. */
    public enum ReferenceDocumentType {
        ORDER("orders"),
        INVOICE("invoices");

        private final String filter;

        ReferenceDocumentType(String filter) {
            this.filter = filter;
        }

        /** Value of {@code filter} in {@code GET /3/taxreductions?filter=…&referencenumber=…}. */
        public String filter() {
            return filter;
        }
    }

    /** The part for one kind of green technology. */
    public record Amount(BigDecimal askedAmount, HouseWorkType workType) {}

    @Override
    public String toString() {
        return "tax reduction for " + referenceDocumentType + " " + referenceNumber;
    }

    /** {@code {"TaxReduction":{…}}}. */
    public record Body(NewTaxReduction taxReduction) {}
}
