package org.accountinghub.routes.demo.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An order of the store.
 *
 * @param header all that stands on the order itself
 * @param state in the store's words
 * @param asked whether somebody has asked for it to be sent
 * @param others rows outside assignments
 * @param persons who asks for a tax reduction
 * @param trouble why it cannot be sent, when it cannot
 * @param shows what of the hub one can see with it, in a few words
 */
public record DemoOrder(
        DemoCompany company,
        String kind,
        String number,
        Columns header,
        String state,
        boolean asked,
        List<DemoAssignment> assignments,
        List<DemoRow> others,
        List<Columns> persons,
        Optional<Trouble> trouble,
        Optional<String> shows) {

    /** A ready order in Swedish kronor that somebody has asked for, without rows. */
    static DemoOrder ready(DemoCompany company, String kind, String number, LocalDate date) {
        return new DemoOrder(
                company,
                kind,
                number,
                Columns.of("order_date", date).with("currency", "SEK"),
                "READY",
                true,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** For this customer, without a facility. */
    DemoOrder of(DemoCustomer customer) {
        return with("customer_id", new Called.Customer(customer.number()))
                .with("contact", customer.contacts().stream().findFirst());
    }

    /** For the customer whose facility it is. */
    DemoOrder at(DemoPlace place) {
        return with("customer_id", new Called.Customer(place.customer()))
                .with("facility_id", new Called.Facility(place.customer(), place.name()));
    }

    DemoOrder with(String column, Object value) {
        return header(header.with(column, value));
    }

    DemoOrder with(String column, Optional<?> value) {
        return header(header.with(column, value));
    }

    DemoOrder without(String column) {
        return header(header.without(column));
    }

    private DemoOrder header(Columns newHeader) {
        return new DemoOrder(
                company, kind, number, newHeader, state, asked, assignments, others, persons, trouble, shows);
    }

    DemoOrder resting(String newState) {
        return new DemoOrder(
                company, kind, number, header, newState, false, assignments, others, persons, trouble, shows);
    }

    DemoOrder doing(List<DemoAssignment> work) {
        return new DemoOrder(company, kind, number, header, state, asked, work, others, persons, trouble, shows);
    }

    DemoOrder selling(List<DemoRow> rows) {
        return new DemoOrder(company, kind, number, header, state, asked, assignments, rows, persons, trouble, shows);
    }

    DemoOrder reducedFor(Columns... asking) {
        return new DemoOrder(
                company, kind, number, header, state, asked, assignments, others, List.of(asking), trouble, shows);
    }

    DemoOrder stoppedBy(Trouble reason) {
        return new DemoOrder(
                company, kind, number, header, state, asked, assignments, others, persons, Optional.of(reason), shows);
    }

    DemoOrder showing(String words) {
        return new DemoOrder(
                company, kind, number, header, state, asked, assignments, others, persons, trouble, Optional.of(words));
    }

    /** What was to be done somewhere, and what was used. */
    public record DemoAssignment(Columns columns, List<DemoRow> rows) {

        static DemoAssignment of(String description, String error, String measures, List<DemoRow> rows) {
            return new DemoAssignment(
                    Columns.of("description", description).with("error", error).with("measures", measures), rows);
        }

        /** @param object of the facility's customer */
        DemoAssignment on(DemoPlace place, DemoPlace.DemoObject object) {
            return with("service_object_id", new Called.ServiceObject(place.customer(), object.name()));
        }

        DemoAssignment with(String column, Object value) {
            return new DemoAssignment(columns.with(column, value), rows);
        }
    }

    /** Whether the store wants it sent. */
    public boolean wanted() {
        return state.equals("READY") && (asked || company.sendsImmediately());
    }

    Called.Order called() {
        return new Called.Order(company.code(), kind, number);
    }

    /** The order as the hub names it. */
    public String name() {
        return company.code() + " " + kind + " " + number;
    }
}
