package org.accountinghub.connectors.fortnox.simulator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.testkit.partner.Answer;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.PartnerRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /3/taxreductions}: who asks for how much of a document's reduction. The codes 2003227, 2003228 and 2001246 were
 * measured by another integration with a company for tests.
 */
final class TaxReductionResource implements Resource {
    private static final String WRAPPER = "TaxReduction";
    private static final List<String> LISTED = List.of(
            "@url",
            "ApprovedAmount",
            "CustomerName",
            "Id",
            "ReferenceDocumentType",
            "ReferenceNumber",
            "SocialSecurityNumber",
            "WorkType");

    private final Fields fields = Fields.read("taxreduction");
    private final Effects effects;
    private final Listing listing = new Listing("TaxReductions", "", TaxReductionResource::item)
            .words(Map.of(
                    "invoices",
                    asked -> isFor(asked, "INVOICE"),
                    "orders",
                    asked -> isFor(asked, "ORDER"),
                    "offers",
                    asked -> isFor(asked, "OFFER")))
            .beside(
                    "referencenumber",
                    (asked, number) ->
                            asked.path("ReferenceNumber").asString("").equals(number));

    TaxReductionResource(Effects effects) {
        this.effects = effects;
    }

    /** Unverified: the vendor's list of scopes names no own one. */
    @Override
    public String scope() {
        return "invoice";
    }

    @Override
    public String numberName() {
        return "Id";
    }

    @Override
    public Handled handle(FortnoxCompany company, PartnerRequest request, ApiPath path) {
        if (!path.action().isEmpty()) {
            throw FortnoxApi.noSuchResource();
        }
        Register register = company.taxReductions.register;
        if (path.number().isEmpty()) {
            if (!request.method().equals("POST")) {
                return Handled.reading(listing.answer(request, register));
            }
            ObjectNode sent = RequestBody.read(request, WRAPPER);
            Entry entry = create(company, sent, request.id());
            return Handled.writing(
                    Handled.wrapped(201, WRAPPER, entry.document()),
                    reference(company, entry.document()),
                    entry.commit());
        }
        ObjectNode asked = register.find(path.number())
                .orElseThrow(() -> Refusal.missing("Kan inte hitta skattereduktionen.", 2001245));
        return switch (request.method()) {
            case "PUT" -> update(company, request, asked);
            case "DELETE" -> delete(company, request, asked);
            default -> new Handled(Handled.wrapped(200, WRAPPER, asked), Optional.empty(), reference(company, asked));
        };
    }

    Entry create(FortnoxCompany company, ObjectNode sent, String requestId) {
        fields.checkNew(sent);
        ObjectNode asked = fields.blank();
        fields.merge(asked, sent);
        asked.set("TaxReductionAmounts", sent.withArray("/TaxReductionAmounts").deepCopy());
        ObjectNode document = checked(company, asked, "");
        String id = company.taxReductions.register.takeNumber();
        asked.put("Id", Long.parseLong(id)).put("@url", "https://api.fortnox.se/3/taxreductions/" + id);
        return new Entry(id, asked, () -> {
            if (comesTooLate(company, asked)) {
                return;
            }
            company.taxReductions.put(asked, id, effects);
            company.taxReductions.note(Action.CREATED, asked, document, effects, requestId);
            recalculate(company, asked);
        });
    }

    private static boolean comesTooLate(FortnoxCompany company, ObjectNode asked) {
        try {
            checked(company, asked, "");
            return false;
        } catch (Refusal refusal) {
            return true;
        }
    }

    private Handled update(FortnoxCompany company, PartnerRequest request, ObjectNode asked) {
        ObjectNode sent = RequestBody.read(request, WRAPPER);
        fields.check(sent);
        String id = asked.path("Id").asString("");
        fields.merge(asked, sent);
        ObjectNode document = checked(company, asked, id);
        return Handled.writing(Handled.wrapped(200, WRAPPER, asked), reference(company, asked), () -> {
            company.taxReductions.put(asked, id, effects);
            company.taxReductions.note(Action.UPDATED, asked, document, effects, request.id());
            recalculate(company, asked);
        });
    }

