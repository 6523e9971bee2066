package org.accountinghub.connectors.fortnox;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Authorization;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Step;
import org.accountinghub.connectors.testkit.acceptance.Bench;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.connectors.testkit.acceptance.KindOfCall;
import org.accountinghub.connectors.testkit.acceptance.Progress;
import org.accountinghub.connectors.testkit.acceptance.Records;
import org.accountinghub.connectors.testkit.acceptance.RegisterBench;
import org.accountinghub.connectors.testkit.acceptance.StepsBench;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;

/** Every kind of request that the connector makes, and what makes it. */
final class FortnoxCalls {

    static final String OAUTH = "POST /oauth-v1/token";

    /** What is done with an invoice is below its path. */
    static final String INVOICE = "/3/invoices/{DocumentNumber}/";

    private static final BillableOrder ORDER = Documents.asOrder(Documents.order());

    private FortnoxCalls() {}

    static List<KindOfCall> all() {
        return List.of(
                new KindOfCall(
                        OAUTH, "client credentials", trial -> trial.tokens().current()),
                new KindOfCall(
                        OAUTH,
                        "refresh token",
                        trial -> withPerson(trial)
                                .renew(Optional.of(new Secret("some-refresh-token")), Optional.empty())),
                new KindOfCall(
                        OAUTH,
                        "code",
                        trial -> withPerson(trial)
                                .consent()
                                .orElseThrow()
                                .exchange("some-code", URI.create("https://hub.example.org/callback"))),
                new KindOfCall(
                        "GET /3/companyinformation",
                        "check",
                        trial -> trial.connector().check(trial.transcript())),
                new KindOfCall(
                        "GET /3/customers/{CustomerNumber}",
                        "looking for one",
                        trial -> trial.lookFor(Documents.business())),
                new KindOfCall(
                        "GET /3/customers",
                        "searching by organisation number",
                        trial -> trial.bring(Documents.person())),
                new KindOfCall("POST /3/customers", "bringing one", trial -> trial.bring(Documents.business())),
                new KindOfCall(
                        "PUT /3/customers/{CustomerNumber}",
                        "changing one",
                        trial -> change(trial, Register.CUSTOMERS, RegisterField.PHONE)),
                new KindOfCall(
                        "PUT /3/articles/{ArticleNumber}",
                        "changing one",
                        trial -> change(trial, Register.ARTICLES, RegisterField.DESCRIPTION)),
                new KindOfCall("GET /3/customers", "listing the register", trial -> list(trial, Register.CUSTOMERS)),
                new KindOfCall("GET /3/articles", "listing the register", trial -> list(trial, Register.ARTICLES)),
                new KindOfCall("GET /3/articles", "looking for an order's", FortnoxCalls::bringOrder),
                new KindOfCall(
                        "GET /3/articles/{ArticleNumber}",
                        "asking for one",
                        trial -> trial.bring(Documents.orderWithUnknownArticle())),
                new KindOfCall("POST /3/invoices", "bringing one", FortnoxCalls::bringOrder),
                new KindOfCall("GET /3/invoices", "searching by reference", trial -> trial.lookFor(Documents.order())),
                new KindOfCall(
                        "GET /3/invoices/{DocumentNumber}",
                        "reading one",
                        trial -> trial.invoicesBack().read("1", trial.transcript())),
                new KindOfCall("POST /3/orders", "bringing one", trial -> bring(trial, ORDER)),
                new KindOfCall("GET /3/orders", "searching by reference", trial -> trial.lookFor(ORDER)),
                new KindOfCall(
                        "GET /3/orders/{DocumentNumber}",
                        "reading one",
                        trial -> trial.ordersBack().read("1", trial.transcript())),
                new KindOfCall("POST /3/articles", "creating one", trial -> bringAll(trial, 0)),
                new KindOfCall("GET /3/taxreductions", "looking for one", trial -> bringAll(trial, 0)),
                new KindOfCall("POST /3/taxreductions", "asking for one", trial -> bringAll(trial, 0)),
                new KindOfCall("GET /3/taxreductions/{Id}", "finding one", FortnoxCalls::findReduction),
                new KindOfCall("PUT " + INVOICE + "bookkeep", "booking", trial -> bringAll(trial, 0)),
                new KindOfCall("PUT " + INVOICE + "externalprint", "marking as sent", trial -> bringAll(trial, 0)),
                new KindOfCall("GET " + INVOICE + "email", "e-mailing", trial -> bringAll(trial, 1)),
                new KindOfCall("GET " + INVOICE + "einvoice", "sending electronically", trial -> bringAll(trial, 0)),
                new KindOfCall("GET " + INVOICE + "eprint", "having it printed", trial -> bringAll(trial, 0)),
                new KindOfCall(
                        "GET /3/settings/lockedperiod", "rehearsing", trial -> trial.rehearse(Documents.order())),
                new KindOfCall("GET /3/costcenters", "leaving out inactive ones", FortnoxCalls::atCostCentre));
    }

    private static void list(Trial trial, Register register) {
        trial.register(register).list(Optional.empty(), Optional.empty(), trial.transcript());
    }

    private static void change(Trial trial, Register register, RegisterField field) {
        String id = ((RegisterBench) trial.bench()).addRecord(Records.record(register, "4711"));
        trial.begin(Records.edit(register, "4711", field, Records.other(field)), id)
                .perform();
    }

    private static void bringOrder(Trial trial) {
        bring(trial, Documents.order());
    }

    private static void bring(Trial trial, BillableOrder order) {
        Bench bench = trial.bench();
        bench.addCustomer(order.payer().number(), "Åke", Documents.ORGANISATION_NUMBER);
        bench.addArticle(Documents.ARTICLE);
        trial.bring(order);
    }

    /** All steps that there are, with one of the settings for it. */
    private static void bringAll(Trial trial, int settings) {
        Map<String, String> other =
                ((StepsBench) trial.bench()).settingsForAllSteps().get(settings);
        bring(new Trial(trial.bench(), other), Documents.orderWithEverything());
    }

    private static void findReduction(Trial trial) {
        BillableOrder order = Documents.orderWithEverything();
        trial.bench().addCustomer(order.payer().number(), "Örjan", Documents.PERSONAL_NUMBER);
        Progress<BillableOrder> progress = trial.begin(order);
        progress.perform(progress.step(Step.CREATE));
        progress.attempt(progress.step("tax-reduction-1"));
        progress.find(progress.step("tax-reduction-1"));
    }

    private static void atCostCentre(Trial trial) {
        bring(
                new Trial(trial.bench(), Map.of("inactive-cost-centre", "leave-out")),
                Documents.atCostCentre(Documents.order(), "NORR"));
    }

    private static Authorization withPerson(Trial trial) {
        return new Trial(trial.bench(), trial.bench().consenting()).authorization();
    }
}
