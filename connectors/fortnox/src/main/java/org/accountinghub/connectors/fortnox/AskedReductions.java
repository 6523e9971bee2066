package org.accountinghub.connectors.fortnox;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Finding;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.mappings.fortnox.TaxReductionMatch;
import org.accountinghub.mappings.fortnox.wire.FortnoxTaxReduction;
import org.accountinghub.mappings.fortnox.wire.NewTaxReduction;
import org.accountinghub.mappings.fortnox.wire.NewTaxReduction.ReferenceDocumentType;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.TaxReduction.Person;

/** The tax reductions that a document has at Fortnox. */
final class AskedReductions {

    static final String PATH = "/taxreductions";

    private static final int MOST_PAGES = 40;

    private final FortnoxClient client;
    private final FortnoxLists lists;

    AskedReductions(FortnoxClient client) {
        this.client = client;
        this.lists = new FortnoxLists(client);
    }

    /**
     * All of one document. Asked for by kind of document and time of change, as the contract declares; that a list can be
     * asked for by a document's number too is only known from Fortnox's own links.
     *
     * @param since when the document was created, or earlier
     */
    Reply<List<FortnoxTaxReduction>> of(
            ReferenceDocumentType type, String number, LocalDate since, Conversation conversation) {
        Map<String, String> query = Map.of("filter", type.filter(), "lastmodified", since.minusDays(1) + " 00:00");
        return lists.whole(FortnoxLists.TAX_REDUCTIONS, query, MOST_PAGES, conversation)
                .map(hits -> TaxReductionMatch.of(type, number, hits));
    }

    /**
     * The one that a person of the order asks for.
     *
     * @param person counted from 1
     * @param expected what it should be; without it the person alone decides
     * @param there all of the document
     */
    Finding find(
            BillableOrder order,
            int person,
            Optional<NewTaxReduction> expected,
            List<FortnoxTaxReduction> there,
            Conversation conversation) {
        Person who = order.taxReduction().orElseThrow().persons().get(person - 1);
        List<FortnoxTaxReduction> theirs = new ArrayList<>();
        List<FortnoxTaxReduction> rest = new ArrayList<>(there);
        for (Optional<FortnoxTaxReduction> hit = TaxReductionMatch.by(order, who, rest);
                hit.isPresent();
                hit = TaxReductionMatch.by(order, who, rest)) {
            theirs.add(hit.get());
            rest.remove(hit.get());
        }
        if (theirs.isEmpty()) {
            return rest.stream().allMatch(hit -> TaxReductionMatch.tellsPerson(order, hit))
                    ? new Finding.Absent()
                    : new Finding.Disagrees(anybodys(person));
        }
        return theirs.size() > 1
                ? new Finding.Disagrees(doubled(person))
                : agreeing(person, expected.map(NewTaxReduction::askedAmount), theirs.get(0), conversation);
    }

    static PartnerDocument made(FortnoxTaxReduction reduction, BigDecimal amount, List<String> more) {
        List<String> notes = new ArrayList<>(List.of("asked for " + amount.toPlainString()));
        notes.addAll(more);
        String id = reduction.id().orElseThrow();
        return new PartnerDocument(id, id, notes);
    }

    /** A list need not tell the amount. */
    private Finding agreeing(
            int person, Optional<BigDecimal> expected, FortnoxTaxReduction listed, Conversation conversation) {
        FortnoxTaxReduction reduction = listed;
        if (listed.askedAmount().isEmpty() && listed.id().isPresent()) {
            Reply<FortnoxTaxReduction> read = client.read(
                            PATH + "/" + FortnoxClient.segment(listed.id().get()),
                            Map.of(),
                            FortnoxTaxReduction.Body.class,
                            conversation)
                    .map(FortnoxTaxReduction.Body::taxReduction);
            if (read instanceof Failed<FortnoxTaxReduction> failed) {
                return new Finding.Unreachable(failed.outcome());
            }
            reduction = read instanceof Said<FortnoxTaxReduction> said ? said.body() : listed;
        }
        Optional<BigDecimal> amount = reduction.askedAmount();
        if (reduction.id().isEmpty() || amount.isEmpty()) {
            return new Finding.Unreachable(
                    FortnoxProblems.unreadable("a tax reduction has neither id nor amount", false));
        }
        return expected.filter(wanted -> wanted.compareTo(amount.get()) != 0)
                .<Finding>map(wanted -> new Finding.Disagrees(differs(person, wanted, amount.get())))
                .orElse(new Finding.Found(made(reduction, amount.get(), List.of("found in Fortnox by its person"))));
    }

    private static Problem differs(int person, BigDecimal wanted, BigDecimal amount) {
        return FortnoxProblems.partner(
                        "tax-reduction-differs",
                        "Person " + person + " asks for " + amount.toPlainString()
                                + " in Fortnox; by what Fortnox computed it" + " would be " + wanted.toPlainString()
                                + ".",
                        "Correct the tax reduction on the document in Fortnox, then dismiss the transfer.")
                .at("asked amount");
    }

    private static Problem anybodys(int person) {
        return FortnoxProblems.partner(
                "tax-reduction-anybodys",
                "The document has a tax reduction in Fortnox that does not tell whose it is: person " + person
                        + " may have asked already.",
                "Look at the tax reductions of the document in Fortnox, enter what is missing, then complete the transfer.");
    }

    private static Problem doubled(int person) {
        return FortnoxProblems.partner(
                "tax-reduction-doubled",
                "Person " + person + " asks for the tax reduction several times on the same document in Fortnox.",
                "Delete all but one of them in Fortnox, then retry: the hub finds the one that is left.");
    }
}
