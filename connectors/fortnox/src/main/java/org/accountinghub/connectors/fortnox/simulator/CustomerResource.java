package org.accountinghub.connectors.fortnox.simulator;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /3/customers}. */
final class CustomerResource extends RegisterResource {
    private static final Map<String, String> COUNTRIES = Map.of(
            "SE", "Sverige", "NO", "Norge", "DK", "Danmark", "FI", "Finland", "DE", "Tyskland", "GB", "Storbritannien");
    private static final List<String> LISTED =
            List.of("@url", "Address1", "Address2", "City", "CustomerNumber", "Email", "Name", "OrganisationNumber");

    CustomerResource(Effects effects) {
        super("Customer", listing(), effects);
    }

    private static Listing listing() {
        return new Listing("Customers", "", CustomerResource::item)
                .numbered("customernumber")
                .words(Map.of(
                        "active", customer -> customer.path("Active").booleanValue(),
                        "inactive", customer -> !customer.path("Active").booleanValue()))
                .text("customernumber", "CustomerNumber")
                .text("name", "Name")
                .text("organisationnumber", "OrganisationNumber")
                .text("email", "Email")
                .text("phone", "Phone1")
                .text("city", "City")
                .text("zipcode", "ZipCode")
                .text("gln", "GLN")
                .text("glndelivery", "GLNDelivery");
    }

    @Override
    Register register(FortnoxCompany company) {
        return company.customers;
    }

    @Override
    Refusal missing() {
        return Refusal.missing("Kan inte hitta kunden.", 2000433);
    }

    @Override
    Refusal used(String number) {
        return Refusal.of("Kundnumret \"" + number + "\" används redan.", 2000637);
    }

    @Override
    void derive(ObjectNode customer) {
        for (String prefix : List.of("", "Delivery", "Visiting")) {
            String code = customer.path(prefix + "CountryCode").asString("");
            if (!code.isEmpty()) {
                customer.put(prefix + "Country", COUNTRIES.getOrDefault(code, code));
            }
        }
        String terms = customer.path("TermsOfPayment").asString("");
        customer.put("TermsOfPayment", Terms.known(terms));
    }

    private static ObjectNode item(ObjectNode customer) {
        ObjectNode item = JsonMapper.shared().createObjectNode();
        LISTED.forEach(field -> item.put(field, customer.path(field).asString("")));
        return item.put("Phone", customer.path("Phone1").asString(""))
                .put("ZipCode", customer.path("ZipCode").asString(""));
    }
}
