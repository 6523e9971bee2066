package org.accountinghub.connectors.vismaeaccounting;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.accountinghub.connectors.http.Reply;
import org.accountinghub.connectors.http.Reply.Failed;
import org.accountinghub.connectors.http.Reply.Said;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.vismaeaccounting.Catalogue;
import org.accountinghub.mappings.vismaeaccounting.DraftTranslation;
import org.accountinghub.mappings.vismaeaccounting.Rates;
import org.accountinghub.mappings.vismaeaccounting.Recipient;
import org.accountinghub.mappings.vismaeaccounting.wire.CompanySettings;
import org.accountinghub.mappings.vismaeaccounting.wire.CostCentreItem;
import org.accountinghub.mappings.vismaeaccounting.wire.CustomerThere;

/**
 * What must be known of the company before an order can be written: its settings and the payer, read anew each time, so that
 * a changed setting never gives a wrong amount; its articles and cost centres.
 */
final class Preparation {

    static final String COMPANY = "/companysettings";

    private static final int MOST_PAGES = 40;
    private static final String SWEDEN = "SE";
    private static final String KRONOR = "SEK";

    /** The payer and the catalogue, and whether an invoice made of a draft keeps its date. */
    record Ready(Recipient recipient, Catalogue catalogue, boolean keepsDraftDate) {}

    private final Policy policy;
    private final VismaClient client;
    private final VismaLists lists;
    private final Articles articles;
    private final Payers payers;
    private final Kept<Map<String, String>> costCentres;

    Preparation(
            Policy policy,
            VismaClient client,
            VismaLists lists,
            Articles articles,
            Payers payers,
            InstantSource clock) {
        this.policy = policy;
        this.client = client;
        this.lists = lists;
        this.articles = articles;
        this.payers = payers;
        this.costCentres = new Kept<>(clock);
    }

    /** @param payer as it is bound; empty = look for one with our number */
    Reply<Ready> of(BillableOrder order, Optional<String> payer, Conversation conversation) {
        Reply<Ready> ready = client.read(COMPANY, Map.of(), CompanySettings.class, conversation)
                .then(company -> payer.map(id -> payers.bound(id, conversation))
                        .orElseGet(() -> payers.numbered(order.payer().number(), conversation))
                        .then(found -> found.<Reply<Ready>>map(known -> catalogue(order, conversation)
                                        .map(catalogue -> new Ready(
                                                recipient(company, known),
                                                catalogue,
                                                company.keepOriginalDraftDate().orElse(false))))
                                .orElseGet(() -> new Failed<>(new Outcome.Rejected(
                                        Payers.unknown(order.payer().number()))))));
        return ready instanceof Reply.Absent<Ready>
                ? new Failed<>(VismaProblems.unreadable("the company has no settings", false))
                : ready;
    }

    private Reply<Catalogue> catalogue(BillableOrder order, Conversation conversation) {
        Set<BigDecimal> rates = order.pricedRows().stream()
                .map(row -> Rates.plain(row.vat().rate()))
                .collect(Collectors.toSet());
        Set<String> numbers = new HashSet<>(DraftTranslation.articlesToLookUp(order));
        rates.forEach(
                rate -> Optional.ofNullable(policy.fallbackArticles().get(rate)).ifPresent(numbers::add));
        return articles.items(numbers, conversation).then(items -> {
            Map<BigDecimal, Catalogue.Item> fallbacks = new HashMap<>();
            policy.fallbackArticles()
                    .forEach((rate, number) -> Optional.ofNullable(items.get(number))
                            .filter(item -> item.vatRate().compareTo(rate) == 0)
                            .ifPresent(item -> fallbacks.put(rate, item)));
            Map<String, Catalogue.Item> named = new HashMap<>(items);
            named.keySet().retainAll(DraftTranslation.articlesToLookUp(order));
            return costCentres(order, conversation).map(centres -> new Catalogue(named, fallbacks, centres));
        });
    }

    private Reply<Map<String, String>> costCentres(BillableOrder order, Conversation conversation) {
        if (DraftTranslation.costCentresToLookUp(order).isEmpty()) {
            return new Said<>(Map.of());
        }
        return costCentres.orElse(() -> lists.whole(VismaLists.COST_CENTRES, Map.of(), MOST_PAGES, conversation)
                .map(Preparation::active));
    }

    private static Map<String, String> active(List<CostCentreItem> items) {
        Map<String, String> ids = new HashMap<>();
        items.stream()
                .filter(item -> item.isActive().orElse(true))
                .forEach(item ->
                        item.shortName().ifPresent(name -> item.id().ifPresent(id -> ids.putIfAbsent(name, id))));
        return Map.copyOf(ids);
    }

    private static Recipient recipient(CompanySettings company, CustomerThere payer) {
        String home = company.countryCode().orElse(SWEDEN).toUpperCase(Locale.ROOT);
        return new Recipient(
                payer.id().orElse(""),
                payer.customerNumber().orElse(""),
                Currency.getInstance(
                        payer.currencyCode().or(company::currencyCode).orElse(KRONOR)),
                payer.isPrivatePerson().orElse(false)
                        && !company.showPricesExclVatPC().orElse(false),
                !payer.invoiceCountryCode().orElse(home).equalsIgnoreCase(home));
    }
}
