package org.accountinghub.mappings.fortnox.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.stream.Stream;

/** What an electronic invoice carries beside the document. */
public record EdiInformation(
        @JsonProperty("EDIGlobalLocationNumber") Optional<String> globalLocationNumber,
        @JsonProperty("EDIGlobalLocationNumberDelivery") Optional<String> globalLocationNumberDelivery,
        @JsonProperty("EDIInvoiceExtra1") Optional<String> invoiceExtra1,
        @JsonProperty("EDIInvoiceExtra2") Optional<String> invoiceExtra2,
        @JsonProperty("EDIOurElectronicReference") Optional<String> ourElectronicReference,
        @JsonProperty("EDIYourElectronicReference") Optional<String> yourElectronicReference) {

    /** Itself, or nothing when nothing is set. */
    public Optional<EdiInformation> ifAny() {
        return Stream.of(
                                globalLocationNumber,
                                globalLocationNumberDelivery,
                                invoiceExtra1,
                                invoiceExtra2,
                                ourElectronicReference,
                                yourElectronicReference)
                        .anyMatch(Optional::isPresent)
                ? Optional.of(this)
                : Optional.empty();
    }
}
