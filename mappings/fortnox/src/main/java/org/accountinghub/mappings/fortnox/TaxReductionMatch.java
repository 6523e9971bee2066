package org.accountinghub.mappings.fortnox;

import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.fortnox.wire.FortnoxTaxReduction;
import org.accountinghub.mappings.fortnox.wire.NewTaxReduction.ReferenceDocumentType;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.PersonalIdentity;
import org.accountinghub.mappings.model.TaxReduction.Person;

/** Whether a tax reduction found at Fortnox is the one a person of the order asks for. */
public final class TaxReductionMatch {

    private TaxReductionMatch() {}

    /** Hits that belong to exactly this document: each kind of document has its own series of numbers. */
    public static List<FortnoxTaxReduction> of(
            ReferenceDocumentType documentType, String documentNumber, List<FortnoxTaxReduction> hits) {
        return hits.stream()
                .filter(hit -> hit.referenceDocumentType()
                                .filter(type -> type.equalsIgnoreCase(documentType.name()))
                                .isPresent()
                        && hit.referenceNumber().filter(documentNumber::equals).isPresent())
                .toList();
    }

    /** That person's, of the document's; the number may be written with or without hyphen and century. */
    public static Optional<FortnoxTaxReduction> by(
            BillableOrder order, Person person, List<FortnoxTaxReduction> ofDocument) {
        Optional<String> wanted =
                PersonalIdentity.twelveDigits(person.personalNumber().value(), order.documentDate());
        return ofDocument.stream()
                .filter(hit -> wanted.isPresent()
                        && hit.socialSecurityNumber()
                                .flatMap(number -> PersonalIdentity.twelveDigits(number, order.documentDate()))
                                .equals(wanted))
                .findFirst();
    }

    /** Whether it tells whose it is: one that does not could be anybody's. */
    public static boolean tellsPerson(BillableOrder order, FortnoxTaxReduction hit) {
        return hit.socialSecurityNumber()
                .flatMap(number -> PersonalIdentity.twelveDigits(number, order.documentDate()))
                .isPresent();
    }
}
