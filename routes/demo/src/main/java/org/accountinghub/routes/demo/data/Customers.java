package org.accountinghub.routes.demo.data;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.accountinghub.routes.demo.data.DemoCustomer.DemoAddress;

/** Invents the customer register: companies, associations, municipalities and people. */
final class Customers {

    static final int BUSINESSES = 176;
    static final int PEOPLE = 60;

    /** The only personal number that is nobody's and may show up anywhere. */
    static final String NOBODYS_PERSONAL_NUMBER = "191212121212";

    private static final String[] CITIES = {
        "Umeå",
        "Luleå",
        "Skellefteå",
        "Örnsköldsvik",
        "Östersund",
        "Malmö",
        "Lund",
        "Helsingborg",
        "Ängelholm",
        "Växjö",
        "Gävle",
        "Åre"
    };
    private static final String[] TRADES = {
        "Fastigheter",
        "Mejeri",
        "Bryggeri",
        "Såg & Hyvleri",
        "Kylhus",
        "Tvätteri",
        "Badhus",
        "Växthus",
        "Fisk & Skaldjur",
        "Plåtslageri",
        "Gjuteri",
        "Tryckeri",
        "Hotell & Konferens",
        "Bilvård"
    };
    private static final String[] FIRST = {
        "Åsa", "Björn", "Östen", "Märta", "Göran", "Kerstin", "Nils", "Anna-Lena", "Per-Åke", "Sofia", "Erik", "Linnéa"
    };
    private static final String[] LAST = {
        "Öberg",
        "Ström",
        "Åkesson",
        "Lindqvist",
        "Sjögren",
        "Häggström",
        "Nyberg",
        "Bergström-Ödmark",
        "Wallin",
        "Fälth"
    };
    private static final String[] STREETS = {
        "Storgatan", "Ågatan", "Västra Ösgatan", "Industrivägen", "Hamngatan", "Björkvägen"
    };
    private static final String[] TECHNICIANS = {"Tove Ek", "Jörgen Åström", "Samira Nasser", "Pär Häll"};

    private final SplittableRandom random;
    private final Set<String> names = new HashSet<>();

    Customers(SplittableRandom random) {
        this.random = random;
    }

    List<DemoCustomer> all() {
        List<DemoCustomer> customers = new ArrayList<>();
        for (int i = 0; i < BUSINESSES; i++) {
            customers.add(business(i));
        }
        for (int i = 0; i < PEOPLE; i++) {
            customers.add(person(i));
        }
        return customers;
    }

    private DemoCustomer business(int i) {
        String city = CITIES[i % CITIES.length];
        String name = unique(businessName(i, city), " " + (i + 1));
        String registration = switch (i % 8) {
            case 3 -> OrganisationNumbers.housingAssociation(i + 11);
            case 6 -> OrganisationNumbers.municipality(i + 11);
            default -> OrganisationNumbers.company(i + 11);
        };
        return new DemoCustomer(
                String.valueOf(10001 + i),
                name,
                false,
                i % 29 == 28
                        ? Optional.empty()
                        : Optional.of(i % 2 == 0 ? registration : OrganisationNumbers.otherSpelling(registration)),
                reached(
                                i,
                                "faktura@" + slug(name) + ".example",
                                String.format("090-%03d %02d %02d", 100 + i, i % 90 + 10, (i * 7) % 90 + 10))
                        .with("vat_treatment", i % 41 == 40 ? "DOMESTIC_REVERSE_CHARGE" : "DOMESTIC")
                        .with(
                                "cost_centre",
                                Optional.of(String.valueOf(100 + i % 4 * 10)).filter(any -> i % 9 == 0))
                        .with(
                                "customers_order_number",
                                Optional.of("PO-" + (45000 + i)).filter(any -> i % 7 == 0)),
                addresses(i, city),
                contacts(i % 4));
    }

    private static String businessName(int i, String city) {
        String trade = TRADES[(i / 3) % TRADES.length];
        return switch (i % 8) {
            case 3 -> "Brf Ängsblomman " + (i % 17 + 1) + " i " + city;
            case 6 -> city + "s kommun, Tekniska förvaltningen, enhet " + (i / 8 + 1);
            case 7 ->
                "Stiftelsen för drift och underhåll av de gamla industrilokalerna vid " + city
                        + "s hamn och järnvägsstation (samfällighet med delat ägande)";
            default -> city + " " + trade + (i % 5 == 0 ? " i Norden AB" : " AB");
        };
    }

    private DemoCustomer person(int i) {
        String name =
                unique(FIRST[i % FIRST.length] + " " + LAST[(i / 2) % LAST.length], " " + (char) ('A' + i % 26) + ".");
        return new DemoCustomer(
                "P" + (2001 + i),
                name,
                true,
                i == 0 ? Optional.of(NOBODYS_PERSONAL_NUMBER) : Optional.empty(),
                reached(i, slug(name) + "@post.example", String.format("070-%03d %02d %02d", 200 + i, i + 10, 99 - i)),
                addresses(i + 1, CITIES[(i * 5) % CITIES.length]),
                List.of());
    }

    private static Columns reached(int i, String email, String phone) {
        return Columns.of("email", email)
                .with("invoice_emails", List.of(email))
                .with("phone", phone)
                .with("assigned_technician", TECHNICIANS[i % TECHNICIANS.length])
                .with("comments", "Endast internt: betalar sent");
    }

    private String unique(String name, String otherwise) {
        String chosen = names.contains(name) ? name + otherwise : name;
        names.add(chosen);
        return chosen;
    }

    private List<DemoAddress> addresses(int i, String city) {
        String postalCode = String.format("%03d %02d", 200 + random.nextInt(700), random.nextInt(10, 99));
        String street = STREETS[random.nextInt(STREETS.length)] + " " + random.nextInt(1, 120);
        List<DemoAddress> addresses = new ArrayList<>();
        addresses.add(new DemoAddress(
                "INVOICE",
                i % 5 == 0 ? "Box " + (100 + i) : street,
                i % 6 == 0 ? "Leverantörsreskontra" : "",
                postalCode,
                city,
                "SE"));
        if (i % 3 == 0) {
            addresses.add(
                    new DemoAddress("VISITING", street, i % 2 == 0 ? "Port B, bakgården" : "", postalCode, city, "SE"));
        }
        if (i % 6 == 5) {
            addresses.add(new DemoAddress("POSTAL", "c/o Ekonomiservice", street, postalCode, city, ""));
        }
        return addresses;
    }

    private List<String> contacts(int count) {
        List<String> contacts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            contacts.add(FIRST[random.nextInt(FIRST.length)] + " " + LAST[random.nextInt(LAST.length)]);
        }
        return contacts;
    }

    private static String slug(String name) {
        String ascii = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9]+", "");
        return ascii.substring(0, Math.min(24, ascii.length()));
    }
}
