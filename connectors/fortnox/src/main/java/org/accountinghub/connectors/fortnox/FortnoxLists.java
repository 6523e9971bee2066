package org.accountinghub.connectors.fortnox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Absent;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.mappings.fortnox.wire.ArticleItem;
import org.accountinghub.mappings.fortnox.wire.CustomerItem;
import org.accountinghub.mappings.fortnox.wire.FortnoxPage;
import org.accountinghub.mappings.fortnox.wire.FortnoxTaxReduction;
import org.accountinghub.mappings.fortnox.wire.InvoiceItem;
import org.accountinghub.mappings.fortnox.wire.OrderItem;

/** Reads lists, page by page and never without end. */
final class FortnoxLists {

    /** The most that Fortnox gives on a page. */
    static final int PAGE = 500;

    /** One list of Fortnox's: path, body, and where in the body the list is. */
    record Register<P extends FortnoxPage<T>, T>(String path, Class<P> body, Function<P, Optional<List<T>>> list) {}

    static final Register<CustomerItem.Page, CustomerItem> CUSTOMERS =
            new Register<>(FortnoxCustomers.CUSTOMERS, CustomerItem.Page.class, CustomerItem.Page::customers);
    static final Register<ArticleItem.Page, ArticleItem> ARTICLES =
            new Register<>(FortnoxArticles.PATH, ArticleItem.Page.class, ArticleItem.Page::articles);
    static final Register<InvoiceItem.Page, InvoiceItem> INVOICES =
            new Register<>(InvoiceForm.PATH, InvoiceItem.Page.class, InvoiceItem.Page::invoices);
    static final Register<OrderItem.Page, OrderItem> ORDERS =
            new Register<>(OrderForm.PATH, OrderItem.Page.class, OrderItem.Page::orders);
    static final Register<FortnoxTaxReduction.Page, FortnoxTaxReduction> TAX_REDUCTIONS = new Register<>(
            AskedReductions.PATH, FortnoxTaxReduction.Page.class, FortnoxTaxReduction.Page::taxReductions);

    private final FortnoxClient client;

    FortnoxLists(FortnoxClient client) {
        this.client = client;
    }

    /** One page, counted from 1. An answer without a list is a failure: it must not pass for "nothing found". */
    <P extends FortnoxPage<T>, T> Reply<P> page(
            Register<P, T> register, Map<String, String> filter, int page, Conversation conversation) {
        Map<String, String> query = new HashMap<>(filter);
        query.put("limit", Integer.toString(PAGE));
        query.put("page", Integer.toString(page));
        Reply<P> reply = client.read(register.path(), query, register.body(), conversation);
        if (reply instanceof Absent<P>) {
            return new Failed<>(FortnoxProblems.unreadable("a list was asked for and there is none", false));
        }
        if (reply instanceof Said<P> said && register.list().apply(said.body()).isEmpty()) {
            return new Failed<>(FortnoxProblems.unreadable("it holds no list", false));
        }
        return reply;
    }

    /** The first pages together, at most so many. */
    <P extends FortnoxPage<T>, T> Reply<List<T>> pages(
            Register<P, T> register, Map<String, String> filter, int most, Conversation conversation) {
        return gathered(register, filter, most, conversation).map(Gathered::items);
    }

    /** All pages together. With more than so many there is no answer: what is left out would pass for absent. */
    <P extends FortnoxPage<T>, T> Reply<List<T>> whole(
            Register<P, T> register, Map<String, String> filter, int most, Conversation conversation) {
        Reply<Gathered<T>> reply = gathered(register, filter, most, conversation);
        return reply instanceof Said<Gathered<T>> said && said.body().more()
                ? new Failed<>(FortnoxProblems.unreadable("the list has more than " + most + " pages", false))
                : reply.map(Gathered::items);
    }

    private record Gathered<T>(List<T> items, boolean more) {}

    private <P extends FortnoxPage<T>, T> Reply<Gathered<T>> gathered(
            Register<P, T> register, Map<String, String> filter, int most, Conversation conversation) {
        List<T> all = new ArrayList<>();
        Optional<Integer> next = Optional.of(1);
        for (int read = 0; read < most && next.isPresent(); read++) {
            Reply<P> reply = page(register, filter, next.get(), conversation);
            if (reply instanceof Failed<P> failed) {
                return new Failed<>(failed.outcome());
            }
            if (reply instanceof Said<P> said) {
                all.addAll(said.body().items());
                next = said.body().next();
            }
        }
        return new Said<>(new Gathered<>(List.copyOf(all), next.isPresent()));
    }
}
