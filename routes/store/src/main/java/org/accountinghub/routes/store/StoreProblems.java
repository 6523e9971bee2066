package org.accountinghub.routes.store;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Problem.Stage;
import org.accountinghub.mappings.model.Vat;

/** Everything the store's content can be refused for, with the remedy in the service system. */
final class StoreProblems {

    private StoreProblems() {}

    static Problem payerMissing(String order) {
        return problem(
                "payer-missing",
                "customer",
                "Order " + order + " has no customer to invoice.",
                "Choose a customer on the order, or set who it is invoiced to.");
    }

    static Problem payerInactive(String number) {
        return problem(
                "payer-inactive",
                "customer.active",
                "Customer " + number + ", who shall pay, is deactivated.",
                "Activate the customer again, or set another customer under Invoiced to.");
    }

    static Problem nothingToInvoice(String order) {
        return problem(
                "nothing-to-invoice",
                "rows",
                "Order " + order + " has no row with an amount for this payer.",
                "Add articles or time to the order, or mark it as invoiced.");
    }

    static Problem currencyMissing(String order) {
        return problem(
                "currency-missing",
                "order.currency",
                "Order " + order + " has no currency.",
                "Set the order's currency, for instance SEK.");
    }

    static Problem currencyUnknown(String field, String code) {
        return problem(
                "currency-unknown",
                field,
                "There is no currency " + quoted(code) + ".",
                "Set a currency by its three letters of ISO 4217, for instance SEK.");
    }

    static Problem rowWithoutText(String row) {
        return problem(
                "row-without-text",
                "row.description",
                row + " has neither an article nor a text.",
                "Choose an article for the row or write what is sold, or remove the row.");
    }

    static Problem quantityMissing(String row) {
        return problem(
                "quantity-missing",
                "row.quantity",
                row + " has no quantity.",
                "Enter the row's quantity; 0 is allowed.");
    }

    static Problem priceMissing(String row) {
        return problem("price-missing", "row.price", row + " has no price.", "Enter the row's price; 0 is allowed.");
    }

    static Problem vatMissing(String row) {
        return problem(
                "vat-missing",
                "row.vat",
                row + " has no VAT rate.",
                "Set the VAT of the article in the article register and on the row.");
    }

    static Problem vatUnknown(String row, BigDecimal rate, List<BigDecimal> known) {
        String rates = known.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", "));
        return problem(
                "vat-unknown",
                "row.vat",
                row + " has " + rate.stripTrailingZeros().toPlainString() + " % VAT, which is not one of " + rates
                        + ".",
                "Correct the VAT of the row, and of the article in the article register.");
    }

    static Problem treatmentUnknown(String field, String treatment) {
        return problem(
                "vat-treatment-unknown",
                field,
                "There is no VAT treatment " + quoted(treatment) + ".",
                "Set one of DOMESTIC, DOMESTIC_REVERSE_CHARGE, EU_REVERSE_CHARGE, EU_WITH_VAT, EXPORT.");
    }

    static Problem vatNumberMissing(String payer, Vat.Treatment treatment) {
        return problem(
                "vat-number-missing",
                "customer.vatNumber",
                treatment == Vat.Treatment.EU_REVERSE_CHARGE
                        ? "Customer " + payer
                                + " is sold to without VAT within the EU, but has no VAT number of another EU country."
                        : "Customer " + payer
                                + " accounts for the VAT by reverse charge, but has neither organisation number nor VAT number.",
                "Enter the customer's VAT number, or correct the customer's VAT treatment.");
    }

    static Problem reverseChargeToPerson(String payer) {
        return problem(
                "reverse-charge-private",
                "customer.vatTreatment",
                "Customer " + payer + " is a private person and cannot account for the VAT by reverse charge.",
                "Correct the customer's VAT treatment, or set the customer to Company.");
    }

    static Problem discountOutOfRange(String row) {
        return problem(
                "discount-wrong",
                "row.discount",
                row + " has a discount both in percent and as an amount, or a percentage outside 0 to 100.",
                "Correct the row's discount.");
    }

    static Problem articleInactive(String row, String article) {
        return problem(
                "article-inactive",
                "row.article",
                row + " uses article " + article + ", which is deactivated.",
                "Activate the article in the article register, or use another article on the row.");
    }

    static Problem personalNumberOfCompany(String number, String name) {
        return problem(
                "organisation-number-wrong",
                "customer.organisationNumber",
                "Customer " + number + " (" + name
                        + ") is a company with limited liability or an association, but has a personal number.",
                "Enter the organisation number, or set the customer to Private.");
    }

    private static Problem problem(String cause, String field, String reason, String remedy) {
        return Problem.of("store." + cause, Stage.STORE, reason, remedy).at(field);
    }

    private static String quoted(String value) {
        return "\"" + value + "\"";
    }
}
