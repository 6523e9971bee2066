package org.accountinghub.mappings.samples;

import static org.accountinghub.mappings.samples.OrderSketch.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.accountinghub.mappings.model.Address;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.Vat;

/** Orders of every kind, with numbers, payers, places and currencies that are not the usual ones. */
final class SampleKinds {

    private static final Vat EXPORT = new Vat(BigDecimal.ZERO, Vat.Treatment.EXPORT);

    private SampleKinds() {}

    static List<Sample<BillableOrder>> kinds() {
        return List.of(
                sample(
                        "sales-order",
                        "sent as an order, to be invoiced over there",
                        order("S-100")
                                .kind("sales")
                                .asOrder()
                                .article("FILTER", "Filter F7", "12", "st", "129.90")
                                .article("KYL-R32", "Köldmedium", "2.4", "kg", "610")),
                sample(
                        "partial-delivery",
                        "the second delivery has a number of its own",
                        order("S-100-2")
                                .kind("sales")
                                .asOrder()
                                .article("FILTER", "Filter F7, restnoterade", "3", "st", "129.90")),
                sample(
                        "back-order",
                        "a hyphen in the number",
                        order("421-1").article("ARB", "Återbesök", "1", "h", "845")),
                sample(
                        "agreement",
                        "a fixed yearly price and nothing else",
                        order("AVT-7/2026")
                                .kind("sales")
                                .text("Serviceavtal 2026-01-01 – 2026-12-31")
                                .row("", "Serviceavtal", "1", "år", "18500", Discount.NONE, Vat.domestic(25))),
                sample(
                        "project",
                        "several orders on one document, each under its own heading",
                        order("P-9")
                                .kind("project")
                                .text("Arbetsorder 421")
                                .article("ARB", "Arbete", "2", "h", "845")
                                .text("Serviceorder 107_1\nAggregat TA-12")
                                .article("ARB", "Service", "1.5", "h", "845")
                                .text("Arbetsorder 421-1")
                                .article("FILTER", "Filter F7", "2", "st", "129.90")),
                sample(
                        "fixed-price",
                        "what was done costs nothing, the agreed price is one row",
                        order("601")
                                .article("ARB", "Arbete", "6.5", "h", "0")
                                .article("FILTER", "Filter", "2", "st", "0")
                                .free("Fast pris enligt offert 2210", "1", "9900")),
                sample(
                        "sent-again",
                        "a person's explicit second sending is another document",
                        order("421").generation(2).article("ARB", "Arbete", "1", "h", "845")),
                sample(
                        "other-subgroup",
                        "the same number in another company",
                        order("421").subgroup("south").article("ARB", "Arbete", "1", "h", "845")),
                sample(
                        "new-year",
                        "the last day of a year",
                        order("602").dated(LocalDate.of(2025, 12, 31)).article("ARB", "Arbete", "1", "h", "845")),
                sample(
                        "order-with-electronic-invoice-data",
                        "what an order cannot hold",
                        order("603")
                                .kind("sales")
                                .asOrder()
                                .extension("EDIYourElectronicReference", "ZZ123")
                                .extension("Remarks", "Ring före leverans")
                                .article("FILTER", "Filter", "1", "st", "129.90")),
                sample(
                        "order-number-too-long",
                        "81 characters, never cut",
                        order("9".repeat(81)).article("ARB", "Arbete", "1", "h", "845")),
                sample("three-hundred-rows", "as many rows as a year of visits has", manyRows(order("604"))));
    }

    static List<Sample<BillableOrder>> places() {
        return List.of(
                sample(
                        "facility-abroad",
                        "delivered to another country than the payer's",
                        order("611")
                                .deliveredTo(new Address("Strandgata 12", "Kai 3", "9008", "Tromsø", "NO"))
                                .article("ARB", "Arbete", "1", "h", "845")),
                sample(
                        "facility-of-unknown-country",
                        "a country code that is none, a town with refused characters",
                        order("612")
                                .deliveredTo(new Address("Kajen 1", "", "123 45", "Öster·hamn", "XX"))
                                .article("ARB", "Arbete", "1", "h", "845")),
                sample(
                        "cost-centres-on-rows",
                        "the document's, a row's own, and none",
                        order("613")
                                .costCentre("NORR")
                                .article("ARB", "Arbete", "1", "h", "845")
                                .at("SÖDER")
                                .article("FILTER", "Filter", "1", "st", "129.90")),
                sample(
                        "cost-centre-refused",
                        "a row's cost centre with a character that is refused",
                        order("614").article("ARB", "Arbete", "1", "h", "845").at("K·1")),
                sample(
                        "internally-invoiced",
                        "one company of the group invoices another, without a discount letter",
                        order("615")
                                .subgroup("south")
                                .payer(SampleCustomers.bare(
                                        SampleCustomers.company().key().customer("INT-1"),
                                        "Norra Kyl AB (internt)",
                                        SampleCustomers.company().type(),
                                        SampleCustomers.company().registration()))
                                .row(
                                        "ARB",
                                        "Inlånad tekniker",
                                        "8",
                                        "h",
                                        "845",
                                        Discount.percent("35"),
                                        Vat.domestic(25))),
                sample(
                        "eu-with-vat",
                        "a foreign customer without a VAT number pays Swedish VAT",
                        order("616")
                                .payer(SampleCustomers.danish())
                                .currency("EUR")
                                .row(
                                        "FILTER",
                                        "Filter",
                                        "2",
                                        "pcs",
                                        "129.90",
                                        Discount.NONE,
                                        new Vat(BigDecimal.valueOf(25), Vat.Treatment.EU_WITH_VAT))),
                sample(
                        "yen",
                        "a currency without decimals, priced with them",
                        order("617")
                                .payer(SampleCustomers.norwegian())
                                .currency("JPY")
                                .row("FILTER", "Filter", "3", "pcs", "1500.5", Discount.NONE, EXPORT)
                                .row("ARB", "Commissioning", "2", "h", "12000", Discount.percent("15"), EXPORT)),
                sample(
                        "dinar",
                        "a currency with three decimals, of which prices keep two",
                        order("618")
                                .payer(SampleCustomers.norwegian())
                                .currency("KWD")
                                .row("FILTER", "Filter", "1", "pcs", "3.125", Discount.NONE, EXPORT)),
                sample(
                        "dollars-with-discount",
                        "another currency, an amount off",
                        order("619")
                                .payer(SampleCustomers.norwegian())
                                .currency("USD")
                                .row("FILTER", "Filter", "3", "pcs", "19.99", Discount.amount("7.50"), EXPORT)));
    }

    private static OrderSketch manyRows(OrderSketch sketch) {
        for (int i = 1; i <= 300; i++) {
            sketch.row("ARB", "Besök " + i, "0.25", "h", "845.10", Discount.NONE, Vat.domestic(25));
        }
        return sketch;
    }

    private static Sample<BillableOrder> sample(String name, String difficulty, OrderSketch sketch) {
        return new Sample<>(name, difficulty, sketch.sketched());
    }
}
