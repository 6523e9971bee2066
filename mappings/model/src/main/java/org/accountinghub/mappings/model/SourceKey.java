package org.accountinghub.mappings.model;

/**
 * Who a record is in the service system. The number is text and exact: {@code 107_1} is not {@code 107-1}.
 *
 * @param store the store's name, one per service system
 * @param subgroup the company within the store; empty when the store knows none
 * @param kind what it is: {@link #CUSTOMER}, {@link #ARTICLE}, or an order's kind ({@code work}, {@code service}, {@code sales}, …)
 */
public record SourceKey(String store, String subgroup, String kind, String number) {

    public static final String CUSTOMER = "customer";
    public static final String ARTICLE = "article";

    public SourceKey {
        if (store.isBlank() || kind.isBlank() || number.isBlank()) {
            throw new IllegalArgumentException(
                    "a key needs store, kind and number: " + store + "/" + kind + "/" + number);
        }
    }

    /** The same customer for every order of this subgroup. */
    public SourceKey customer(String customerNumber) {
        return new SourceKey(store, subgroup, CUSTOMER, customerNumber);
    }

    @Override
    public String toString() {
        return store + "/" + subgroup + "/" + kind + "/" + number;
    }
}
