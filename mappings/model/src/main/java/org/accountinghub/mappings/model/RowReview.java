package org.accountinghub.mappings.model;

/** What is to be said of an order's rows whoever they are sent to. */
public final class RowReview {

    private final Review review;
    private final String partner;

    /** @param partner as people call it */
    public RowReview(Review review, String partner) {
        this.review = review;
        this.partner = partner;
    }

    /** @param field the partner's name for a document's rows */
    public void refuseNone(BillableOrder order, String field) {
        if (order.rows().isEmpty()) {
            review.refuse(
                    "no-rows",
                    field,
                    "The order has no rows.",
                    "Add rows to the order, or mark it as invoiced in the service system.");
        }
    }

    /**
     * For partners where the customer decides who accounts for the tax.
     *
     * @param field the partner's name for that
     */
    public void refuseMixedVat(BillableOrder order, String field) {
        boolean reverse = order.pricedRows().stream()
                .map(row -> row.vat().treatment())
                .anyMatch(treatment -> treatment == Vat.Treatment.DOMESTIC_REVERSE_CHARGE
                        || treatment == Vat.Treatment.EU_REVERSE_CHARGE);
        boolean charged = order.pricedRows().stream()
                .anyMatch(row -> row.vat().chargedRate().signum() > 0);
        if (reverse && charged) {
            review.refuse(
                    "vat-mixed",
                    field,
                    "The order has rows with reverse charge and rows with VAT; at " + partner
                            + " the customer decides it for the whole document.",
                    "Split the order, or give all rows the same VAT treatment.");
        }
    }

    /**
     * @param name what people call the row
     * @param field the partner's name for its text
     */
    public void refuseTextless(String name, String field) {
        review.refuse(
                "row-without-text",
                field,
                name + " has neither an article nor a text.",
                "Write a text on the row or choose an article.");
    }

    public void noteLeftOut(String name) {
        review.note(name + " has no text and was left out");
    }

    public void noteRewritten(String name, PricedForm form) {
        review.note(name + ": " + form.calculation() + " might come to another amount at " + partner + "; sent as "
                + form.quantity().toPlainString() + " x " + form.price().toPlainString()
                + ", the calculation as text");
    }
}
