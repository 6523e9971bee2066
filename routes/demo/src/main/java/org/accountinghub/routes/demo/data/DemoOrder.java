package org.accountinghub.routes.demo.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An order of the store.
 *
 * @param customer customer number; empty = none chosen
 * @param invoicedTo customer number of who pays instead
 * @param state in the store's words
 * @param asked whether somebody has asked for it to be sent
 * @param others rows outside assignments
 * @param trouble why it cannot be sent, when it cannot
 */
public record DemoOrder(
        DemoCompany company,
        String kind,
        String number,
        Optional<String> customer,
        Optional<String> facility,
        Optional<String> invoicedTo,
        Optional<String> contact,
        Optional<String> orderText,
        Optional<String> costCentre,
        LocalDate date,
        Optional<String> currency,
        boolean pricesIncludeVat,
        String state,
        boolean asked,
        List<DemoAssignment> assignments,
        List<DemoRow> others,
        Optional<Trouble> trouble) {

    /** @param serviceObject name of one of the customer's service objects */
    public record DemoAssignment(
            Optional<String> serviceObject,
            String description,
            String error,
            String measures,
            Optional<String> invoicedTo,
            List<DemoRow> rows) {}

    /** What is empty was left out by whoever wrote the row. */
    public record DemoRow(
            Optional<DemoArticle> article,
            Optional<String> text,
            BigDecimal quantity,
            Optional<BigDecimal> price,
            Optional<BigDecimal> discountPercent,
            Optional<BigDecimal> discountAmount,
            Optional<BigDecimal> vatRate,
            Optional<String> treatment,
            boolean toBeOrdered) {}

    /** Whether the store wants it sent. */
    public boolean wanted() {
        return state.equals("READY") && (asked || company.sendsImmediately());
    }
}
