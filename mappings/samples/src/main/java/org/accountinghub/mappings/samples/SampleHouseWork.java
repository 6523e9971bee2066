package org.accountinghub.mappings.samples;

import static org.accountinghub.mappings.model.TaxReduction.Type.GREEN;
import static org.accountinghub.mappings.model.TaxReduction.Type.ROT;
import static org.accountinghub.mappings.model.TaxReduction.Type.RUT;
import static org.accountinghub.mappings.samples.OrderSketch.order;
import static org.accountinghub.mappings.samples.SampleReductions.FLAT;
import static org.accountinghub.mappings.samples.SampleReductions.HOUSE;
import static org.accountinghub.mappings.samples.SampleReductions.PERSONAL_NUMBER;

import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.RegistrationNumber;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.TaxReduction.Person;
import org.accountinghub.mappings.model.TaxReduction.Property;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.model.WorkType;

/** Orders with house work: ROT, RUT and green technology, whole and with something wrong. */
final class SampleHouseWork {

    private SampleHouseWork() {}

    static List<Sample<BillableOrder>> whole() {
        return List.of(
                sample(
                        "rot-house",
                        "labour counts, material and travel do not",
                        household("501")
                                .text("Byte av köksblandare")
                                .article("ARB", "Arbete VVS", "3", "h", "845")
                                .as(WorkType.HEATING_PLUMBING, "3")
                                .free("Köksblandare", "1", "2495")
                                .article("RESA", "Resa", "1", "st", "450")
                                .asks(SampleReductions.of(ROT))),
                sample(
                        "rot-flat-of-two",
                        "two persons share an amount that is odd, in a tenant-owned flat",
                        household("502")
                                .article("ARB", "Målning", "7", "h", "525")
                                .as(WorkType.PAINTING_WALLPAPERING, "7")
                                .asks(SampleReductions.of(ROT, FLAT, 1, 1))),
                sample(
                        "rot-uneven-shares",
                        "two thirds and one third",
                        household("503")
                                .article("ARB", "Murning", "10", "h", "611")
                                .as(WorkType.MASONRY, "10")
                                .asks(SampleReductions.of(ROT, HOUSE, 2, 1))),
                sample(
                        "rot-several-kinds-of-work",
                        "one type, three kinds of work",
                        household("504")
                                .article("ARB", "Rivning", "4", "h", "520")
                                .as(WorkType.CONSTRUCTION, "4")
                                .article("ARB", "Elarbete", "2", "h", "690")
                                .as(WorkType.ELECTRICITY, "2")
                                .article("ARB", "Plåtarbete", "1", "h", "650")
                                .as(WorkType.GLASS_METAL_WORK, "1")
                                .asks(SampleReductions.of(ROT))),
                sample(
                        "rot-prices-with-vat",
                        "a private customer's prices include VAT",
                        household("505")
                                .pricesIncludeVat()
                                .article("ARB", "Dränering", "6", "h", "1056.25")
                                .as(WorkType.GROUND_DRAINAGE_WORK, "6")
                                .asks(SampleReductions.of(ROT))),
                sample(
                        "rot-fixed-price",
                        "hours without a price, and the price agreed on without hours",
                        household("506")
                                .text("Enligt avtal: fast pris")
                                .row("ARB", "Badrum, arbete", "1", "st", "48000", Discount.NONE, Vat.domestic(25))
                                .as(WorkType.CONSTRUCTION, "62")
                                .article("ARB", "Nedlagd tid", "62", "h", "0")
                                .asks(SampleReductions.of(ROT))),
                sample(
                        "rot-discount-and-deduction",
                        "labour at a discount, and an hour taken back",
                        household("507")
                                .row("ARB", "Arbete", "8", "h", "845", Discount.percent("10"), Vat.domestic(25))
                                .as(WorkType.ELECTRICITY, "8")
                                .article("ARB", "Avdrag väntetid", "-1", "h", "845")
                                .as(WorkType.ELECTRICITY, "0")
                                .asks(SampleReductions.of(ROT))),
                sample(
                        "rot-fine-quantity",
                        "a row that must be rewritten keeps its hours",
                        household("508")
                                .article("ARB", "Arbete", "2.125", "h", "845")
                                .as(WorkType.ELECTRICITY, "2.125")
                                .asks(SampleReductions.of(ROT))),
                sample(
                        "rot-ten-digits",
                        "the personal number without its century",
                        household("509")
                                .article("ARB", "Arbete", "2", "h", "845")
                                .as(WorkType.ELECTRICITY, "2")
                                .asks(by(
                                        person(PERSONAL_NUMBER.substring(2, 8) + "-" + PERSONAL_NUMBER.substring(8))))),
                sample(
                        "rot-as-order",
                        "asked for on an order that is invoiced over there",
                        household("421-1")
                                .asOrder()
                                .article("ARB", "Arbete", "5", "h", "845")
                                .as(WorkType.CONSTRUCTION, "5")
                                .asks(SampleReductions.of(ROT, HOUSE, 1, 1))),
                sample(
                        "rut-without-property",
                        "RUT needs no property",
                        household("511")
                                .free("Flyttstädning", "5", "395")
                                .as(WorkType.CLEANING, "5")
                                .asks(SampleReductions.withoutProperty(RUT))),
                sample(
                        "rut-hours-to-round",
                        "one and a half twice, a half and a quarter: 3.75 hours are 4",
                        household("512")
                                .free("Gräsklippning", "1.5", "420")
                                .as(WorkType.GARDENING, "1.5")
                                .free("Häckklippning", "1.5", "480")
                                .as(WorkType.GARDENING, "1.5")
                                .free("Snöskottning", "0.5", "420")
                                .as(WorkType.SNOW_PLOUGHING, "0.5")
                                .free("Fönsterputs", "0.25", "420")
                                .as(WorkType.CLEANING, "0.25")
                                .asks(SampleReductions.withoutProperty(RUT))),
                sample(
                        "rut-a-quarter",
                        "less than half an hour in all is one hour, not none",
                        household("513")
                                .free("IT-hjälp", "0.25", "900")
                                .as(WorkType.IT_SERVICES, "0.25")
                                .asks(SampleReductions.withoutProperty(RUT))),
                sample(
                        "green-solar",
                        "material counts too: the whole installation is one row",
                        household("514")
                                .row(
                                        "",
                                        "Solceller 10 kW, installerade",
                                        "1",
                                        "st",
                                        "98000",
                                        Discount.NONE,
                                        Vat.domestic(25))
                                .as(WorkType.SOLAR_CELLS, "40")
                                .free("Bygglovsansökan", "1", "1500")
                                .asks(SampleReductions.of(GREEN, HOUSE, 1, 1))),
                sample(
                        "green-charging-point",
                        "no hours, and none are wanted",
                        household("515")
                                .row("", "Laddbox, installerad", "1", "st", "14990", Discount.NONE, Vat.domestic(25))
                                .as(WorkType.CHARGING_POINT, "0")
                                .asks(SampleReductions.of(GREEN, FLAT, 1))),
                sample(
                        "work-type-without-reduction",
                        "the articles say what work it is, but nobody asks for a reduction",
                        order("516").article("ARB", "Elarbete", "2", "h", "690").as(WorkType.ELECTRICITY, "2")));
    }

