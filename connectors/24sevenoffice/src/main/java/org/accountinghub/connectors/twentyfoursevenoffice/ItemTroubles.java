package org.accountinghub.connectors.twentyfoursevenoffice;

import java.util.Optional;
import java.util.stream.Stream;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.company.ArrayOfCompany;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.ArrayOfInvoiceOrder;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.product.ArrayOfProduct;
import org.jspecify.annotations.Nullable;

/** Finds the failures of single items inside an answer that succeeded. */
final class ItemTroubles {

    private ItemTroubles() {}

    /** The next attempt looks for a company before it saves one, so that a half-made one is found. */
    static Stream<ItemTrouble> ofCompanies(@Nullable ArrayOfCompany items) {
        return items == null
                ? Stream.empty()
                : items.getCompany().stream()
                        .filter(item -> item != null && item.getAPIException() != null)
                        .map(item -> trouble(
                                item.getAPIException().getType(),
                                item.getAPIException().getMessage(),
                                false));
    }

    /** @param saved the items were to be written: one with an id was */
    static Stream<ItemTrouble> ofInvoices(@Nullable ArrayOfInvoiceOrder items, boolean saved) {
        return items == null
                ? Stream.empty()
                : items.getInvoiceOrder().stream()
                        .filter(item -> item != null && item.getAPIException() != null)
                        .map(item -> trouble(
                                item.getAPIException().getType(),
                                item.getAPIException().getMessage(),
                                saved && item.getOrderId() != null && item.getOrderId() > 0));
    }

    /** A half-made product is found by the next attempt too. */
    static Stream<ItemTrouble> ofProducts(@Nullable ArrayOfProduct items) {
        return items == null
                ? Stream.empty()
                : items.getProduct().stream()
                        .filter(item -> item != null && item.getAPIException() != null)
                        .map(item -> trouble(
                                item.getAPIException().getType(),
                                item.getAPIException().getMessage(),
                                false));
    }

    private static ItemTrouble trouble(@Nullable String type, @Nullable String message, boolean made) {
        return new ItemTrouble(
                Optional.ofNullable(type).orElse(""),
                Optional.ofNullable(message).orElse(""),
                made);
    }
}
