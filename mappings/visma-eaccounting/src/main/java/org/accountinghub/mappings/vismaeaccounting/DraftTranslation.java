package org.accountinghub.mappings.vismaeaccounting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.vismaeaccounting.wire.NewDraft;
import org.accountinghub.mappings.vismaeaccounting.wire.NewDraftRow;

/** A billable order as an eAccounting invoice draft. */
public final class DraftTranslation {

    static final String ROOM = "visma-eaccounting";

    private static final int REFERENCE = 100;
    private static final int BUYERS_REFERENCE = 35;
    private static final int PROPERTY = 40;
    private static final int ASSOCIATION = 11;

    private final EAccountingRules rules;

    public DraftTranslation(EAccountingRules rules) {
        this.rules = rules;
    }

    public Translation<NewDraft> translate(BillableOrder order, Recipient recipient, Catalogue catalogue) {
        Review review = new Review(ROOM, Problem.Stage.MAPPING);
        Fields texts = Characters.fields(review);
        List<DocumentLine> lines = new RowTranslation(rules, review, order, recipient, catalogue)
                .lines(List.of(ReferenceText.of(order, rules.referenceRow())));
        DocumentHeader header = DocumentHeader.of(order, rules, REFERENCE, texts, review);
        Optional<String> buyersReference =
                texts.identifier("BuyersOrderReference", order.yourOrderNumber(), BUYERS_REFERENCE);
        ReductionHeader reduction = ReductionHeader.of(order, PROPERTY, ASSOCIATION, texts, review);
        return review.result(() -> new NewDraft(
                recipient.id(),
                order.documentDate(),
                false,
                header.yourReference(),
                header.ourReference(),
                buyersReference,
                header.deliveryAddress1(),
                header.deliveryAddress2(),
                header.deliveryPostalCode(),
                header.deliveryCity(),
                header.deliveryCountryCode(),
                reduction.type(),
                reduction.property(),
                reduction.association(),
                reduction.automatic(),
                reduction.propertyType(),
                reduction.deductors(),
                reduction.greenTechnology(),
                rows(lines)));
    }

    /** The article numbers of an order that can exist at eAccounting at all: worth a look before translating. */
    public static Set<String> articlesToLookUp(BillableOrder order) {
        return order.pricedRows().stream()
                .map(Row.Priced::articleNumber)
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(number -> !number.isEmpty() && RowTranslation.canBeArticleNumber(number))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The cost centres that an order names, on its own or on its rows. */
    public static Set<String> costCentresToLookUp(BillableOrder order) {
        List<String> codes = new ArrayList<>();
        order.costCentre().ifPresent(codes::add);
        order.pricedRows().forEach(row -> row.costCentre().ifPresent(codes::add));
        return codes.stream()
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<NewDraftRow> rows(List<DocumentLine> lines) {
        List<NewDraftRow> rows = new ArrayList<>();
        for (DocumentLine line : lines) {
            rows.add(new NewDraftRow(
                    rows.size() + 1,
                    line.priced().isEmpty(),
                    line.article(),
                    line.text(),
                    line.quantity(),
                    line.price(),
                    line.discount(),
                    line.reversed(),
                    line.houseWork().map(DocumentLine.Work::kind),
                    line.priced().map(row -> line.houseWork().isPresent()),
                    line.houseWork().map(DocumentLine.Work::hours),
                    line.greenWork().map(DocumentLine.Work::kind),
                    line.costCentre(1, rules.costCentre()),
                    line.costCentre(2, rules.costCentre()),
                    line.costCentre(3, rules.costCentre())));
        }
        return rows;
    }
}
