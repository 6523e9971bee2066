package org.accountinghub.mappings.fortnox.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A document's one type of tax reduction; without one, rows marked as house work are refused. */
public enum TaxReductionType {
    @JsonProperty("none")
    NONE,
    @JsonProperty("rot")
    ROT,
    @JsonProperty("rut")
    RUT,
    @JsonProperty("green")
    GREEN
}
