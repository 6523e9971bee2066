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
    COST_CENTRE_CLOSED("", "the cost centre is closed at the partner");

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

    /** From 0; numbers its order and its customer. */
    int index() {
        return List.of(values()).indexOf(this);
    }

    /** What is wrong, for people. */
    public String words() {
        return words;
    }
}
