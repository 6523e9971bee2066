package org.accountinghub.connectors.fortnox.simulator;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /3/invoices} or {@code /3/orders}: listed, read, created, changed, and with actions of their own. */
abstract class DocumentResource implements Resource {
    private static final String RATE = "CurrencyRate";

    private final DocumentDraft draft;
    private final DocumentKind kind;
    private final List<String> listed;
    private final Effects effects;
    private final Listing listing;

    /**
     * @param listed the fields that lists show
     * @param filters adds what only this kind can be searched by
     */
    DocumentResource(
            DocumentKind kind,
            DocumentDraft draft,
            Effects effects,
            List<String> listed,
            UnaryOperator<Listing> filters) {
        this.kind = kind;
        this.draft = draft;
        this.effects = effects;
        this.listed = listed;
        String wrapper = kind.wrapper();
        this.listing = filters.apply(new Listing(wrapper + "s", kind.date(), this::item)
                .text("documentnumber", "DocumentNumber")
                .text("customernumber", "CustomerNumber")
                .text("customername", "CustomerName")
                .text("externalinvoicereference1", "ExternalInvoiceReference1")
                .text("externalinvoicereference2", "ExternalInvoiceReference2")
                .text("yourreference", "YourReference")
                .text("ourreference", "OurReference")
                .text("costcenter", "CostCenter")
                .text("project", "Project")
                .flag("sent", "Sent")
                .flag("notcompleted", "NotCompleted"));
    }

    /** Whether it may still be changed. */
    abstract boolean isOpen(ObjectNode document);

    /** What a request with an action does to a document. */
    abstract Handled act(FortnoxCompany company, PartnerRequest request, ApiPath path, ObjectNode document);

    @Override
    public final String scope() {
        return kind.kind();
    }

    @Override
    public final String numberName() {
        return "DocumentNumber";
    }

    @Override
    public final Handled handle(FortnoxCompany company, PartnerRequest request, ApiPath path) {
        if (path.number().isEmpty()) {
            return request.method().equals("POST")
                    ? written(201, create(company, RequestBody.read(request, kind.wrapper()), request.id()))
                    : Handled.reading(listing.answer(request, kind.register(company)));
        }
        ObjectNode document = kind.register(company).find(path.number()).orElseThrow(kind::refusal);
        return switch (request.method() + " " + path.action()) {
            case "GET " ->
                new Handled(Handled.wrapped(200, kind.wrapper(), document), Optional.empty(), reference(document));
            case "GET preview" -> Handled.reading(Handled.pdf());
            case "PUT " ->
                written(200, change(company, document, RequestBody.read(request, kind.wrapper()), request.id()));
            default -> act(company, request, path, document);
        };
    }

    final Handled done(ObjectNode document, Runnable commit) {
        return Handled.writing(Handled.wrapped(200, kind.wrapper(), document), reference(document), commit);
    }

    private Handled written(int status, Entry entry) {
        return Handled.writing(
                Handled.wrapped(status, kind.wrapper(), entry.document()), reference(entry.document()), entry.commit());
    }

    final Entry create(FortnoxCompany company, ObjectNode sent, String requestId) {
        ObjectNode document = draft.create(company, sent);
        String number = document.path("DocumentNumber").asString("");
        return new Entry(number, document, () -> {
            kind.register(company).put(number, document, effects.clock().instant());
            effects.add(company, kind.kind(), Action.CREATED, number, document, requestId);
        });
    }

    /** What was sent put over a document that is not finished. */
    final Entry change(FortnoxCompany company, ObjectNode before, ObjectNode sent, String requestId) {
        if (!isOpen(before)) {
            throw Refusal.of("Dokumentet är färdigt och kan inte ändras.", 2003125);
        }
        ObjectNode document = draft.update(company, before, sent);
        String number = document.path("DocumentNumber").asString("");
        return new Entry(number, document, () -> {
            company.taxReductions.renumber(kind, document, effects);
            kind.register(company).put(number, document, effects.clock().instant());
            effects.add(company, kind.kind(), Action.UPDATED, number, document, requestId);
        });
    }

    /** The list gives the rate of the currency as text. */
    private ObjectNode item(ObjectNode document) {
        ObjectNode item = JsonMapper.shared().createObjectNode();
        listed.forEach(field -> item.set(field, document.path(field)));
        return listed.contains(RATE) ? item.put(RATE, Amounts.text(Amounts.of(document, RATE))) : item;
    }

    static String reference(ObjectNode document) {
        return document.path("ExternalInvoiceReference1").asString("");
    }

    static boolean is(ObjectNode document, String field) {
        return document.path(field).booleanValue(false);
    }
}
