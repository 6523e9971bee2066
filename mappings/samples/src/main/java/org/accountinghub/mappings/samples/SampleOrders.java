package org.accountinghub.mappings.samples;

import static org.accountinghub.mappings.samples.OrderSketch.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.Vat;

/** Orders, from ordinary to awkward. A partner of the tests has the articles of {@link #ARTICLES}, no other. */
public final class SampleOrders {

    /** What a partner's article register holds. */
    public static final Set<String> ARTICLES = Set.of("ARB", "FILTER", "KYL-R32", "RESA", "ÅÄÖ1");

    private static final Vat DOMESTIC_REVERSE = new Vat(BigDecimal.valueOf(25), Vat.Treatment.DOMESTIC_REVERSE_CHARGE);

    private SampleOrders() {}

    public static List<Sample<BillableOrder>> all() {
        List<Sample<BillableOrder>> all = new ArrayList<>(amounts());
        all.addAll(taxes());
        all.addAll(SampleTexts.all());
        return List.copyOf(all);
    }

    private static List<Sample<BillableOrder>> amounts() {
        return List.of(
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

    private static List<Sample<BillableOrder>> taxes() {
        return List.of(
                sample(
                        "all-swedish-rates",
                        "25, 12, 6 and 0 in one document",
                        order("441")
                                .row("ARB", "Arbete", "1", "h", "845", Discount.NONE, Vat.domestic(25))
                                .row("", "Livsmedel", "1", "st", "99.99", Discount.NONE, Vat.domestic(12))
                                .row("", "Handbok", "1", "st", "249.50", Discount.NONE, Vat.domestic(6))
                                .row("", "Momsfri avgift", "1", "st", "75.25", Discount.NONE, Vat.domestic(0))),
                sample(
                        "prices-with-vat",
                        "a private customer's prices include VAT, of two rates",
                        order("442")
                                .payer(SampleCustomers.person())
                                .pricesIncludeVat()
                                .row("ARB", "Arbete", "1.5", "h", "1056.25", Discount.percent("5"), Vat.domestic(25))
                                .row("", "Rotfrukter", "3", "kg", "0.14", Discount.NONE, Vat.domestic(12))
                                .row("", "Frakt", "1", "st", "49", Discount.amount("9"), Vat.domestic(25))),
                sample(
                        "private-customer",
                        "the payer has a personal number; it must not show anywhere",
                        order("443").payer(SampleCustomers.person()).article("ARB", "Arbete", "1", "h", "845")),
                sample(
                        "several-payers-a",
                        "first payer's part of an order",
                        order("107_1")
                                .kind("service")
                                .payer(SampleCustomers.company())
                                .article("ARB", "Arbete", "1", "h", "845")),
                sample(
                        "several-payers-b",
                        "second payer's part of the same order: another document",
                        order("107_1")
                                .kind("service")
                                .payer(SampleCustomers.association())
                                .article("ARB", "Arbete", "1", "h", "845")),
                sample(
                        "hyphen-number",
                        "107-1 is not 107_1",
                        order("107-1").kind("service").article("ARB", "Arbete", "1", "h", "845")),
                sample(
                        "domestic-reverse-charge",
                        "the buyer accounts for the VAT",
                        order("444")
                                .payer(SampleCustomers.builder())
                                .row("ARB", "Byggtjänst", "8", "h", "595", Discount.NONE, DOMESTIC_REVERSE)),
                sample(
                        "mixed-reverse-charge",
                        "reverse charge and VAT in one document",
                        order("445")
                                .payer(SampleCustomers.builder())
                                .row("ARB", "Byggtjänst", "8", "h", "595", Discount.NONE, DOMESTIC_REVERSE)
                                .article("FILTER", "Filter", "1", "st", "129.90")),
                sample(
                        "euro-reverse-charge",
                        "EU sale without VAT, in another currency",
                        order("446")
                                .kind("sales")
                                .payer(SampleCustomers.german())
                                .currency("EUR")
                                .row(
                                        "FILTER",
                                        "Filter F7",
                                        "10",
                                        "pcs",
                                        "11.95",
                                        Discount.NONE,
                                        new Vat(BigDecimal.ZERO, Vat.Treatment.EU_REVERSE_CHARGE))),
                sample(
                        "export",
                        "outside the EU, in Norwegian kroner",
                        order("447")
                                .payer(SampleCustomers.norwegian())
                                .currency("NOK")
                                .row(
                                        "FILTER",
                                        "Filter F7",
                                        "1",
                                        "pcs",
                                        "139.5",
                                        Discount.NONE,
                                        new Vat(BigDecimal.ZERO, Vat.Treatment.EXPORT))),
                sample(
                        "fractional-rate",
                        "a rate that is no whole percentage",
                        order("448")
                                .row(
                                        "",
                                        "Tjänst",
                                        "1",
                                        "st",
                                        "100",
                                        Discount.NONE,
                                        new Vat(new BigDecimal("12.5"), Vat.Treatment.DOMESTIC))),
                sample(
                        "unknown-rate",
                        "a rate that Sweden has not",
                        order("449").row("", "Tjänst", "1", "st", "100", Discount.NONE, Vat.domestic(15))),
                sample(
                        "delivery-and-references",
                        "every header field, with letters beyond ASCII",
                        order("450")
                                .yourOrderNumber("PO-7781/Å")
                                .references("Örjan Älg", "Åsa Öberg")
                                .costCentre("NORR")
                                .deliveredTo(new Address("Hamngatan 4", "Plan 2", "972 31", "Luleå", "SE"))
                                .extension("EDIYourElectronicReference", "ZZ123")
                                .extension("Project", "P7")
                                .article("ÅÄÖ1", "", "1", "st", "10")));
    }

    private static Sample<BillableOrder> sample(String name, String difficulty, OrderSketch sketch) {
        return new Sample<>(name, difficulty, sketch.sketched());
    }
}
