package org.accountinghub.routes.demo.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a company's accounting system already holds when the hub is connected, in plain words of the trade.
 *
 * @param closedCostCentres cost centres that may not be used any more
 */
public record PartnerSeed(
        DemoCompany company,
        List<PartnerCustomer> customers,
        List<PartnerArticle> articles,
        List<String> closedCostCentres) {

    /** Why the customer is there. */
    public enum Because {
        /** Our number and our organisation number, spelt otherwise: ours. */
        CONFIRMED,
        /** Our number and name, no organisation number on their side: ours. */
        CONFIRMED_BY_NAME,
        /** Our organisation number under another number: ours. */
        OTHER_NUMBER,
        /** Our number, but another company. */
        NUMBER_TAKEN,
        /** Ours, but inactive there. */
        INACTIVE,
        /** One of two with our organisation number. */
        DOUBLED,
        /** Nothing to do with us. */
        THEIRS
    }

    public record PartnerCustomer(
            Because because,
            String number,
            String name,
            boolean isPrivate,
            Optional<String> organisationNumber,
            boolean active) {

        /** Fields as Fortnox names them. */
        public Map<String, Object> asFortnox() {
            Map<String, Object> fields = new TreeMap<>(Map.of(
                    "CustomerNumber",
                    number,
                    "Name",
                    name,
                    "Type",
                    isPrivate ? "PRIVATE" : "COMPANY",
                    "Active",
                    active));
            organisationNumber.ifPresent(value -> fields.put("OrganisationNumber", value));
            return fields;
        }
    }

    public record PartnerArticle(String number, String description, String unit, int vatRate) {

        /** Fields as Fortnox names them. */
        public Map<String, Object> asFortnox() {
            return new TreeMap<>(Map.of("ArticleNumber", number, "Description", description, "VAT", vatRate));
        }
    }

    /** What each company's accounting system holds. */
    public static List<PartnerSeed> of(DemoData data) {
        return data.companies().stream().map(company -> of(data, company)).toList();
    }

    private static PartnerSeed of(DemoData data, DemoCompany company) {
        List<PartnerCustomer> customers = new ArrayList<>();
        for (int i = 0; i < Places.ORDINARY; i++) {
            known(i, data.customers().get(i)).ifPresent(customers::add);
        }
        for (Trouble trouble : List.of(Trouble.NUMBER_TAKEN, Trouble.INACTIVE_THERE, Trouble.DOUBLED_THERE)) {
            if (data.troubled(trouble).company().equals(company)) {
                customers.addAll(troubled(data.customers().get(TroubledOrders.customerOf(trouble)), trouble));
            }
        }
        for (int i = 0; i < 12; i++) {
            customers.add(new PartnerCustomer(
                    Because.THEIRS,
                    String.valueOf(501 + i),
                    "Leverantörskund " + (i + 1) + " AB",
                    false,
                    Optional.of(OrganisationNumbers.company(8000 + i)),
                    true));
        }
        List<PartnerArticle> articles = new ArrayList<>();
        for (int i = 0; i < data.articles().size(); i++) {
            DemoArticle article = data.articles().get(i);
            if (i % 3 != 2) {
                articles.add(
                        new PartnerArticle(article.number(), article.description(), article.unit(), article.vatRate()));
            }
        }
        return new PartnerSeed(company, customers, articles, List.of(TroubledOrders.CLOSED_COST_CENTRE));
    }

    private static Optional<PartnerCustomer> known(int i, DemoCustomer ours) {
        if (!ours.treatment().equals("DOMESTIC") || i % 4 == 3) {
            return Optional.empty();
        }
        Optional<String> otherwise = ours.registration().map(OrganisationNumbers::otherSpelling);
        return switch (i % 12) {
            case 0, 4 -> Optional.of(customer(Because.CONFIRMED, ours.number(), ours.name(), otherwise));
            case 1 -> Optional.of(customer(Because.CONFIRMED_BY_NAME, ours.number(), ours.name(), Optional.empty()));
            case 5 ->
                otherwise.map(number ->
                        customer(Because.OTHER_NUMBER, "90" + ours.number(), ours.name(), Optional.of(number)));
            default -> Optional.empty();
        };
    }

    private static List<PartnerCustomer> troubled(DemoCustomer ours, Trouble trouble) {
        return switch (trouble) {
            case NUMBER_TAKEN ->
                List.of(customer(
                        Because.NUMBER_TAKEN,
                        ours.number(),
                        "Bröderna Ödlunds Åkeri AB",
                        Optional.of(OrganisationNumbers.company(9001))));
            case INACTIVE_THERE ->
                List.of(new PartnerCustomer(
                        Because.INACTIVE, ours.number(), ours.name(), false, ours.registration(), false));
            default ->
                List.of(
                        customer(Because.DOUBLED, "881", ours.name(), ours.registration()),
                        customer(
                                Because.DOUBLED,
                                "882",
                                ours.name() + " (gammal)",
                                ours.registration().map(OrganisationNumbers::otherSpelling)));
        };
    }

    private static PartnerCustomer customer(
            Because because, String number, String name, Optional<String> organisationNumber) {
        return new PartnerCustomer(because, number, name, false, organisationNumber, true);
    }
}