    /** Something is wrong for one kind of document at least. */
    static List<Sample<BillableOrder>> refused() {
        return List.of(
                sample(
                        "rot-and-rut",
                        "two types in one document",
                        household("521")
                                .article("ARB", "Elarbete", "2", "h", "690")
                                .as(WorkType.ELECTRICITY, "2")
                                .free("Städning", "2", "395")
                                .as(WorkType.CLEANING, "2")
                                .asks(SampleReductions.of(ROT))),
                sample(
                        "green-several-kinds",
                        "solar cells and storage: only Fortnox knows how the sum divides",
                        household("522")
                                .free("Solceller", "1", "98000")
                                .as(WorkType.SOLAR_CELLS, "30")
                                .free("Batteri", "1", "60000")
                                .as(WorkType.ENERGY_STORAGE, "8")
                                .asks(SampleReductions.of(GREEN))),
                sample(
                        "solar-as-order",
                        "a kind of work that orders may not know, invoices do",
                        household("531")
                                .asOrder()
                                .free("Solceller", "1", "98000")
                                .as(WorkType.SOLAR_CELLS, "30")
                                .asks(SampleReductions.of(GREEN))),
                sample(
                        "rot-for-nothing",
                        "labour given away: there is nothing to reduce",
                        household("532")
                                .row("ARB", "Arbete", "2", "h", "845", Discount.percent("100"), Vat.domestic(25))
                                .as(WorkType.CONSTRUCTION, "2")
                                .free("Material", "1", "500")
                                .asks(rot())),
                sample(
                        "rot-in-euro",
                        "only kronor can be reduced",
                        work("523").currency("EUR").asks(rot())),
                sample(
                        "rot-without-work",
                        "nothing that counts",
                        household("524").free("Köksblandare", "1", "2495").asks(rot())),
                sample(
                        "rot-without-property",
                        "where was the work done?",
                        work("525").asks(SampleReductions.withoutProperty(ROT))),
                sample(
                        "rot-without-hours",
                        "the Tax Agency wants hours",
                        household("526")
                                .free("Arbete enligt avtal", "1", "5000")
                                .as(WorkType.CONSTRUCTION, "0")
                                .asks(rot())),
                sample(
                        "rot-too-many-hours",
                        "more than a row can say",
                        household("527")
                                .free("Nybyggnad", "1", "500000")
                                .as(WorkType.CONSTRUCTION, "1000")
                                .asks(rot())),
                sample(
                        "rot-wrong-number",
                        "a digit wrong, and nothing in the place of a name",
                        work("528").asks(by(SampleReductions.person(" ", "121212-1213", 1)))),
                sample(
                        "rot-same-person-twice",
                        "once with century, once without",
                        work("529").asks(by(person(PERSONAL_NUMBER), person(PERSONAL_NUMBER.substring(2))))),
                sample(
                        "rot-association-number-wrong",
                        "a housing association without its organisation number",
                        work("530")
                                .asks(SampleReductions.of(
                                        ROT,
                                        new Property.Flat("1202", RegistrationNumber.organisation("Brf Älgörten")),
                                        1))));
    }

    private static OrderSketch household(String number) {
        return order(number).payer(SampleCustomers.person());
    }

    private static OrderSketch work(String number) {
        return household(number).article("ARB", "Arbete", "2", "h", "845").as(WorkType.CONSTRUCTION, "2");
    }

    private static TaxReduction rot() {
        return SampleReductions.of(ROT);
    }

    private static TaxReduction by(Person... persons) {
        return new TaxReduction(ROT, Optional.of(HOUSE), List.of(persons));
    }

    private static Person person(String number) {
        return SampleReductions.person("Åsa Öhman", number, 1);
    }

    private static Sample<BillableOrder> sample(String name, String difficulty, OrderSketch sketch) {
        return new Sample<>(name, difficulty, sketch.sketched());
    }
}
