package org.accountinghub.routes.store;

import java.util.Set;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.Problem.Stage;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.WorkType;

/** What can stand against asking for a tax reduction, with the remedy in the service system. Persons' numbers are not repeated. */
final class TaxReductionProblems {

    private TaxReductionProblems() {}

    static Problem typeUnknown(String order, String type) {
        return problem(
                "tax-reduction-unknown",
                "order.taxReduction",
                "Order " + order + " asks for a tax reduction \"" + type + "\", which does not exist.",
                "Choose ROT, RUT or green technology on the order, or none.");
    }

    static Problem companyAsks(String order, String payer) {
        return problem(
                "tax-reduction-company",
                "order.taxReduction",
                "Order " + order + " asks for a tax reduction, but payer " + payer + " is a company.",
                "Set the customer to Private, choose a private person under Invoiced to, or take the tax reduction off the order.");
    }

    static Problem notInKronor(String order, String currency) {
        return problem(
                "tax-reduction-currency",
                "order.currency",
                "Order " + order + " asks for a tax reduction and is in " + currency + "; only SEK is possible.",
                "Set the order's currency to SEK, or take the tax reduction off the order.");
    }

    static Problem propertyMissing(String order, TaxReduction.Type type) {
        return problem(
                "tax-reduction-property",
                "order.property",
                "Order " + order + " asks for " + name(type) + ", but names no property.",
                "Enter the property designation, or the apartment number and the housing association's organisation number, on the order or the customer.");
    }

    static Problem associationMissing(String order) {
        return problem(
                "tax-reduction-association",
                "order.housingAssociation",
                "Order " + order
                        + " asks for a tax reduction for an apartment, without the housing association's organisation number.",
                "Enter the housing association's organisation number on the order or the customer.");
    }

    static Problem severalTypes(String order, Set<TaxReduction.Type> types) {
        return problem(
                "tax-reductions-several",
                "row.workType",
                "Order " + order + " has labour for "
                        + types.stream()
                                .sorted()
                                .map(TaxReductionProblems::name)
                                .collect(Collectors.joining(" and "))
                        + "; an invoice can have one kind of tax reduction.",
                "Separate the assignments of one kind into an order of their own.");
    }

    static Problem otherWork(String order, TaxReduction.Type asked, WorkType work) {
        return problem(
                "tax-reduction-other-work",
                "row.workType",
                "Order " + order + " asks for " + name(asked) + ", but " + work + " belongs to "
                        + name(work.reduction()) + ".",
                "Choose " + name(work.reduction()) + " on the order, or another work type on the rows.");
    }

    static Problem noWork(String order, TaxReduction.Type type) {
        return problem(
                "tax-reduction-without-work",
                "row.workType",
                "Order " + order + " asks for " + name(type) + ", but no row has a work type.",
                "Choose the work type and hours on the rows with labour, or take the tax reduction off the order.");
    }

    static Problem workTypeUnknown(String row, String type) {
        return problem(
                "work-type-unknown",
                "row.workType",
                row + " has work type \"" + type + "\", which no tax reduction knows.",
                "Choose another work type on the row, and on the article in the article register.");
    }

    static Problem hoursMissing(String row) {
        return problem(
                "house-work-hours-missing",
                "row.hours",
                row + " is labour with tax reduction, but has no hours.",
                "Enter the hours worked on the row; 0 is allowed.");
    }

    static Problem nobodyAsks(String order, String payer) {
        return problem(
                "tax-reduction-without-person",
                "order.persons",
                "Order " + order + " asks for a tax reduction, but nobody is named who asks for it.",
                "Enter a person with personal number on the order or on customer " + payer + ".");
    }

    static Problem personalNumberWrong(String name) {
        return problem(
                "personal-number-wrong",
                "order.persons",
                "The personal number of " + name + ", who asks for a tax reduction, is not a valid one.",
                "Correct the personal number on the order or the customer.");
    }

    static Problem shareWrong(String name) {
        return problem(
                "tax-reduction-share",
                "order.persons",
                "The share of " + name + " in the tax reduction is less than 1.",
                "Enter a whole share from 1, or remove the person.");
    }

    private static String name(TaxReduction.Type type) {
        return type == TaxReduction.Type.GREEN ? "green technology" : type.name();
    }

    private static Problem problem(String cause, String field, String reason, String remedy) {
        return Problem.of("store." + cause, Stage.STORE, reason, remedy).at(field);
    }
}
