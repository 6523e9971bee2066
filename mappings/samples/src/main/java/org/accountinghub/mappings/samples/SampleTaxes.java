package org.accountinghub.mappings.samples;

import static org.accountinghub.mappings.samples.OrderSketch.order;

import java.math.BigDecimal;
import java.util.List;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.Vat;

/** Orders whose VAT, payer or heading is hard to keep. */
final class SampleTaxes {

    private static final Vat DOMESTIC_REVERSE = new Vat(BigDecimal.valueOf(25), Vat.Treatment.DOMESTIC_REVERSE_CHARGE);

    private SampleTaxes() {}

    static List<Sample<BillableOrder>> all() {
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
