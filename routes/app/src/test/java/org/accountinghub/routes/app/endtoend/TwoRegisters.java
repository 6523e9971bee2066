package org.accountinghub.routes.app.endtoend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A store and a Fortnox company that hold many of the same customers, before anybody has connected them, and what they
 * hold when the report has been approved and done: Fortnox is master of names, addresses and telephones.
 *
 * @param store rows of the store's register
 * @param there customers as Fortnox names their fields
 * @param storeAfter number, name and telephone of each
 * @param thereAfter likewise
 */
record TwoRegisters(
        Shares shares,
        List<Map<String, String>> store,
        List<ObjectNode> there,
        Set<String> storeAfter,
        Set<String> thereAfter) {

    /**
     * How many are what.
     *
     * @param sameNumber the same number, confirmed by the organisation number
     * @param sameRegistration other numbers, the same organisation number
     * @param sameName other numbers, no organisation number there, the same name and postal code
     * @param conflicts the same number, another company
     * @param doubledThere pairs at Fortnox with one organisation number, unknown here
     */
    record Shares(
            int sameNumber,
            int sameRegistration,
            int sameName,
            int conflicts,
            int doubledThere,
            int onlyHere,
            int onlyThere) {

        /** The sizes of a company with 20,000 customers, divided. */
        static Shares ofTwentyThousand(int divisor) {
            return new Shares(
                    12_000 / divisor,
                    1_000 / divisor,
                    300 / divisor,
                    200 / divisor,
                    50 / divisor,
                    1_500 / divisor,
                    6_400 / divisor);
        }

        int here() {
            return sameNumber + sameRegistration + sameName + conflicts + onlyHere;
        }

        int there() {
            return sameNumber + sameRegistration + sameName + conflicts + 2 * doubledThere + onlyThere;
        }
    }

    static TwoRegisters of(Shares shares) {
        TwoRegisters both =
                new TwoRegisters(shares, new ArrayList<>(), new ArrayList<>(), new TreeSet<>(), new TreeSet<>());
        int company = 0;
        for (int i = 0; i < shares.sameNumber(); i++, company++) {
            both.pair("1", "1", i, company, name(company), registration(company).replace("-", ""));
        }
        for (int i = 0; i < shares.sameRegistration(); i++, company++) {
            both.pair("2", "3", i, company, name(company) + " i Sverige", registration(company));
        }
        for (int i = 0; i < shares.sameName(); i++, company++) {
            both.pair("4", "5", i, company, name(company).toUpperCase(Locale.ROOT), "");
        }
        for (int i = 0; i < shares.conflicts(); i++, company += 2) {
            both.here("6" + five(i), name(company), registration(company));
            both.there("6" + five(i), name(company + 1), registration(company + 1));
            both.storeAfter.add(shown("6" + five(i), name(company), ""));
        }
        for (int i = 0; i < shares.onlyHere(); i++, company++) {
            both.here("7" + five(i), name(company), registration(company));
            both.storeAfter.add(shown("7" + five(i), name(company), ""));
            both.thereAfter.add(shown("7" + five(i), name(company), ""));
        }
        for (int i = 0; i < shares.onlyThere(); i++, company++) {
            both.there("8" + five(i), name(company), registration(company));
            both.storeAfter.add(shown("8" + five(i), name(company), telephone("8" + five(i))));
        }
        for (int i = 0; i < shares.doubledThere(); i++, company++) {
            both.there("9" + five(2 * i), name(company), registration(company));
            both.there("9" + five(2 * i + 1), name(company) + " (gammal)", registration(company));
        }
        return both;
    }

    /** Writes the store's half, in one statement. */
    void fillStore(JdbcClient owner) {
        owner.sql("""
                        INSERT INTO service.customers (number, name, kind, organisation_number)
                        SELECT one ->> 'number', one ->> 'name', 'BUSINESS', one ->> 'registration'
                        FROM jsonb_array_elements(?::jsonb) one""").param(JsonMapper.shared().writeValueAsString(store)).update();
        owner.sql("""
                        INSERT INTO service.customer_addresses (customer_id, use, line1, postal_code, city, country_code)
                        SELECT id, 'INVOICE', 'Verkstadsgatan 7', '411 05', 'Göteborg', 'SE' FROM service.customers""").update();
    }

    /** One company, on both sides. */
    private void pair(String here, String there, int i, int company, String nameThere, String registrationThere) {
        here(here + five(i), name(company), registration(company));
        there(there + five(i), nameThere, registrationThere);
        storeAfter.add(shown(here + five(i), nameThere, telephone(there + five(i))));
    }

    /** A customer as the assertions name it. */
    static String shown(String number, String name, String telephone) {
        return number + " " + name + ", " + telephone;
    }

    private static String telephone(String number) {
        return "031-" + number;
    }

    private void here(String number, String name, String registration) {
        store.add(new LinkedHashMap<>(Map.of("number", number, "name", name, "registration", registration)));
    }

    private void there(String number, String name, String registration) {
        ObjectNode customer = JsonMapper.shared()
                .createObjectNode()
                .put("CustomerNumber", number)
                .put("Name", name)
                .put("Type", "COMPANY")
                .put("Address1", "Verkstadsgatan 7")
                .put("ZipCode", "41105")
                .put("City", "Göteborg")
                .put("CountryCode", "SE")
                .put("Phone1", telephone(number));
        if (!registration.isEmpty()) {
            customer.put("OrganisationNumber", registration);
        }
        there.add(customer);
        thereAfter.add(shown(number, name, telephone(number)));
    }

    private static String five(int number) {
        return "%05d".formatted(number);
    }

    private static String name(int company) {
        return "Bolaget " + Integer.toString(company, 36) + " AB";
    }

    /** With a right check digit. */
    static String registration(int company) {
        String digits = "55" + "%07d".formatted(6_000_000 + company);
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = (digits.charAt(place) - '0') * (place % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return digits.substring(0, 6) + "-" + digits.substring(6) + (10 - sum % 10) % 10;
    }
}
