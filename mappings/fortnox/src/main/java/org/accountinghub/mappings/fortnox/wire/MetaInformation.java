package org.accountinghub.mappings.fortnox.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** Where in a list a page stands; pages count from 1. */
public record MetaInformation(
        @JsonProperty("@TotalResources") Optional<Integer> totalResources,
        @JsonProperty("@TotalPages") Optional<Integer> totalPages,
        @JsonProperty("@CurrentPage") Optional<Integer> currentPage) {

    public Optional<Integer> next() {
        return currentPage.map(page -> page + 1).filter(page -> page <= totalPages.orElse(0));
    }
}
