package org.accountinghub.connectors.vismaeaccounting.simulator;

import java.time.InstantSource;
import java.util.UUID;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Customers and articles. A number is given once; what comes late and finds it taken has no effect. */
final class Registers {
    private final Effects effects;
    private final InstantSource clock;

    Registers(Effects effects, InstantSource clock) {
        this.effects = effects;
        this.clock = clock;
    }

    Handled addCustomer(VismaCompany company, ObjectNode sent, String requestId) {
        ObjectNode customer = customer(company, sent, UUID.randomUUID().toString());
        if (!customer.has("CustomerNumber")) {
            customer.put("CustomerNumber", company.freeCustomerNumber());
        }
        return added(company, Kind.CUSTOMERS, customer, requestId);
    }

    Handled addArticle(VismaCompany company, ObjectNode sent, String requestId) {
        return added(
                company, Kind.ARTICLES, article(company, sent, UUID.randomUUID().toString()), requestId);
    }

    Handled changeCustomer(VismaCompany company, ObjectNode there, ObjectNode sent, String requestId) {
        ObjectNode anew = customer(company, sent, there.path("Id").stringValue());
        if (!anew.has("CustomerNumber")) {
            anew.put("CustomerNumber", there.path("CustomerNumber").stringValue());
        }
        return changed(company, Kind.CUSTOMERS, there, anew, requestId);
    }

    Handled changeArticle(VismaCompany company, ObjectNode there, ObjectNode sent, String requestId) {
        return changed(
                company,
                Kind.ARTICLES,
                there,
                article(company, sent, there.path("Id").stringValue()),
                requestId);
    }

    private ObjectNode customer(VismaCompany company, ObjectNode sent, String id) {
        Contract.check(Kind.CUSTOMERS, sent);
        known(company, Kind.TERMS, sent.path("TermsOfPaymentId"));
        ObjectNode customer = sent.deepCopy();
        customer.put("Id", id);
        if (!customer.has("CurrencyCode")) {
            customer.put("CurrencyCode", company.settings().path("CurrencyCode").stringValue());
        }
        if (!customer.has("InvoiceCountryCode")) {
            customer.put(
                    "InvoiceCountryCode", company.settings().path("CountryCode").stringValue());
        }
        return stamped(customer);
    }

    private ObjectNode article(VismaCompany company, ObjectNode sent, String id) {
        Contract.check(Kind.ARTICLES, sent);
        known(company, Kind.CODINGS, sent.path("CodingId"));
        ObjectNode unit = known(company, Kind.UNITS, sent.path("UnitId"));
        ObjectNode article = sent.deepCopy();
        article.put("Id", id)
                .put("UnitName", unit.path("Name").stringValue())
                .put("UnitAbbreviation", unit.path("Abbreviation").stringValue());
        return stamped(article);
    }

    private ObjectNode stamped(ObjectNode record) {
        return record.put("ChangedUtc", clock.instant().toString());
    }

    private static ObjectNode known(VismaCompany company, Kind kind, JsonNode id) {
        return company.find(kind, id.asString(""))
                .orElseThrow(() -> Refusal.notFound(kind.singular() + " " + id.asString("")));
    }

    private Handled added(VismaCompany company, Kind kind, ObjectNode record, String requestId) {
        String number = record.path(kind.number()).stringValue();
        if (company.with(kind, kind.number(), number).isPresent()) {
            throw Refusal.of(
                    409, 4000, "ConflictException - " + kind.singular() + " number " + number + " already exists");
        }
        return Handled.done(201, record, () -> {
            if (company.with(kind, kind.number(), number).isEmpty()) {
                company.add(kind, record);
                effects.add(company, kind, Action.CREATED, record, requestId);
            }
        });
    }

    private Handled changed(VismaCompany company, Kind kind, ObjectNode there, ObjectNode anew, String requestId) {
        String number = anew.path(kind.number()).stringValue();
        if (company.with(kind, kind.number(), number)
                .filter(other -> !other.path("Id").equals(there.path("Id")))
                .isPresent()) {
            throw Refusal.of(
                    409, 4000, "ConflictException - " + kind.singular() + " number " + number + " already exists");
        }
        return Handled.done(200, anew, () -> {
            ObjectNode before = there.deepCopy();
            before.remove("ChangedUtc");
            ObjectNode after = anew.deepCopy();
            after.remove("ChangedUtc");
            company.add(kind, anew);
            if (!before.equals(after)) {
                effects.add(company, kind, Action.UPDATED, anew, requestId);
            }
        });
    }
}
