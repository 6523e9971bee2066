package org.accountinghub.mappings.twentyfoursevenoffice;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.mappings.model.PricedForm;
import org.accountinghub.mappings.model.Vat;
import org.accountinghub.mappings.twentyfoursevenoffice.soap.invoice.OrderSlipStateType;

/**
 * What differs between companies at 24SevenOffice and changes what is sent or how it is read.
 *
 * @param currency the company's own; a document in it names none
 * @param zone where the company keeps its books: moments there are UTC
 * @param orderStatus of what is sent as an order
 * @param taxes how VAT is said where products do not say it
 * @param fallbackProducts product number of rows whose article is not known there, by VAT rate charged
 * @param articlesRequired a row whose article is not known there is a problem, else it gets a fallback product
 * @param ids what our names are called there
 * @param limits what a row may hold: decimals are not documented, two are certain
 * @param nameLength longest text of a row; longer ones become several rows
 * @param externalStatus mark of the hub's documents, searchable; empty where the company uses it for something else
 * @param customers how customers are known again and created
 */
public record OfficeRules(
        Currency currency,
        ZoneId zone,
        OrderSlipStateType orderStatus,
        Taxes taxes,
        Map<BigDecimal, String> fallbackProducts,
        boolean articlesRequired,
        Ids ids,
        PricedForm.Limits limits,
        int nameLength,
        Optional<Integer> externalStatus,
        Customers customers) {

    private static final int NAME = 300;

    public OfficeRules {
        fallbackProducts = byRate(fallbackProducts);
        if (nameLength < 1) {
            throw new IllegalArgumentException("a row has room for text");
        }
    }

    /**
     * Tax codes that override the product's own.
     *
     * @param byRate of rows that are charged VAT, by rate
     * @param byTreatment of rows that are not: reverse charge and export
     */
    public record Taxes(Map<BigDecimal, TaxCode> byRate, Map<Vat.Treatment, TaxCode> byTreatment) {

        public Taxes {
            byRate = OfficeRules.byRate(byRate);
            byTreatment = Map.copyOf(byTreatment);
        }

        Optional<TaxCode> of(Vat vat) {
            boolean charged = vat.treatment() == Vat.Treatment.DOMESTIC || vat.treatment() == Vat.Treatment.EU_WITH_VAT;
            return Optional.ofNullable(charged ? byRate.get(vat.rate()) : byTreatment.get(vat.treatment()));
        }
    }

    /**
     * Ids there of what the service system knows by name.
     *
     * @param persons employee ids by the name of "our reference"
     * @param departments department ids by cost centre
     * @param projects project ids by cost centre, where cost centres are projects there
     * @param paymentTimes days, or the negative codes of {@link PaymentTime}, by our terms of payment
     */
    public record Ids(
            Map<String, Integer> persons,
            Map<String, Integer> departments,
            Map<String, Integer> projects,
            Map<String, Integer> paymentTimes) {

        public Ids {
            persons = Map.copyOf(persons);
            departments = Map.copyOf(departments);
            projects = Map.copyOf(projects);
            paymentTimes = Map.copyOf(paymentTimes);
        }
    }

    /**
     * How a customer is known there.
     *
     * @param externalId what ExternalId holds
     */
    public record Customers(ExternalId externalId) {}

    /** What a company's ExternalId holds: our customer number, or the whole key where several stores share a company. */
    public enum ExternalId {
        NUMBER,
        KEY
    }

    /** A Norwegian company that has set nothing: every article must be known there, with the right VAT. */
    public static OfficeRules standard() {
        return new OfficeRules(
                Currency.getInstance("NOK"),
                ZoneId.of("Europe/Oslo"),
                OrderSlipStateType.FOR_INVOICING,
                new Taxes(Map.of(), Map.of()),
                Map.of(),
                true,
                new Ids(Map.of(), Map.of(), Map.of(), Map.of()),
                new PricedForm.Limits(2, 2, 2, false),
                NAME,
                Optional.empty(),
                new Customers(ExternalId.NUMBER));
    }

    /** With keys that compare however they were written: 25 and 25.0 are one rate. */
    private static <T> Map<BigDecimal, T> byRate(Map<BigDecimal, T> map) {
        Map<BigDecimal, T> rates = new HashMap<>();
        map.forEach((rate, value) -> rates.put(new Vat(rate, Vat.Treatment.DOMESTIC).rate(), value));
        return Map.copyOf(rates);
    }
}
