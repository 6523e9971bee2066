package org.accountinghub.connectors.fortnox;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.spi.Work;
import org.accountinghub.mappings.fortnox.wire.FortnoxDocument;
import org.accountinghub.mappings.model.BillableOrder;

/**
 * The tax reduction that Fortnox computed of a document's rows. As soon as one person has asked, the document tells the sum
 * asked for instead, so what it told before is kept with the steps that are done: in a note, which people may read too.
 */
final class ComputedReduction {

    private static final String WORDS = "tax reduction computed by Fortnox: ";
    private static final Pattern NOTE = Pattern.compile(Pattern.quote(WORDS) + "(\\d{1,12}(\\.\\d{1,4})?)");

    private ComputedReduction() {}

    static String note(BigDecimal amount) {
        return WORDS + amount.toPlainString();
    }

    /** For an order that asks for one. */
    static List<String> notes(BillableOrder order, FortnoxDocument document) {
        return order.taxReduction().isEmpty()
                ? List.of()
                : document.taxReduction().map(ComputedReduction::note).stream().toList();
    }

    /** As told by the latest step that was done. */
    static Optional<BigDecimal> remembered(Work<BillableOrder> work, int person) {
        return Stream.concat(
                        Stream.iterate(person - 1, earlier -> earlier > 0, earlier -> earlier - 1)
                                .map(TaxReductions::step),
                        Stream.of(Step.CREATE))
                .flatMap(step -> work.done(step).stream())
                .map(PartnerDocument::notes)
                .flatMap(List::stream)
                .map(NOTE::matcher)
                .filter(Matcher::matches)
                .map(note -> new BigDecimal(note.group(1)))
                .findFirst();
    }
}
