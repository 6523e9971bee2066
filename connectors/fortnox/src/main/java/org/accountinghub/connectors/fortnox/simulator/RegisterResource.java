package org.accountinghub.connectors.fortnox.simulator;

import java.util.Locale;
import java.util.function.Consumer;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A register whose documents are listed, read, created, changed and deleted by their number. */
abstract class RegisterResource implements Resource {
    private final String wrapper;
    private final String kind;
    private final Fields fields;
    private final Listing listing;
    private final Effects effects;

    /** The wrapper is what Fortnox puts around one document of the register. */
    RegisterResource(String wrapper, Listing listing, Effects effects) {
        this.wrapper = wrapper;
        this.kind = wrapper.toLowerCase(Locale.ROOT);
        this.fields = Fields.read(kind);
        this.listing = listing;
        this.effects = effects;
    }

    abstract Register register(FortnoxCompany company);

    abstract Refusal missing();

    abstract Refusal used(String number);

    /** Refuses what does not fit the company's settings. */
    void check(FortnoxCompany company, ObjectNode sent) {}

    /** Fills in what Fortnox derives from what was sent. */
    void derive(ObjectNode document) {}

    @Override
    public String scope() {
        return kind;
    }

    @Override
    public String numberName() {
        return wrapper + "Number";
    }

    @Override
    public Handled handle(FortnoxCompany company, PartnerRequest request, ApiPath path) {
        if (!path.action().isEmpty()) {
            throw FortnoxApi.noSuchResource();
        }
        Register register = register(company);
        if (path.number().isEmpty()) {
            return request.method().equals("POST")
                    ? created(company, request)
                    : Handled.reading(listing.answer(request, register));
        }
        ObjectNode document = register.find(path.number()).orElseThrow(this::missing);
        return switch (request.method()) {
            case "PUT" -> update(company, request, document);
            case "DELETE" ->
                Handled.writing(
                        Answer.empty(204), path.number(), deletion(company, path.number(), document, request.id()));
            default -> Handled.reading(Handled.wrapped(200, wrapper, document));
        };
    }

    Runnable deletion(FortnoxCompany company, String number, ObjectNode document, String requestId) {
        return () -> {
            register(company).delete(number);
            effects.add(company, kind, Action.DELETED, number, document, requestId);
        };
    }

    private Handled created(FortnoxCompany company, PartnerRequest request) {
        Entry entry = create(company, RequestBody.read(request, wrapper), request.id());
        return Handled.writing(Handled.wrapped(201, wrapper, entry.document()), entry.number(), entry.commit());
    }

    Entry create(FortnoxCompany company, ObjectNode sent, String requestId) {
        fields.checkNew(sent);
        check(company, sent);
        Register register = register(company);
        String wished = sent.path(numberName()).asString("");
        String number = wished.isEmpty() ? register.takeNumber() : wished;
        if (register.isUsed(number)) {
            throw used(number);
        }
        ObjectNode document = fields.blank();
        merge(company, document, sent);
        document.put("@url", "https://api.fortnox.se/3/" + kind + "s/" + number).put(numberName(), number);
        return new Entry(number, document, () -> {
            if (!register.isUsed(number)) {
                register.put(number, document, effects.clock().instant());
                effects.add(company, kind, Action.CREATED, number, document, requestId);
            }
        });
    }

    private Handled update(FortnoxCompany company, PartnerRequest request, ObjectNode document) {
        Entry entry = change(company, document, RequestBody.read(request, wrapper), request.id());
        return Handled.writing(Handled.wrapped(200, wrapper, entry.document()), entry.number(), entry.commit());
    }

    /** What was sent put over a document, as the document stands when that happens. */
    Entry change(FortnoxCompany company, ObjectNode document, ObjectNode sent, String requestId) {
        fields.check(sent);
        check(company, sent);
        return changed(company, document, requestId, now -> merge(company, now, sent.without(numberName())));
    }

    /** A field that no request can change. */
    Entry put(FortnoxCompany company, ObjectNode document, String field, JsonNode value, String requestId) {
        return changed(company, document, requestId, now -> now.set(field, value));
    }

    private Entry changed(FortnoxCompany company, ObjectNode document, String requestId, Consumer<ObjectNode> change) {
        String number = document.path(numberName()).asString("");
        change.accept(document);
        return new Entry(number, document, register(company).again(number, change, now -> {
            register(company).put(number, now, effects.clock().instant());
            effects.add(company, kind, Action.UPDATED, number, now, requestId);
        }));
    }

    private void merge(FortnoxCompany company, ObjectNode document, ObjectNode sent) {
        fields.merge(document, company.assumes(Assumption.WORD_CLEARS) ? fields.clear(document, sent) : sent);
        derive(document);
    }
}
