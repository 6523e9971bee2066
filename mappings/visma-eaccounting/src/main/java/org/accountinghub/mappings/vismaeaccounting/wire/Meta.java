package org.accountinghub.mappings.vismaeaccounting.wire;

import java.util.Optional;

/** Where in a list a page stands; pages are counted from 1. */
public record Meta(
        Optional<Integer> currentPage,
        Optional<Integer> pageSize,
        Optional<Integer> totalNumberOfPages,
        Optional<Integer> totalNumberOfResults) {

    /** The number of the page after this one, if there is one. */
    public Optional<Integer> next() {
        return currentPage
                .filter(current ->
                        totalNumberOfPages.filter(pages -> current < pages).isPresent())
                .map(current -> current + 1);
    }
}
