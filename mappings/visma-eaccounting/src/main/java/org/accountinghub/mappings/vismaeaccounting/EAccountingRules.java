package org.accountinghub.mappings.vismaeaccounting;

/**
 * What a connection may have otherwise, and changes what is sent.
 *
 * @param referenceRow what the text row at the end says, by which a document is found again
 * @param ourReference whose name is "our reference"
 * @param unknownArticle what becomes of a row whose article cannot be named
 * @param orderStatus 1 draft, 2 ongoing, 3 shipped
 * @param costCentre which of the row's three cost centres is ours
 * @param textLength longest text of a row; longer ones become several rows
 */
public record EAccountingRules(
        ReferenceRow referenceRow,
        OurReference ourReference,
        UnknownArticle unknownArticle,
        int orderStatus,
        int costCentre,
        int textLength) {

    /** What the text row at the end of each document says. */
    public enum ReferenceRow {
        /** Order number and the hub's reference. */
        WITH_REFERENCE,
        /** The order number only: after a lost answer documents are compared, and a person decides more often. */
        ORDER_NUMBER
    }

    /** Whose name is "our reference". */
    public enum OurReference {
        ORDER,
        /** The customer's assigned technician; where there is none, the order's. */
        ASSIGNED_TECHNICIAN
    }

    /** What becomes of a row whose article eAccounting lacks, has inactive, or has with another VAT rate. */
    public enum UnknownArticle {
        /** The company's article for such rows of this rate, with the row's number and text. */
        TEXT_ROW,
        /** It is created before; one with another rate is a problem. */
        CREATE,
        REFUSE
    }

    private static final EAccountingRules STANDARD =
            new EAccountingRules(ReferenceRow.WITH_REFERENCE, OurReference.ORDER, UnknownArticle.TEXT_ROW, 2, 1, 2000);

    public EAccountingRules {
        if (orderStatus < 1 || orderStatus > 3 || costCentre < 1 || costCentre > 3 || textLength < 50) {
            throw new IllegalArgumentException("a status is 1 to 3, a cost centre 1 to 3, a text 50 or more");
        }
    }

    public static EAccountingRules standard() {
        return STANDARD;
    }

    public EAccountingRules with(ReferenceRow row) {
        return new EAccountingRules(row, ourReference, unknownArticle, orderStatus, costCentre, textLength);
    }

    public EAccountingRules with(OurReference whose) {
        return new EAccountingRules(referenceRow, whose, unknownArticle, orderStatus, costCentre, textLength);
    }

    public EAccountingRules with(UnknownArticle policy) {
        return new EAccountingRules(referenceRow, ourReference, policy, orderStatus, costCentre, textLength);
    }

    public EAccountingRules withTextLength(int characters) {
        return new EAccountingRules(referenceRow, ourReference, unknownArticle, orderStatus, costCentre, characters);
    }
}
