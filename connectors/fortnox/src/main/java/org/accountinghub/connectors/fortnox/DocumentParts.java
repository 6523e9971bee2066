package org.accountinghub.connectors.fortnox;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.accountinghub.connectors.fortnox.Policy.InactiveCostCentre;
import org.accountinghub.connectors.http.DocumentDelivery;
import org.accountinghub.connectors.http.DocumentDelivery.Part;

/** What the deliveries of invoices and of orders are put together from; what is known of the company is shared by both. */
final class DocumentParts {

    private final FortnoxSettings settings;
    private final FortnoxClient client;
    private final InstantSource clock;
    private final MissingArticles articles;
    private final List<Adjustment> always = new ArrayList<>();

    DocumentParts(
            FortnoxSettings settings,
            FortnoxClient client,
            InstantSource clock,
            FortnoxArticles register,
            NewArticles making) {
        this.settings = settings;
        this.client = client;
        this.clock = clock;
        this.articles = new MissingArticles(settings.policy().unknownArticle(), register, making);
        if (settings.policy().inactiveCostCentre() == InactiveCostCentre.LEAVE_OUT) {
            always.add(new CostCentres(client, clock));
        }
    }

    /** Articles, invoice, tax reductions, follow-ups. */
    DocumentDelivery invoices(InvoiceForm form) {
        List<Adjustment> adjustments = new ArrayList<>(always);
        adjustments.add(new InvoiceDates(settings.policy().whenLocked(), new LockedPeriods(client, clock)));
        List<Part> parts = List.of(
                articles,
                new Creation<>(form, settings.lateness(), clock, articles, adjustments),
                new TaxReductions<>(form, client, settings.lateness()),
                new FollowUps(settings.policy().afterInvoice(), form, new FollowUpCalls(client), settings.lateness()));
        return new DocumentDelivery(clock, parts, parts);
    }

    /** Articles, order, tax reductions. Orders know no locked periods. */
    DocumentDelivery orders(OrderForm form) {
        List<Part> parts = List.of(
                articles,
                new Creation<>(form, settings.lateness(), clock, articles, always),
                new TaxReductions<>(form, client, settings.lateness()));
        return new DocumentDelivery(clock, parts, parts);
    }
}