    private Handled delete(FortnoxCompany company, PartnerRequest request, ObjectNode asked) {
        ObjectNode document = open(company, asked);
        String number = asked.path("ReferenceNumber").asString("");
        if (company.taxReductions.of(kind(asked), number).size() == 1) {
            throw Refusal.of("Den sista skattereduktionen kan inte tas bort, använd PUT.", 2001246);
        }
        return Handled.writing(Answer.empty(204), reference(company, asked), () -> {
            company.taxReductions.register.delete(asked.path("Id").asString(""));
            company.taxReductions.note(Action.DELETED, asked, document, effects, request.id());
            recalculate(company, asked);
        });
    }

    /** The document, when it may still be changed and its rows give what all persons together ask for. */
    private static ObjectNode checked(FortnoxCompany company, ObjectNode asked, String replaced) {
        BigDecimal amount = Amounts.of(asked, "AskedAmount");
        if (amount.compareTo(BigDecimal.ONE) < 0) {
            throw Refusal.of("Värdet är utanför tillåtet intervall (AskedAmount)", 2000108);
        }
        ObjectNode document = open(company, asked);
        List<ObjectNode> others =
                company
                        .taxReductions
                        .of(kind(asked), asked.path("ReferenceNumber").asString(""))
                        .stream()
                        .filter(other -> !other.path("Id").asString("").equals(replaced))
                        .toList();
        if (TaxReductions.sum(others).add(amount).compareTo(HouseWork.computed(kind(asked), document, company)) > 0) {
            throw Refusal.of("Begärd skattereduktion överskrider möjlig skattereduktion.", 2003228);
        }
        return document;
    }

    private static ObjectNode open(FortnoxCompany company, ObjectNode asked) {
        ObjectNode document = kind(asked)
                .register(company)
                .find(asked.path("ReferenceNumber").asString(""))
                .orElseThrow(() ->
                        Refusal.of("Kan inte hitta dokumentet.", kind(asked).missingCode()));
        if (document.path("Booked").booleanValue(false)
                || document.path("Cancelled").booleanValue(false)
                || (kind(asked) == DocumentKind.ORDER && OrderInvoicing.isInvoiced(document))) {
            throw Refusal.of("Dokumentet är färdigt och kan inte ändras.", 2003125);
        }
        return document;
    }

    private void recalculate(FortnoxCompany company, ObjectNode asked) {
        DocumentKind kind = kind(asked);
        String number = asked.path("ReferenceNumber").asString("");
        kind.register(company).find(number).ifPresent(document -> {
            DocumentAmounts.calculate(kind, document, company);
            kind.register(company).put(number, document, effects.clock().instant());
        });
    }

    private static DocumentKind kind(ObjectNode asked) {
        String type = asked.path("ReferenceDocumentType").asString("");
        if (type.equals("OFFER")) {
            throw Refusal.of("Kan inte hitta offerten.", 2000430);
        }
        return DocumentKind.valueOf(type);
    }

    private static String reference(FortnoxCompany company, ObjectNode asked) {
        return kind(asked)
                .register(company)
                .find(asked.path("ReferenceNumber").asString(""))
                .map(document -> document.path("ExternalInvoiceReference1").asString(""))
                .orElse("");
    }

    private static boolean isFor(ObjectNode asked, String type) {
        return asked.path("ReferenceDocumentType").asString("").equals(type);
    }

    /** The list gives the document's number as a number, and not how much is asked for. */
    private static ObjectNode item(ObjectNode asked) {
        ObjectNode item = JsonMapper.shared().createObjectNode();
        LISTED.forEach(field -> item.set(field, asked.path(field)));
        return item.put(
                "ReferenceNumber", Long.parseLong(asked.path("ReferenceNumber").asString("0")));
    }
}
