package org.accountinghub.connectors.testkit.rules;

import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.model.BillableOrder;

/** Where nothing holds our reference: the customer's documents since the first intent are listed and compared. */
class ListingPapers extends SoundPapers {

    ListingPapers(SoundClient client, String kinds) {
        super(client, kinds);
    }

    @Override
    String reference(BillableOrder order) {
        return "";
    }

    @Override
    Map<String, String> search(Work<BillableOrder> work) {
        return Map.of("customer", customer(work), "since", work.firstIntent().toString());
    }

    @Override
    boolean isOurs(BillableOrder order, String reference) {
        return true;
    }

    @Override
    Finding decided(Work<BillableOrder> work, List<Paper> hits) {
        return super.decided(
                work,
                hits.stream().filter(hit -> sameAmounts(work.document(), hit)).toList());
    }
}
