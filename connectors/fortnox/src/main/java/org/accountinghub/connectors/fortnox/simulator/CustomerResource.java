package org.accountinghub.connectors.fortnox.simulator;

import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /3/customers}. */
final class CustomerResource implements Resource {
    private static final String WRAPPER = "Customer";
    private static final Map<String, String> COUNTRIES = Map.of(
            "SE", "Sverige", "NO", "Norge", "DK", "Danmark", "FI", "Finland", "DE", "Tyskland", "GB", "Storbritannien");
    private static final List<String> LISTED =
            List.of("@url", "Address1", "Address2", "City", "CustomerNumber", "Email", "Name", "OrganisationNumber");

    private final Fields fields = Fields.read("customer");
    private final Effects effects;
    private final Listing listing = new Listing("Customers", "", CustomerResource::item)
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

    CustomerResource(Effects effects) {
        this.effects = effects;
    }

    @Override
    public String scope() {
        return "customer";
    }

    @Override
    public String numberName() {
        return "CustomerNumber";
    }

    @Override
    public Handled handle(FortnoxCompany company, PartnerRequest request, ApiPath path) {
        if (!path.action().isEmpty()) {
            throw FortnoxApi.noSuchResource();
        }
        if (path.number().isEmpty()) {
            return request.method().equals("POST")
                    ? created(company, request)
                    : Handled.reading(listing.answer(request, company.customers));
        }
        ObjectNode customer = company.customers
                .find(path.number())
                .orElseThrow(() -> Refusal.missing("Kan inte hitta kunden.", 2000433));
        return switch (request.method()) {
            case "PUT" -> update(company, request, customer);
            case "DELETE" ->
                Handled.writing(Answer.empty(204), path.number(), () -> {
                    company.customers.delete(path.number());
                    effects.add(company, "customer", Action.DELETED, path.number(), customer, request.id());
                });
            default -> Handled.reading(Handled.wrapped(200, WRAPPER, customer));
        };
    }

    private Handled created(FortnoxCompany company, PartnerRequest request) {
        Entry entry = create(company, RequestBody.read(request, WRAPPER), request.id());
        return Handled.writing(Handled.wrapped(201, WRAPPER, entry.document()), entry.number(), entry.commit());
    }

    Entry create(FortnoxCompany company, ObjectNode sent, String requestId) {
        fields.checkNew(sent);
        String wished = sent.path("CustomerNumber").asString("");
        String number = wished.isEmpty() ? company.customers.takeNumber() : wished;
        if (company.customers.isUsed(number)) {
            throw Refusal.of("Kundnumret \"" + number + "\" används redan.", 2000637);
        }
        ObjectNode customer = fields.blank();
        merge(customer, sent);
        customer.put("@url", "https://api.fortnox.se/3/customers/" + number).put("CustomerNumber", number);
        return new Entry(number, customer, () -> {
            if (!company.customers.isUsed(number)) {
                company.customers.put(number, customer, effects.clock().instant());
                effects.add(company, "customer", Action.CREATED, number, customer, requestId);
            }
        });
    }

    private Handled update(FortnoxCompany company, PartnerRequest request, ObjectNode customer) {
        ObjectNode sent = RequestBody.read(request, WRAPPER);
        fields.check(sent);
        String number = customer.path("CustomerNumber").asString("");
        merge(customer, sent.without("CustomerNumber"));
        return Handled.writing(Handled.wrapped(200, WRAPPER, customer), number, () -> {
            company.customers.put(number, customer, effects.clock().instant());
            effects.add(company, "customer", Action.UPDATED, number, customer, request.id());
        });
    }

    private void merge(ObjectNode customer, ObjectNode sent) {
        fields.merge(customer, sent);
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
