package org.accountinghub.connectors.vismaeaccounting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Absent;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.vismaeaccounting.wire.ArticleCoding;
import org.accountinghub.mappings.vismaeaccounting.wire.ArticleThere;
import org.accountinghub.mappings.vismaeaccounting.wire.CostCentreItem;
import org.accountinghub.mappings.vismaeaccounting.wire.CustomerThere;
import org.accountinghub.mappings.vismaeaccounting.wire.DraftThere;
import org.accountinghub.mappings.vismaeaccounting.wire.EAccountingPage;
import org.accountinghub.mappings.vismaeaccounting.wire.InvoiceThere;
import org.accountinghub.mappings.vismaeaccounting.wire.Meta;
import org.accountinghub.mappings.vismaeaccounting.wire.OrderThere;
import org.accountinghub.mappings.vismaeaccounting.wire.TermsOfPayment;
import org.accountinghub.mappings.vismaeaccounting.wire.Unit;

/** Reads lists, page by page and never without end. */
final class VismaLists {

    static final String FILTER = "$filter";

    /** One list of eAccounting's: path and body. */
    record Register<P extends EAccountingPage<T>, T>(String path, Class<P> body) {}

    static final Register<CustomerThere.Page, CustomerThere> CUSTOMERS =
            new Register<>("/customers", CustomerThere.Page.class);
    static final Register<ArticleThere.Page, ArticleThere> ARTICLES =
            new Register<>("/articles", ArticleThere.Page.class);
    static final Register<ArticleCoding.Page, ArticleCoding> CODINGS =
            new Register<>("/articleaccountcodings", ArticleCoding.Page.class);
    static final Register<Unit.Page, Unit> UNITS = new Register<>("/units", Unit.Page.class);
    static final Register<TermsOfPayment.Page, TermsOfPayment> TERMS =
            new Register<>("/termsofpayments", TermsOfPayment.Page.class);
    static final Register<CostCentreItem.Page, CostCentreItem> COST_CENTRES =
            new Register<>("/costcenteritems", CostCentreItem.Page.class);
    static final Register<DraftThere.Page, DraftThere> DRAFTS =
            new Register<>("/customerinvoicedrafts", DraftThere.Page.class);
    static final Register<InvoiceThere.Page, InvoiceThere> INVOICES =
            new Register<>("/customerinvoices", InvoiceThere.Page.class);
    static final Register<OrderThere.Page, OrderThere> ORDERS = new Register<>("/orders", OrderThere.Page.class);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final VismaClient client;
    private final int pageSize;

    VismaLists(VismaClient client, int pageSize) {
        this.client = client;
        this.pageSize = pageSize;
    }

    /** Whether it is a document's number, not its id. */
    static boolean isNumber(String called) {
        return NUMBER.matcher(called).matches();
    }

    int pageSize() {
        return pageSize;
    }

    /** A page of a list, the number of the one after it, and how many records all of them have. */
    record Part<T>(List<T> items, Optional<Integer> next, Optional<Integer> total) {}

    /** The record with this id; empty when there is none. */
    <T> Reply<Optional<T>> one(Register<?, T> register, String id, Class<T> body, Conversation conversation) {
        Reply<T> reply = client.read(register.path() + "/" + VismaClient.segment(id), Map.of(), body, conversation);
        return reply instanceof Absent<T> ? new Said<>(Optional.empty()) : reply.map(Optional::of);
    }

    /** One page, counted from 1. An answer without a list is a failure: it must not pass for "nothing found". */
    <P extends EAccountingPage<T>, T> Reply<Part<T>> page(
            Register<P, T> register, Map<String, String> filter, int page, Conversation conversation) {
        Map<String, String> query = new HashMap<>(filter);
        query.put("$pagesize", Integer.toString(pageSize));
        query.put("$page", Integer.toString(page));
        Reply<P> reply = client.read(register.path(), query, register.body(), conversation);
        if (reply instanceof Absent<P>) {
            return new Failed<>(VismaProblems.unreadable("a list was asked for and there is none", false));
        }
        return reply.then(body -> body.data()
                .<Reply<Part<T>>>map(items -> new Said<>(new Part<>(
                        items, body.meta().flatMap(Meta::next), body.meta().flatMap(Meta::totalNumberOfResults))))
                .orElseGet(() -> new Failed<>(VismaProblems.unreadable("it holds no list", false))));
    }

    /** All pages together. With more than so many there is no answer: what is left out would pass for absent. */
    <P extends EAccountingPage<T>, T> Reply<List<T>> whole(
            Register<P, T> register, Map<String, String> filter, int most, Conversation conversation) {
        List<T> all = new ArrayList<>();
        Optional<Integer> next = Optional.of(1);
        for (int read = 0; next.isPresent(); read++) {
            if (read == most) {
                return new Failed<>(VismaProblems.unreadable("the list has more than " + most + " pages", false));
            }
            Reply<Part<T>> reply = page(register, filter, next.get(), conversation);
            if (!(reply instanceof Said<Part<T>> said)) {
                return reply.map(Part::items);
            }
            all.addAll(said.body().items());
            next = said.body().next();
        }
        return new Said<>(List.copyOf(all));
    }
}
