package org.accountinghub.connectors.example;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.accountinghub.connectors.example.simulator.ExampleCompany;
import org.accountinghub.connectors.example.simulator.ExampleSimulator;
import org.accountinghub.connectors.spi.ConnectorFactory;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.testkit.SimulatedClock;
import org.accountinghub.connectors.testkit.acceptance.Behaviour;
import org.accountinghub.connectors.testkit.acceptance.Behaviours;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.connectors.testkit.acceptance.KindOfCall;
import org.accountinghub.connectors.testkit.acceptance.Mistake;
import org.accountinghub.connectors.testkit.acceptance.Progress;
import org.accountinghub.connectors.testkit.acceptance.StepsBench;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.connectors.testkit.partner.Effect.Action;
import org.accountinghub.connectors.testkit.partner.SimulatedPartner;
import org.accountinghub.mappings.example.ExampleInvoice;
import org.accountinghub.mappings.example.InvoiceTranslation;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.Translation;

/** A simulated Example Books with one company, for the acceptance kit. */
final class ExampleBench implements StepsBench {

    private static final String TENANT = "4711";
    private static final String COMPANY = " /v1/{company}";
    private static final Map<String, String> ANNOUNCED = Map.of("announce", "yes");

    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-03-02T09:30:40Z"));
    private final ExampleSimulator simulator = ExampleSimulator.start(0, clock);
    private final ExampleCompany company = simulator.company(TENANT);

    @Override
    public ConnectorFactory factory() {
        return new ExampleConnectorFactory();
    }

    @Override
    public SimulatedPartner partner() {
        return simulator;
    }

    @Override
    public SimulatedClock clock() {
        return clock;
    }

    @Override
    public String tenant() {
        return TENANT;
    }

    @Override
    public Map<String, String> values() {
        return Map.of(
                "base-address",
                simulator.baseUri().toString(),
                "company",
                TENANT,
                "request-timeout",
                Long.toString(PATIENCE.toSeconds()));
    }

    @Override
    public Map<String, String> secrets() {
        return company.secrets();
    }

    @Override
    public Behaviours behaviours() {
        return Behaviours.all()
                .without(Behaviour.TOKENS, "The key is a setting and is good until the company takes another.")
                .without(Behaviour.RIGHTS, "A key opens the whole company.");
    }

    @Override
    public List<Mistake> mistakes() {
        return List.of(
                new Mistake("base-address", "books.example.com"),
                new Mistake("base-address", "http://books.example.com/v1"),
                new Mistake("company", "Åkes AB"),
                new Mistake("announce", "maybe"),
                new Mistake("plain-http", "yes"),
                new Mistake("commit-lateness", "5"),
                new Mistake("request-timeout", "1 minute"));
    }

    @Override
    public List<KindOfCall> calls() {
        return List.of(
                new KindOfCall(
                        "GET" + COMPANY, "check", trial -> trial.connector().check(trial.transcript())),
                new KindOfCall(searchesCustomer(), "looking for one", trial -> trial.lookFor(Documents.business())),
                new KindOfCall(
                        "GET" + COMPANY + "/customers",
                        "searching by registration number",
                        trial -> trial.bring(Documents.business())),
                new KindOfCall(createsCustomer(), "bringing one", trial -> trial.bring(Documents.business())),
                new KindOfCall(createsInvoice(), "bringing one", trial -> bringAnnounced(trial)),
                new KindOfCall(searchesInvoice(), "searching by reference", trial -> trial.lookFor(Documents.order())),
                new KindOfCall(
                        "GET" + COMPANY + "/invoices/{number}",
                        "reading one",
                        trial -> trial.invoicesBack().read("1", trial.transcript())),
                new KindOfCall(announces(), "announcing one", trial -> bringAnnounced(trial)));
    }

    private static void bringAnnounced(Trial trial) {
        BillableOrder order = Documents.order();
        trial.bench().addCustomer(order.payer().number(), order.payer().name(), Documents.ORGANISATION_NUMBER);
        Progress<BillableOrder> progress = new Trial(trial.bench(), ANNOUNCED).begin(order);
        progress.perform();
    }

    @Override
    public String createsCustomer() {
        return company.creates("customer");
    }

    @Override
    public String searchesCustomer() {
        return "GET" + COMPANY + "/customers/{number}";
    }

    @Override
    public String createsInvoice() {
        return company.creates("invoice");
    }

    @Override
    public String searchesInvoice() {
        return "GET" + COMPANY + "/invoices";
    }

    private static String announces() {
        return "POST" + COMPANY + "/invoices/{number}/announcement";
    }

    @Override
    public String givesTokens() {
        return "";
    }

    @Override
    public void addCustomer(String number, String name, String registrationNumber) {
        company.addCustomer(number, name, registrationNumber);
    }

    @Override
    public void addArticle(String number) {
        company.addArticle(number, "Artikel");
    }

    @Override
    public String addInvoice(BillableOrder order, String customerNumber, String referenceText) {
        var ours = ((Translation.Done<ExampleInvoice.Content>) InvoiceTranslation.translate(order, customerNumber))
                .value();
        BigDecimal vat = ours.vat();
        return company.addInvoice(new ExampleInvoice.Content(
                referenceText,
                ours.orderNumber(),
                customerNumber,
                ours.date(),
                ours.currency(),
                ours.lines(),
                ours.net(),
                vat));
    }

    @Override
    public void book(String number) {
        company.book(number);
    }

    @Override
    public List<String> loseRights() {
        simulator.revokeConsent(TENANT);
        return List.of("key");
    }

    @Override
    public List<Map<String, String>> settingsForAllSteps() {
        return List.of(ANNOUNCED);
    }

    @Override
    public BillableOrder orderWithEveryStep() {
        return Documents.order();
    }

    @Override
    public String writes(Step step, BillableOrder order) {
        return step.name().equals(Step.CREATE) ? createsInvoice() : announces();
    }

    @Override
    public Made makes(Step step, BillableOrder order) {
        return new Made("invoice", step.name().equals(Step.CREATE) ? Action.CREATED : Action.POSTED);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
