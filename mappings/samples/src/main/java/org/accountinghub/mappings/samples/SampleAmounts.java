package org.accountinghub.mappings.samples;

import static org.accountinghub.mappings.samples.OrderSketch.order;

import java.util.List;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.Vat;

/** Orders whose amounts are hard to keep: decimals, signs, discounts, roundings. */
final class SampleAmounts {

    private SampleAmounts() {}

    static List<Sample<BillableOrder>> all() {
        return List.of(
                sample(
                        "discount-on-a-returned-row",
                        "an amount off what is negative already",
                        order("435")
                                .row("FILTER", "Retur", "-2", "st", "129.90", Discount.amount("10"), Vat.domestic(25))
                                .row("FILTER", "Retur", "-2", "st", "129.90", Discount.percent("10"), Vat.domestic(25))
                                .free("Besök", "1", "900")),
                sample(
                        "discount-beyond-the-row",
                        "an amount off that is more than the row",
                        order("436")
                                .row("FILTER", "Filter", "1", "st", "129.90", Discount.amount("150"), Vat.domestic(25))
                                .free("Besök", "1", "900")),
                sample(
                        "discount-of-half-an-ore",
                        "three decimals off, and half an öre before",
                        order("437")
                                .row(
                                        "FILTER",
                                        "Filter",
                                        "1",
                                        "st",
                                        "129.90",
                                        Discount.amount("9.995"),
                                        Vat.domestic(25))
                                .row("", "Skruv", "0.1", "st", "0.05", Discount.amount("0.01"), Vat.domestic(25))),
                sample(
                        "ordinary",
                        "nothing: two articles and a text",
                        order("421")
                                .text("Årlig service av kylanläggning")
                                .article("ARB", "Arbete", "2.5", "h", "845")
                                .article("FILTER", "Filter F7", "2", "st", "129.90")),
                sample(
                        "discounts",
                        "percent and amount, and a discount of everything",
                        order("422")
                                .row("ARB", "Arbete", "4", "h", "845", Discount.percent("10"), Vat.domestic(25))
                                .row(
                                        "FILTER",
                                        "Filter",
                                        "3",
                                        "st",
                                        "129.90",
                                        Discount.amount("39.70"),
                                        Vat.domestic(25))
                                .row("RESA", "Resa", "1", "st", "450", Discount.percent("100"), Vat.domestic(25))),
                sample(
                        "discount-with-many-decimals",
                        "a third is no two-decimal percentage",
                        order("423")
                                .row("ARB", "Arbete", "3", "h", "845", Discount.percent("33.3333"), Vat.domestic(25))),
                sample(
                        "negative-discount",
                        "a surcharge written as a discount",
                        order("424").row("ARB", "Jour", "2", "h", "845", Discount.percent("-50"), Vat.domestic(25))),
                sample(
                        "zero-and-negative-rows",
                        "hours of 0, a price of 0, a returned article",
                        order("425")
                                .article("ARB", "Arbete", "0", "h", "845")
                                .article("RESA", "Resa enligt avtal", "1", "st", "0")
                                .article("FILTER", "Retur filter", "-1", "st", "129.90")
                                .article("KYL-R32", "Köldmedium", "2.4", "kg", "610")),
                sample(
                        "credit-like-total",
                        "the sum is negative",
                        order("426")
                                .article("FILTER", "Retur", "-3", "st", "129.90")
                                .article("ARB", "Arbete", "0.25", "h", "845")),
                sample(
                        "total-of-zero",
                        "rows that cancel each other",
                        order("427").free("Åtgärd", "1", "500").free("Garanti", "1", "-500")),
                sample(
                        "negative-price",
                        "minus in the price instead of the quantity",
                        order("428")
                                .free("Avdrag för väntetid", "1.5", "-200.50")
                                .free("Besök", "1", "1000")),
                sample(
                        "half-ore",
                        "0.005 goes up, -0.005 goes down",
                        order("429")
                                .free("Skruv", "1", "0.005")
                                .free("Bricka", "-1", "0.005")
                                .free("Mutter", "1", "0.0049")),
                sample(
                        "thousand-of-small-things",
                        "a price with three decimals times a thousand",
                        order("430").row("FILTER", "Clips", "1000", "st", "0.125", Discount.NONE, Vat.domestic(25))),
                sample(
                        "fine-quantities",
                        "three and four decimals of quantity",
                        order("431")
                                .article("KYL-R32", "Köldmedium", "1.125", "kg", "610")
                                .article("ARB", "Arbete", "0.3333", "h", "845")
                                .row(
                                        "ARB",
                                        "Arbete",
                                        "-1.125",
                                        "h",
                                        "845",
                                        Discount.percent("12.5"),
                                        Vat.domestic(25))),
                sample(
                        "many-rows-of-one-rate",
                        "VAT per rate differs from the sum of VAT per row",
                        order("432")
                                .free("Plugg A", "1", "0.10")
                                .free("Plugg B", "1", "0.10")
                                .free("Plugg C", "1", "0.10")
                                .free("Plugg D", "1", "0.10")
                                .free("Plugg E", "1", "0.10")),
                sample(
                        "whole-kronor-up",
                        "a total just above a half",
                        order("433").free("Material", "1", "174.99")),
                sample(
                        "large-amounts",
                        "millions, and a quantity of thousands",
                        order("434")
                                .free("Entreprenad enligt kontrakt", "1", "12345678.90")
                                .free("Grus", "98765.43", "21.07")));
    }

    private static Sample<BillableOrder> sample(String name, String difficulty, OrderSketch sketch) {
        return new Sample<>(name, difficulty, sketch.sketched());
    }
}
