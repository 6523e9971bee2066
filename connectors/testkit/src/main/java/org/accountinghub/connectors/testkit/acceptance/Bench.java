package org.accountinghub.connectors.testkit.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accountinghub.connectors.spi.ConnectorFactory;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.PartnerDocument;
import org.accountinghub.connectors.testkit.SimulatedClock;
import org.accountinghub.connectors.testkit.partner.SimulatedPartner;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Customer;
import org.accountinghub.mappings.model.PlacedOrder;

/**
 * What the kit must know of one connector to test it: its factory, its simulated partner with one company, and how to
 * put things there by hand. A test gets a bench of its own.
 */
public interface Bench extends AutoCloseable {

    /** How long the connector waits for an answer on this bench, as {@link #values} set it. */
    Duration PATIENCE = Duration.ofSeconds(6);

    ConnectorFactory factory();

    SimulatedPartner partner();

    /** The clock that both the simulated partner and the hub go by. */
    SimulatedClock clock();

    /** The company, as the partner's book names it. */
    String tenant();

    /** Settings that work, without secrets; request time limit {@link #PATIENCE}. */
    Map<String, String> values();

    /** Secret settings that work. */
    Map<String, String> secrets();

    /** Values that must be refused when the connection is opened. */
    List<Mistake> mistakes();

    /** Every kind of request this connector makes; the kit fails when it meets another. */
    List<KindOfCall> calls();

    /** What the partner does not do, with the reasons. */
    default Behaviours behaviours() {
        return Behaviours.all();
    }

    /** Whether a request of this kind only reads. */
    default boolean reads(String operation) {
        return operation.startsWith("GET ");
    }

    /** How the partner knows the customer that is ours by this number: its own id, and what people call it there. */
    default PartnerDocument customer(String ours) {
        return new PartnerDocument(ours, ours, List.of());
    }

    /** What people call the document that has this id once it is booked or placed. */
    default String number(String id) {
        return id;
    }

    /** The kind of the partner's customers, articles, invoices and orders in its book. */
    default String bookKind(Class<?> document) {
        if (document == Article.class) {
            return "article";
        }
        return document == Customer.class ? "customer" : document == PlacedOrder.class ? "order" : "invoice";
    }

    /** Requests that a person's browser makes, not the connector. */
    default Set<String> madeByBrowser() {
        return Set.of();
    }

    /** The request that creates a customer. */
    String createsCustomer();

    /** A request that is made to find a customer again. */
    String searchesCustomer();

    /** A request that is made to find one again whom the partner gave the number. */
    default String searchesNumberedCustomer() {
        return searchesCustomer();
    }

    /** The request that creates an invoice. */
    String createsInvoice();

    /** The request that searches or lists invoices to find one again. */
    String searchesInvoice();

    /** Puts a customer there as somebody in the company would. */
    void addCustomer(String number, String name, String registrationNumber);

    /** Puts an article there. */
    void addArticle(String number);

    /** Puts an invoice for the order's rows there, for this customer of ours, with this text where our reference goes; its id. */
    String addInvoice(BillableOrder order, String customerNumber, String referenceText);

    /** The book-keeper books an invoice. */
    void book(String number);

    /**
     * Takes rights away from the consent or the licence, all of them where the partner knows no single ones; what
     * {@code check} must then name, by a word of each problem.
     */
    List<String> loseRights();

    /** Other settings with which a person consents and tokens are renewed; read by {@link AuthorizationKit} only. */
    default Map<String, String> consenting() {
        return Map.of();
    }

    /** The request that gives tokens or a session; of no matter without {@link Behaviour#TOKENS}. */
    String givesTokens();

    /**
     * What a consent before the test left: a refresh token that works, an access token that has expired. Empty = the
     * settings alone give tokens. Each call gives another one.
     */
    default Optional<Grant> consented() {
        return Optional.empty();
    }

    @Override
    void close();
}
