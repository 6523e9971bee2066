package org.accountinghub.mappings.fortnox.wire;

import java.util.List;
import java.util.Optional;

/** One page of a list. */
public interface FortnoxPage<T> {

    Optional<MetaInformation> metaInformation();

    List<T> items();

    /** The number of the page after this one, if there is one. */
    default Optional<Integer> next() {
        return metaInformation().flatMap(MetaInformation::next);
    }
}
