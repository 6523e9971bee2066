package org.accountinghub.mappings.twentyfoursevenoffice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Fields;
import org.accountinghub.mappings.model.Money;
import org.accountinghub.mappings.model.PricedForm;
import org.accountinghub.mappings.model.Review;
import org.accountinghub.mappings.model.Row;
import org.accountinghub.mappings.model.RowReview;
import org.accountinghub.mappings.model.TextLines;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.InvoiceRow;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.RowType;

/** The rows of one order as rows of one 24SevenOffice document. */
final class RowTranslation {

    private final OfficeRules rules;
    private final Review review;
    private final RowReview remarks;
    private final Fields fields;
    private final BillableOrder order;
    private final ProductChoice products;
    private final CostCentres costCentres;
    private final List<InvoiceRow> rows = new ArrayList<>();

    RowTranslation(OfficeRules rules, Review review, BillableOrder order, KnownProducts known) {
        this.rules = rules;
        this.review = review;
        this.remarks = new RowReview(review, "24SevenOffice");
        this.fields = OfficeFields.of(review);
        this.order = order;
        this.products = new ProductChoice(rules, review, known);
        this.costCentres = new CostCentres(rules, review);
    }

    List<InvoiceRow> rows() {
        remarks.refuseNone(order, "InvoiceRows");
        if (order.pricedRows().stream().anyMatch(row -> row.unit().isPresent())) {
            review.note("Units are not sent: 24SevenOffice shows its products' own");
        }
        List<Money> amounts = order.totals().rows();
        int priced = 0;
        for (int i = 0; i < order.rows().size(); i++) {
            Row row = order.rows().get(i);
            String name = "Row " + (i + 1);
            if (row instanceof Row.Text text) {
                addTexts(name, text.text());
            } else if (row instanceof Row.Priced pricedRow) {
                addPriced(name, pricedRow, amounts.get(priced));
                priced++;
            }
        }
        return rows;
    }

    private void addTexts(String name, String text) {
        List<String> pieces = fields.pieces(name, text, rules.nameLength());
        if (pieces.isEmpty()) {
            remarks.noteLeftOut(name);
        }
        pieces.forEach(this::addText);
    }

    private void addText(String text) {
        InvoiceRow row = new InvoiceRow();
        row.setName(text);
        row.setType(RowType.TEXT);
        rows.add(row);
    }

    private void addPriced(String name, Row.Priced row, Money amount) {
        Optional<String> article = row.articleNumber().map(String::strip).filter(number -> !number.isEmpty());
        ProductChoice.Chosen product = products.of(name, article, row.vat());
        String prefix =
                product.isFallback() ? article.map(number -> number + " ").orElse("") : "";
        List<String> pieces =
                new ArrayList<>(fields.pieces(name, prefix + row.description().strip(), rules.nameLength()));
        if (pieces.isEmpty() && product.isFallback()) {
            remarks.refuseTextless(name, "Name");
        }
        PricedForm form = PricedForm.of(row, amount, rules.limits());
        if (form.price().scale() > rules.limits().priceDecimals()) {
            review.refuse(
                    "amount-too-fine",
                    "Price",
                    name + " amounts to " + amount + "; this company's prices have "
                            + rules.limits().priceDecimals() + " decimals.",
                    "Give the row an amount with fewer decimals, or correct the connection's setting.");
        }
        if (form.rewritten()) {
            remarks.noteRewritten(name, form);
            pieces.addAll(TextLines.pieces(form.calculation(), rules.nameLength()));
        }
        InvoiceRow sent = new InvoiceRow();
        product.id().ifPresent(sent::setProductId);
        pieces.stream().findFirst().ifPresent(sent::setName);
        sent.setType(RowType.NORMAL);
        sent.setQuantity(form.quantity());
        sent.setPrice(form.price());
        sent.setDiscountRate(form.discount().value());
        product.taxSettings().ifPresent(sent::setTaxSettings);
        CostCentres.Place place = costCentres.of(name, row.costCentre());
        place.department().ifPresent(sent::setDepartmentId);
        place.project().ifPresent(sent::setProjectId);
        rows.add(sent);
        pieces.stream().skip(1).forEach(this::addText);
    }
}
