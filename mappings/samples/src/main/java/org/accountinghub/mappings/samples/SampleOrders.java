package org.accountinghub.mappings.samples;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.accountinghub.mappings.model.BillableOrder;

/** Orders, from ordinary to awkward. A partner of the tests has the articles of {@link #ARTICLES}, no other. */
public final class SampleOrders {

    /** What a partner's article register holds. */
    public static final Set<String> ARTICLES = Set.of("ARB", "FILTER", "KYL-R32", "RESA", "ÅÄÖ1");

    private SampleOrders() {}

    public static List<Sample<BillableOrder>> all() {
        return Stream.of(
                        SampleAmounts.all(),
                        SampleTaxes.all(),
                        SampleTexts.all(),
                        SampleKinds.kinds(),
                        SampleKinds.places(),
                        SampleHouseWork.whole(),
                        SampleHouseWork.refused())
                .flatMap(List::stream)
                .toList();
    }
}
