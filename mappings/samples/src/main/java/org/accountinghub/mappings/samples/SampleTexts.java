package org.accountinghub.mappings.samples;

import static org.accountinghub.mappings.samples.OrderSketch.order;

import java.util.List;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Discount;
import org.accountinghub.mappings.model.Vat;

/** Orders whose difficulty is in their words. */
final class SampleTexts {

    private static final String PARAGRAPH =
            "Vid ankomst konstaterades att kompressorn inte startade. Felsökning visade brott på"
                    + " nollan i anslutningsdosan; ny dosa monterades, anläggningen provkördes i två timmar och lämnades i drift."
                    + " Köldmedium fylldes på enligt köldmedieförordningen, läckkontroll utan anmärkning. ";

    private SampleTexts() {}

    static List<Sample<BillableOrder>> all() {
        return List.of(
                sample(
                        "text-only",
                        "no amounts at all",
                        order("461").text("Garantiarbete, ingen debitering").text("Filter bytt")),
                sample(
                        "long-text",
                        "longer than a row, and with line breaks",
                        order("462")
                                .text(PARAGRAPH.repeat(3) + "\n\nRekommendation:\r\n  byt filter om ett år")
                                .free("Besök", "1", "900")),
                sample(
                        "long-description",
                        "a priced row whose text is longer than a row",
                        order("463").article("ARB", PARAGRAPH.repeat(2), "2", "h", "845")),
                sample(
                        "word-without-end",
                        "one word longer than a row",
                        order("464")
                                .text("Serienummer " + "A1B2C3D4".repeat(50))
                                .free("Besök", "1", "900")),
                sample(
                        "forbidden-characters",
                        "signs that a partner may refuse",
                        order("465")
                                .text("Se https://exempel.example/rapport · bilaga…\tklart")
                                .free("Rör 3/4\" 'krom' [lager] <A|B> ~5 m × 2", "1", "99")),
                sample(
                        "emoji-and-accents",
                        "letters, combining marks and pictures",
                        order("466")
                                .text("Tack 👍🏽 för hjälpen, Zoë & A\u030asa — ÅÄÖ éüñ ß")
                                .free("Fika ☕", "1", "25")),
                sample(
                        "only-emoji",
                        "a text that nothing is left of",
                        order("467").text("👍👍").free("Besök", "1", "900")),
                sample(
                        "free-text-priced",
                        "amounts without articles",
                        order("468").free("Bortforsling", "1", "350").free("Tippavgift", "2", "125.50")),
                sample(
                        "unknown-articles",
                        "articles that the partner has not; one could not exist there",
                        order("469")
                                .article("XYZ-9", "Specialpackning", "1", "st", "75")
                                .article("NR 12 (gammal)", "Utgången fläkt", "1", "st", "1200")),
                sample(
                        "article-without-text",
                        "the article's own description must do",
                        order("470").article("FILTER", "", "1", "st", "129.90")),
                sample(
                        "row-without-anything",
                        "an amount without text or article",
                        order("471").free("  ", "1", "100")),
                sample(
                        "blank-text-row",
                        "a text of blanks",
                        order("472").text(" \n ").free("Besök", "1", "900")),
                sample(
                        "right-to-left",
                        "Hebrew, Arabic and marks that turn the line",
                        order("480").text("לקוח: \u202Eabc\u202C شركة التكييف").free("Besök", "1", "900")),
                sample(
                        "tabs-and-controls",
                        "a table pasted from a spreadsheet, with a bell in it",
                        order("481")
                                .text("Tryck\tin\tut\n1,2\t3,4\u0007\r\nklart\u000bslut")
                                .free("Besök", "1", "900")),
                sample(
                        "measures-of-years",
                        "a protocol: error, cause, and forty dated measures",
                        measures(order("482")).free("Besök", "1", "900")),
                sample(
                        "long-unit-and-remarks",
                        "a unit that is a sentence, remarks beyond the field",
                        order("483")
                                .extension("Remarks", PARAGRAPH.repeat(12))
                                .row(
                                        "",
                                        "Hyra",
                                        "1",
                                        "påbörjad kalendervecka inklusive helg och storhelg",
                                        "900",
                                        Discount.NONE,
                                        Vat.domestic(25))),
                sample(
                        "article-number-too-long",
                        "51 characters, and one that has two numbers in it",
                        order("484")
                                .article("L".repeat(51), "Lång", "1", "st", "10")
                                .article("FILTER\nARB", "Två", "1", "st", "10")),
                sample("no-rows", "an order without rows", order("473")),
                sample(
                        "long-identifiers",
                        "identifiers longer than fields, several at once",
                        order("474-" + "9".repeat(90))
                                .yourOrderNumber("PO".repeat(50))
                                .free("Besök", "1", "900")),
                sample(
                        "forbidden-identifier",
                        "an identifier with a tab",
                        order("475").yourOrderNumber("PO\t7").free("Besök", "1", "900")),
                sample(
                        "long-references",
                        "names longer than fields",
                        order("476")
                                .references("Maximilian ".repeat(8), "Å".repeat(60))
                                .free("Besök", "1", "900")),
                sample(
                        "everything-wrong",
                        "all problems must be named at once",
                        order("477")
                                .yourOrderNumber("X".repeat(80))
                                .free("", "1", "100")
                                .row("", "Tjänst", "1", "", "10", Discount.NONE, Vat.domestic(19))),
                sample(
                        "personal-number-in-text",
                        "a note must not repeat it",
                        order("478")
                                .text("Fastighetsägare: 19121212-1212 · kod")
                                .references("Anna 191212121212 " + "A".repeat(50), "")
                                .free("Besök", "1", "900")));
    }

    private static OrderSketch measures(OrderSketch sketch) {
        sketch.text("Fel: läckage på sugsidan\nOrsak: vibrationer");
        for (int i = 1; i <= 40; i++) {
            sketch.text(
                    "2026-10-" + (i % 28 + 1) + " Örjan Ek: mätte tryck, täthetsprovade, fyllde 0," + i + " kg R-32");
        }
        return sketch;
    }

    private static Sample<BillableOrder> sample(String name, String difficulty, OrderSketch sketch) {
        return new Sample<>(name, difficulty, sketch.sketched());
    }
}
