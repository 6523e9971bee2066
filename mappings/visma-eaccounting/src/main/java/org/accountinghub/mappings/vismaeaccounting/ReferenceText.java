package org.accountinghub.mappings.vismaeaccounting;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Reference;
import org.accountinghub.mappings.vismaeaccounting.EAccountingRules.ReferenceRow;
import org.accountinghub.mappings.vismaeaccounting.wire.RowThere;

/** The text row by which a document is found again: {@code Order 4711, ref. ABCDEFGHIJKLMNOP}. */
public final class ReferenceText {

    private static final Pattern REFERENCE = Pattern.compile("(?:^|[\\s,])ref\\. ([A-Z2-7]{16})(?=$|[\\s,.;])");

    private ReferenceText() {}

    static String of(BillableOrder order, ReferenceRow row) {
        String number = "Order " + order.orderNumber();
        return row == ReferenceRow.WITH_REFERENCE ? number + ", ref. " + order.reference() : number;
    }

    /** The hub's mark, where a text row holds one. */
    public static Optional<Reference> in(Optional<List<RowThere>> rows) {
        return rows.orElse(List.of()).stream()
                .filter(RowThere::textOnly)
                .flatMap(row -> row.text().stream())
                .map(REFERENCE::matcher)
                .filter(Matcher::find)
                .map(found -> new Reference(found.group(1)))
                .findFirst();
    }
}
