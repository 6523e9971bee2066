package org.accountinghub.routes.demo.data;

import java.util.List;

/** Why an order of the demo cannot be sent: each trouble has exactly one order, and each order one trouble. */
public enum Trouble {
    PAYER_MISSING("store.payer-missing", "nobody was chosen to invoice"),
    PAYER_INACTIVE("store.payer-inactive", "the customer has been deactivated since"),
    ROW_WITHOUT_TEXT("store.row-without-text", "a row has neither an article nor a text"),
    PRICE_MISSING("store.price-missing", "a row has no price"),
    VAT_UNKNOWN("store.vat-unknown", "a row has 17 % VAT"),
    VAT_MISSING("store.vat-missing", "a row has no VAT rate"),
    CURRENCY_MISSING("store.currency-missing", "the order has no currency"),
    ARTICLE_INACTIVE("store.article-inactive", "an article has been deactivated since"),
    PERSONAL_NUMBER_OF_COMPANY("store.organisation-number-wrong", "a limited company has a personal number"),
    NOTHING_TO_INVOICE("store.nothing-to-invoice", "all that is on the order is still to be ordered"),
    ORDER_NUMBER_TOO_LONG(
            "fortnox.identifier-too-long", "the customer's order number has more characters than the partner takes"),
    COUNTRY_UNKNOWN("fortnox.country-unknown", "the customer lives in a country that does not exist"),
    VAT_MIXED("fortnox.vat-mixed", "rows with reverse charge and rows with VAT on one order"),
    NUMBER_TAKEN("fortnox.customer-number-taken", "the customer's number belongs to another company at the partner"),
    INACTIVE_THERE("fortnox.customer-inactive", "the customer is inactive at the partner"),
    DOUBLED_THERE("", "the partner has two customers with this organisation number"),
    COST_CENTRE_CLOSED("", "the cost centre is closed at the partner"),
    MEASURES_MISSING("store.measures-missing", "the group requires measures, nobody wrote what was done"),
    PRICE_REQUIRED("store.price-required", "the group requires prices, a row costs 0"),
    ARTICLE_UNKNOWN(
            "store.article-not-in-registry", "the group requires articles from the register, a row is free text"),
    ORDER_NUMBER_MISSING("store.order-number-missing", "the customer requires its order number"),
    COST_CENTRE_MISSING("store.cost-centre-missing", "the customer requires a cost centre"),
    FACILITY_MISSING("store.facility-missing", "the customer requires a facility"),
    VAT_NUMBER_MISSING("store.vat-number-missing", "reverse charge within the EU without a VAT number"),
    REDUCTION_WITHOUT_PROPERTY("store.tax-reduction-property", "ROT without a property"),
    REDUCTION_OF_COMPANY("store.tax-reduction-company", "a company asks for ROT"),
    REDUCTION_OF_OTHER_WORK("store.tax-reduction-other-work", "RUT is asked for plumbing"),
    PERSON_TWICE("fortnox.person-twice", "one person is named twice for a tax reduction");

    private static final int FIRST_ORDER = 901;

    private final String cause;
    private final String words;

    Trouble(String cause, String words) {
        this.cause = cause;
        this.words = words;
    }

    /** The problem's cause; empty where it is the partner's connector that finds the name. */
    public String cause() {
        return cause;
    }

    /** The number of the order that shows it. */
    public String order() {
        return String.valueOf(FIRST_ORDER + index());
    }

    /** From 0; numbers its order and its customer. */
    int index() {
        return List.of(values()).indexOf(this);
    }

    /** What is wrong, for people. */
    public String words() {
        return words;
    }
}
