package org.accountinghub.connectors.testkit.partner;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One company at a simulated partner, in words that every accounting system knows: how a hub is connected to it, and what
 * its own people do there. What the real system would refuse throws an {@link IllegalStateException} with its words.
 */
public interface SimulatedCompany {

    /**
     * Settings with which a hub's connection to this company works; times aside. Without anybody's consent at a page, where
     * the system knows such a way.
     *
     * @param addresses of this simulator, by the names of {@link SimulatedPartner#paths}
     */
    Map<String, String> settings(Map<String, URI> addresses);

    /** Secret settings that go with them. */
    Map<String, String> secrets();

    /** Which documents the system knows: {@code order}, {@code invoice}. */
    default Set<String> kinds() {
        return Set.of("order", "invoice");
    }

    /** Where a person who is shown this page of consent and consents for this company at once is sent to. */
    default URI approving(URI page) {
        throw new IllegalStateException("nobody is asked for consent");
    }

    /** The operation, as journal and faults name it, that creates a {@code customer}, an {@code order} or an {@code invoice}. */
    String creates(String kind);

    /** Somebody adds a customer; answers the number it has there. */
    String addCustomer(String number, String name, String registrationNumber);

    /** The customer's name; empty when there is none. Asked where a register can be changed. */
    default String customerName(String number) {
        throw new IllegalStateException("this system's customers are not changed by the hub");
    }

    /** Somebody writes another telephone number on a customer. Asked where a register can be changed. */
    default void telephone(String number, String phone) {
        throw new IllegalStateException("this system's customers are not changed by the hub");
    }

    /** Somebody adds an article. */
    void addArticle(String number, String description);

    List<Paper> orders();

    List<Paper> invoices();

    /** Somebody invoices the whole order; answers the invoice's number. */
    String invoiceOrder(String order);

    void cancelOrder(String order);

    /** Books an invoice that is not booked. */
    void book(String invoice);

    /** Pays what is left of a booked invoice, today. */
    void pay(String invoice);

    /**
     * An order or an invoice as it stands.
     *
     * @param customer the customer's number there
     * @param total VAT included, before any tax reduction, in {@code currency}
     * @param rounding what of the total is rounding, to whole units of the currency; zero where nothing is rounded
     * @param balance what is left to pay; zero of an order
     * @param settled booked invoice, invoiced order
     */
    record Paper(
            String number,
            String customer,
            String currency,
            BigDecimal total,
            BigDecimal rounding,
            BigDecimal balance,
            boolean settled,
            boolean cancelled) {

        /** Of a system that rounds nothing. */
        public Paper(
                String number,
                String customer,
                String currency,
                BigDecimal total,
                BigDecimal balance,
                boolean settled,
                boolean cancelled) {
            this(number, customer, currency, total, BigDecimal.ZERO, balance, settled, cancelled);
        }
    }
}
