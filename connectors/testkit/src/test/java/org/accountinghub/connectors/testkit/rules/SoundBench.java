package org.accountinghub.connectors.testkit.rules;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accountinghub.connectors.spi.ConnectorFactory;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.testkit.SimulatedClock;
import org.accountinghub.connectors.testkit.acceptance.ArticleBench;
import org.accountinghub.connectors.testkit.acceptance.ConsentBench;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.connectors.testkit.acceptance.KindOfCall;
import org.accountinghub.connectors.testkit.acceptance.Mistake;
import org.accountinghub.connectors.testkit.acceptance.OrderBench;
import org.accountinghub.connectors.testkit.acceptance.Progress;
import org.accountinghub.connectors.testkit.acceptance.Records;
import org.accountinghub.connectors.testkit.acceptance.StepsBench;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.SimulatedPartner;
import org.accountinghub.mappings.model.Article;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.PlacedOrder.Status;

/** A bench on paper, for the sound connector or a bad one. */
class SoundBench implements ConsentBench, OrderBench, StepsBench, ArticleBench {

    private static final Map<String, String> LETTERS = Map.of("letters", "yes");
    private static final Article ARTICLE = Records.article("ART-1");

    final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-03-02T09:30:40Z"));
    final PaperPartner partner = new PaperPartner(clock);
    private final String address = SoundFactory.address(partner);
    private final ConnectorFactory factory;

    SoundBench(ConnectorFactory factory) {
        this.factory = factory;
    }

    @Override
    public ConnectorFactory factory() {
        return factory;
    }

    @Override
    public SimulatedPartner partner() {
        return partner;
    }

    @Override
    public SimulatedClock clock() {
        return clock;
    }

    @Override
    public String tenant() {
        return PaperPartner.TENANT;
    }

    @Override
    public Map<String, String> values() {
        return Map.of("address", address);
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of("password", PaperTokens.PASSWORD);
    }

    @Override
    public Map<String, String> consenting() {
        return Map.of("by", "consent");
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(new Mistake("letters", "maybe"), new Mistake("address", "nowhere"));
    }

    @Override
    public List<KindOfCall> calls() {
        return List.of(
                new KindOfCall(
                        givesTokens(), "password", trial -> trial.tokens().current()),
                new KindOfCall(
                        "GET /rights", "check", trial -> trial.connector().check(trial.transcript())),
                new KindOfCall(searchesCustomer(), "looking", trial -> trial.lookFor(Documents.business())),
                new KindOfCall("GET /customers", "searching", trial -> trial.bring(Documents.business())),
                new KindOfCall(createsCustomer(), "bringing", trial -> trial.bring(Documents.business())),
                new KindOfCall("GET /articles", "looking", trial -> trial.lookFor(ARTICLE)),
                new KindOfCall(createsArticle(), "bringing", trial -> trial.bring(ARTICLE)),
                new KindOfCall(createsInvoice(), "bringing", trial -> trial.bring(Documents.order())),
                new KindOfCall(searchesInvoice(), "looking", trial -> trial.lookFor(Documents.order())),
                new KindOfCall("GET /invoices/{id}", "reading", SoundBench::readInvoice),
                new KindOfCall(createsOrder(), "bringing", trial -> trial.bring(Documents.asOrder(Documents.order()))),
                new KindOfCall(
                        searchesOrder(), "looking", trial -> trial.lookFor(Documents.asOrder(Documents.order()))),
                new KindOfCall(
                        "GET /orders/{id}",
                        "reading",
                        trial -> trial.ordersBack().read("1", trial.transcript())),
                new KindOfCall("POST /invoices/{id}/book", "booking", SoundBench::bringWithLetter),
                new KindOfCall("POST /invoices/{id}/letter", "sending", SoundBench::bringWithLetter));
    }

    private static void readInvoice(Trial trial) {
        trial.invoicesBack().read("1", trial.transcript());
    }

    private static void bringWithLetter(Trial trial) {
        Progress<BillableOrder> progress = new Trial(trial.bench(), LETTERS).begin(Documents.order());
        progress.perform();
    }

    @Override
    public Set<String> madeByBrowser() {
        return Set.of();
    }

    @Override
    public String createsCustomer() {
        return "POST /customers";
    }

    @Override
    public String searchesCustomer() {
        return "GET /customers/{id}";
    }

    @Override
    public String createsArticle() {
        return "POST /articles";
    }

    @Override
    public String searchesNumberedCustomer() {
        return "GET /customers";
    }

    @Override
    public String createsInvoice() {
        return "POST /invoices";
    }

    @Override
    public String searchesInvoice() {
        return "GET /invoices";
    }

    @Override
    public String createsOrder() {
        return "POST /orders";
    }

    @Override
    public String searchesOrder() {
        return "GET /orders";
    }

    @Override
    public String givesTokens() {
        return PaperTokens.OPERATION;
    }

    @Override
    public void addCustomer(String number, String name, String registrationNumber) {
        partner.addCustomer(number, name, registrationNumber);
    }

    @Override
    public void addArticle(String number) {
        partner.addArticle(number, PaperPartner.BY_HAND);
    }

    @Override
    public String addInvoice(BillableOrder order, String customerNumber, String referenceText) {
        return partner.add("invoice", order, customerNumber, referenceText);
    }

    @Override
    public String addOrder(BillableOrder order, String customerNumber, String referenceText) {
        return partner.add("order", order, customerNumber, referenceText);
    }

    @Override
    public void book(String number) {
        partner.book(number, "by hand");
    }

    @Override
    public String invoiceOrder(String number) {
        return partner.invoice(List.of(number), Status.INVOICED);
    }

    @Override
    public String invoicePart(String number) {
        return partner.invoice(List.of(number), Status.PARTLY_INVOICED);
    }

    @Override
    public String invoiceTogether(List<String> numbers) {
        return partner.invoice(numbers, Status.INVOICED);
    }

    @Override
    public void cancelOrder(String number) {
        partner.cancel(number);
    }

    @Override
    public void deleteOrder(String number) {
        partner.delete(number);
    }

    @Override
    public List<Map<String, String>> settingsForAllSteps() {
        return List.of(LETTERS);
    }

    @Override
    public String writes(Step step, BillableOrder order) {
        return switch (step.name()) {
            case SoundPapers.BOOK, SoundPapers.LETTER -> "POST /invoices/{id}/" + step.name();
            default -> order.target() == BillableOrder.Target.ORDER ? createsOrder() : createsInvoice();
        };
    }

    @Override
    public Made makes(Step step, BillableOrder order) {
        return switch (step.name()) {
            case SoundPapers.BOOK -> new Made("invoice", Action.BOOKED);
            case SoundPapers.LETTER -> new Made("invoice", Action.POSTED);
            default -> new Made(order.target() == BillableOrder.Target.ORDER ? "order" : "invoice", Action.CREATED);
        };
    }

    @Override
    public List<String> loseRights() {
        partner.loseRights();
        return List.of("invoice", "order");
    }

    @Override
    public String consent(URI page, String tenant) {
        return partner.consent();
    }

    @Override
    public void close() {
        partner.goAway();
        SoundFactory.forget(address);
    }
}
