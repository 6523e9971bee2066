package org.accountinghub.routes.demo.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a company sells that mends pumps, heating and ventilation. */
final class Catalogue {

    static final String INACTIVE = "PU-9999";

    private static final int[] DIMENSIONS = {15, 20, 25, 32, 40, 50, 65, 80};

    private final List<DemoArticle> articles = new ArrayList<>();

    static List<DemoArticle> articles() {
        Catalogue catalogue = new Catalogue();
        catalogue.time();
        catalogue.parts();
        catalogue.consumables();
        catalogue.otherVat();
        return List.copyOf(catalogue.articles);
    }

    private void time() {
        String[] work = {
            "Arbetstid servicetekniker",
            "Arbetstid rörmontör",
            "Arbetstid ventilationsmontör",
            "Arbetstid kyltekniker",
            "Arbetstid styr och regler",
            "Arbetstid elektriker",
            "Arbetstid svetsare",
            "Projektledning",
            "Restid",
            "Övertid enkel",
            "Övertid kvalificerad",
            "Jourutryckning",
            "Felsökning",
            "Injustering",
            "Driftsättning",
            "Utbildning på plats"
        };
        for (int i = 0; i < work.length; i++) {
            add("T" + (100 + i), work[i], "tim", 59500 + i * 4500L, 25, true);
        }
    }

    private void parts() {
        String[][] families = {
            {"PU", "Cirkulationspump DN%d, våt motor", "245000"},
            {"DP", "Dränkbar länspump DN%d med flottör", "398000"},
            {"KV", "Kulventil DN%d, avzinkningshärdig mässing", "18950"},
            {"BV", "Backventil DN%d fjäderbelastad", "22475"},
            {"TV", "Termostatventil DN%d", "31290"},
            {"SV", "Säkerhetsventil DN%d 9 bar", "47600"},
            {"FL", "Flänsats DN%d med packning och bult", "36525"},
            {"SI", "Smutsfilter DN%d", "29815"}
        };
        for (String[] family : families) {
            for (int dimension : DIMENSIONS) {
                add(
                        String.format("%s-%04d", family[0], dimension),
                        String.format(family[1], dimension),
                        "st",
                        Long.parseLong(family[2]) + dimension * 1275L,
                        25,
                        false);
            }
        }
        articles.add(
                new DemoArticle(INACTIVE, "Cirkulationspump utgången modell", "st", price(199000), 25, false, false));
    }

    private void consumables() {
        String[][] lines = {
            {"F7-287", "Påsfilter F7 592x287x520", "st", "28900"},
            {"F7-490", "Påsfilter F7 592x490x520", "st", "33400"},
            {"F7-592", "Påsfilter F7 592x592x520", "st", "36900"},
            {"M5-592", "Påsfilter M5 592x592x360", "st", "21450"},
            {"SPA-1250", "Kilrem SPA 1250", "st", "14275"},
            {"SPA-1600", "Kilrem SPA 1600", "st", "17850"},
            {"SPZ-0900", "Kilrem SPZ 900", "st", "9890"},
            {"LA-6204", "Kullager 6204-2RS", "st", "6490"},
            {"LA-6306", "Kullager 6306-2RS", "st", "12990"},
            {"AX-25", "Axeltätning 25 mm kol/keramik", "st", "84500"},
            {"AX-32", "Axeltätning 32 mm kol/keramik", "st", "112500"},
            {"OR-SATS", "O-ringssats EPDM", "sats", "19500"},
            {"EX-18", "Expansionskärl 18 liter", "st", "69500"},
            {"EX-35", "Expansionskärl 35 liter", "st", "98500"},
            {"EX-80", "Expansionskärl 80 liter", "st", "189000"},
            {"EX-110", "Expansionskärl 110 liter", "st", "264000"},
            {"R32", "Köldmedium R32", "kg", "58900"},
            {"R410A", "Köldmedium R410A", "kg", "119500"},
            {"R449A", "Köldmedium R449A", "kg", "134900"},
            {"GLY-35", "Glykolblandning 35 %", "liter", "4890"},
            {"ISO-13", "Rörisolering 13 mm", "m", "3275"},
            {"ISO-19", "Rörisolering 19 mm", "m", "4125"},
            {"CU-15", "Kopparrör 15 mm", "m", "8940"},
            {"CU-22", "Kopparrör 22 mm", "m", "13460"},
            {"PEX-16", "PEX-rör 16 mm", "m", "2890"},
            {"PEX-20", "PEX-rör 20 mm", "m", "3640"},
            {"GIV-T", "Temperaturgivare NTC10k", "st", "42500"},
            {"GIV-P", "Tryckgivare 0-10 bar", "st", "189500"},
            {"STD-24", "Ställdon 24 V modulerande", "st", "312500"},
            {"FRK-075", "Frekvensomformare 0,75 kW", "st", "489000"},
            {"FRK-220", "Frekvensomformare 2,2 kW", "st", "724500"},
            {"BIL", "Servicebil per dag", "dag", "59500"},
            {"MIL", "Milersättning", "mil", "5500"},
            {"MILJO", "Miljö- och deponiavgift", "st", "19500"},
            {"SMA", "Småmaterial och förbrukning", "st", "14500"},
            {"LIFT", "Hyra saxlift", "dag", "189500"}
        };
        for (String[] line : lines) {
            add(line[0], line[1], line[2], Long.parseLong(line[3]), 25, false);
        }
    }

    private void otherVat() {
        add("LUNCH", "Lunch vid utbildning", "st", 12500, 12, false);
        add("LOGI", "Logi tekniker", "natt", 98000, 12, false);
        add("BOK-D", "Driftpärm, tryckt", "st", 45000, 6, false);
        add("BOK-S", "Serviceboken, tryckt", "st", 18500, 6, false);
        add("TAXI", "Persontransport", "st", 32500, 6, false);
        add("PANT", "Pant köldmedieflaska", "st", 150000, 0, false);
        add("MYND", "Myndighetsavgift, utlägg", "st", 285000, 0, false);
    }

    private void add(String number, String description, String unit, long ore, int vat, boolean time) {
        articles.add(new DemoArticle(number, description, unit, price(ore), vat, time, true));
    }

    private static BigDecimal price(long ore) {
        return BigDecimal.valueOf(ore, 2);
    }
}
