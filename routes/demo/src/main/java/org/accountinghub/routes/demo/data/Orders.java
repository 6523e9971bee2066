package org.accountinghub.routes.demo.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.accountinghub.routes.demo.data.DemoOrder.DemoAssignment;

/** Invents orders that can be sent, and some that nobody wants sent. */
final class Orders {

    static final int ORDINARY = 72;

    /** Of a company that is there to show one more accounting system. */
    static final int PLAIN = 24;

    private static final String[] STATES_AT_REST = {
        "CREATED", "SIGNED", "CANCELLED", "INVOICED", "PARTLY_SIGNED", "READY"
    };
    private static final String[] DESCRIPTIONS = {
        "Årlig service enligt avtal",
        "Larm: låg framledningstemperatur",
        "Pump låter illa",
        "Byte av filter",
        "Läckage vid fläns",
        "Injustering av flöden"
    };
    private static final String[] ERRORS = {
        "", "Slitet lager", "Igensatt smutsfilter", "", "Packning sprucken", "Fel börvärde"
    };
    private static final String[] MEASURES = {
        "Utfört enligt protokoll. Allt OK.",
        "Bytt axeltätning och lager, provkört 30 minuter.",
        "Rengjort filter & silar, avluftat systemet, kontrollerat expansionskärl.\nFörtryck justerat till 1,2 bar.",
        "Demonterat pumpen, konstaterat kavitationsskador på pumphjul och slitring. Kunden kontaktad på plats och godkände byte till ny"
                + " pump. Ny pump monterad med nya flänspackningar, eldragning kontrollerad och motorskydd inställt enligt märkskylt. Systemet"
                + " fyllt, avluftat i tre omgångar och provtryckt 6 bar i 30 minuter utan anmärkning. Flöden injusterade mot projekterade"
                + " värden: VS1 0,82 l/s, VS2 0,47 l/s, VV 0,21 l/s. Driftpersonal informerad om att avlufta igen efter en vecka.\n"
                + "Kvarstår: isolering av två ventiler, utförs vid nästa besök. Återvunnet 3,4 kg köldmedium.",
        "Återställt börvärden – driftkort uppdaterat (se bilaga)."
    };

    private final List<DemoCustomer> customers;
    private final List<DemoPlace> places;
    private final Rows rows;
    private final LocalDate today;

    Orders(List<DemoCustomer> customers, List<DemoPlace> places, Rows rows, LocalDate today) {
        this.customers = customers;
        this.places = places;
        this.rows = rows;
        this.today = today;
    }

    List<DemoOrder> all() {
        List<DemoOrder> orders = new ArrayList<>();
        for (int n = 0; n < ORDINARY; n++) {
            orders.add(order(n, "READY", true));
        }
        for (int n = 0; n < STATES_AT_REST.length * 2; n++) {
            orders.add(order(ORDINARY + n, STATES_AT_REST[n % STATES_AT_REST.length], false));
        }
        return orders;
    }

    /** Orders of this company that can be sent, some of them for a customer who always gets invoices. */
    List<DemoOrder> plainly(DemoCompany company) {
        DemoCustomer always = named(ShownCustomers.ALWAYS_INVOICED);
        return IntStream.range(0, PLAIN)
                .mapToObj(n ->
                        n % 6 == 5 ? order(company, n, "READY", true).of(always) : order(company, n, "READY", true))
                .toList();
    }

    private DemoOrder order(int n, String state, boolean asked) {
        return order(companyOf(n, state.equals("READY") && !asked), n, state, asked);
    }

    private DemoOrder order(DemoCompany company, int n, String state, boolean asked) {
        String kind = kind(n);
        boolean person = n % 5 == 4;
        DemoPlace place = places.get(n * 7 % places.size());
        boolean atPlace = !person && !kind.equals("sales");
        DemoCustomer customer = person
                ? customers.get(Customers.BUSINESSES + n % 50)
                : kind.equals("sales") ? customers.get(n * 11 % Places.ORDINARY) : named(place.customer());
        DemoOrder order = DemoOrder.ready(company, kind, number(n, kind), today.minusDays(n % 20))
                .of(customer)
                .with("prices_include_vat", person)
                .doing(assignments(n, kind, atPlace ? Optional.of(place) : Optional.empty(), person))
                .selling(rows.others(
                        n, kind.equals("sales") ? 2 + n % 4 : n % 3, person, company.equals(DemoCompany.NORTH)));
        if (atPlace) {
            order = order.at(place);
        }
        if (!person && n % 31 == 12) {
            DemoCustomer other = customers.get((n + 3) % Places.ORDINARY);
            order = order.with("invoiced_to_id", new Called.Customer(other.number()));
        }
        if (n % 4 == 0) {
            order = order.with(
                    "order_text",
                    "Tack för förtroendet! Frågor: service@" + company.code().toLowerCase(Locale.ROOT) + ".example");
        }
        return asked ? order : order.resting(state);
    }

    private List<DemoAssignment> assignments(int n, String kind, Optional<DemoPlace> place, boolean withVat) {
        List<DemoAssignment> assignments = new ArrayList<>();
        int count = kind.equals("sales") ? 0 : place.isPresent() ? 1 + n % 2 : 1;
        for (int i = 0; i < count; i++) {
            DemoAssignment assignment = assignment(n + i, withVat);
            int object = i;
            assignments.add(
                    place.map(at -> assignment.on(at, at.objects().get(object))).orElse(assignment));
        }
        return assignments;
    }

    DemoAssignment assignment(int n, boolean withVat) {
        return DemoAssignment.of(
                DESCRIPTIONS[n % DESCRIPTIONS.length],
                ERRORS[n % ERRORS.length],
                MEASURES[n % MEASURES.length],
                rows.assignment(n, withVat));
    }

    private DemoCustomer named(String number) {
        return customers.stream()
                .filter(customer -> customer.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    /** Invoices that are booked and marked as sent take more calls than orders: the company that sends orders has more of them. */
    private static DemoCompany companyOf(int n, boolean waitsToBeAskedFor) {
        return !waitsToBeAskedFor && (n / 3 % 2 == 0 || n % 4 == 0) ? DemoCompany.NORTH : DemoCompany.SOUTH;
    }

    private static String kind(int n) {
        return switch (n % 3) {
            case 0 -> "work";
            case 1 -> "service";
            default -> "sales";
        };
    }

    /** Back orders, parts of orders and part deliveries have numbers of their own. */
    private static String number(int n, String kind) {
        int serial = n / 6;
        String suffix = n / 3 % 2 == 0 ? "" : kind.equals("service") ? "_1" : "-1";
        return switch (kind) {
            case "work" -> (421 + serial) + suffix;
            case "service" -> (107 + serial) + suffix;
            default -> (3001 + serial) + suffix;
        };
    }
}
