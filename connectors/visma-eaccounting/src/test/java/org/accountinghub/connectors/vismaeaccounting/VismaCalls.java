package org.accountinghub.connectors.vismaeaccounting;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.connectors.testkit.acceptance.KindOfCall;
import org.accountinghub.connectors.testkit.acceptance.Records;
import org.accountinghub.connectors.testkit.acceptance.StepsBench;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;

/** Every kind of request that the connector makes, and what makes it. */
final class VismaCalls {

    static final String TOKEN = "POST /connect/token";

    private static final BillableOrder ORDER = Documents.asOrder(Documents.order());
    private static final BillableOrder EVERYTHING = Documents.orderWithEverything();
    private static final String NOBODYS = "00000000-0000-4000-8000-000000000000";

    private VismaCalls() {}

    static List<KindOfCall> all() {
        return List.of(
                new KindOfCall(
                        TOKEN,
                        "refresh token",
                        trial -> trial.authorization().renew(Optional.of(new Secret("some-token")), Optional.empty())),
                new KindOfCall(
                        TOKEN,
                        "code",
                        trial -> trial.authorization()
                                .consent()
                                .orElseThrow()
                                .exchange("some-code", URI.create("https://hub.example.org/callback"))),
                new KindOfCall("GET /v2/companysettings", "check", VismaCalls::check),
                new KindOfCall("GET /v2/customers", "looking for one", trial -> trial.lookFor(Documents.business())),
                new KindOfCall("GET /v2/customers/{id}", "reading an order", VismaCalls::readOrder),
                new KindOfCall("GET /v2/termsofpayments", "bringing one", trial -> trial.bring(Documents.business())),
                new KindOfCall("POST /v2/customers", "bringing one", trial -> trial.bring(Documents.business())),
                new KindOfCall("PUT /v2/customers/{id}", "changing one", trial -> change(trial, Register.CUSTOMERS)),
                new KindOfCall("PUT /v2/articles/{id}", "changing one", trial -> change(trial, Register.ARTICLES)),
                new KindOfCall("GET /v2/articles", "looking for an order's", trial -> bring(trial, Documents.order())),
                new KindOfCall("GET /v2/articles/{id}", "reading rates", VismaCalls::readDraft),
                new KindOfCall("GET /v2/articleaccountcodings", "reading rates", VismaCalls::readDraft),
                new KindOfCall("GET /v2/units", "creating an article", trial -> bringAll(trial, EVERYTHING)),
                new KindOfCall("POST /v2/articles", "creating one", trial -> bringAll(trial, EVERYTHING)),
                new KindOfCall(
                        "GET /v2/costcenteritems",
                        "an order of a cost centre",
                        trial -> bring(trial, Documents.atCostCentre(Documents.order(), "NORR"))),
                new KindOfCall(
                        "POST /v2/customerinvoicedrafts", "bringing one", trial -> bring(trial, Documents.order())),
                new KindOfCall("GET /v2/customerinvoicedrafts", "searching", trial -> trial.lookFor(Documents.order())),
                new KindOfCall("GET /v2/customerinvoicedrafts/{id}", "reading one", VismaCalls::readDraft),
                new KindOfCall("PUT /v2/customerinvoicedrafts/{id}", "dividing", trial -> bringAll(trial, EVERYTHING)),
                new KindOfCall(
                        "POST /v2/customerinvoicedrafts/{id}/convert",
                        "making the invoice",
                        trial -> bringAll(trial, EVERYTHING)),
                new KindOfCall("GET /v2/customerinvoices", "searching", trial -> trial.lookFor(Documents.order())),
                new KindOfCall(
                        "GET /v2/customerinvoices/{id}",
                        "reading one",
                        trial -> trial.invoicesBack().read(NOBODYS, trial.transcript())),
                new KindOfCall(
                        "POST /v2/customerinvoices/{id}/email", "e-mailing", trial -> bringAll(trial, EVERYTHING)),
                new KindOfCall("POST /v2/orders", "bringing one", trial -> bring(trial, ORDER)),
                new KindOfCall("GET /v2/orders", "searching", trial -> trial.lookFor(ORDER)),
                new KindOfCall("GET /v2/orders/{id}", "reading one", VismaCalls::readOrder),
                new KindOfCall(
                        "PUT /v2/orders/{id}", "dividing", trial -> bringAll(trial, Documents.asOrder(EVERYTHING))),
                new KindOfCall(
                        "POST /v2/orders/{id}/convert",
                        "making the invoice",
                        trial -> bringAll(trial, Documents.asOrder(EVERYTHING))));
    }

    private static void check(Trial trial) {
        trial.connector().check(trial.transcript());
    }

    private static void bring(Trial trial, BillableOrder order) {
        boolean person = order.payer().number().equals(Documents.person().number());
        trial.bench()
                .addCustomer(
                        order.payer().number(),
                        order.payer().name(),
                        person ? Documents.PERSONAL_NUMBER : Documents.ORGANISATION_NUMBER);
        trial.bench().addArticle(Documents.ARTICLE);
        trial.bring(order);
    }

    private static void bringAll(Trial trial, BillableOrder order) {
        Map<String, String> all =
                ((StepsBench) trial.bench()).settingsForAllSteps().get(0);
        bring(new Trial(trial.bench(), all), order);
    }

    private static void change(Trial trial, Register register) {
        String id = new RegisterHand(((VismaBench) trial.bench()).bookKeeper()).add(Records.record(register, "4711"));
        boolean customer = register == Register.CUSTOMERS;
        trial.begin(
                        Records.edit(
                                register,
                                "4711",
                                customer ? RegisterField.PHONE : RegisterField.DESCRIPTION,
                                "063-12 34 56"),
                        id)
                .perform();
    }

    private static void readDraft(Trial trial) {
        VismaBench bench = (VismaBench) trial.bench();
        BillableOrder order = Documents.order();
        bench.addCustomer(order.payer().number(), order.payer().name(), Documents.ORGANISATION_NUMBER);
        String id = bench.addInvoice(order, order.payer().number(), "");
        trial.invoicesBack().read(id, trial.transcript());
    }

    private static void readOrder(Trial trial) {
        VismaBench bench = (VismaBench) trial.bench();
        bench.addCustomer(ORDER.payer().number(), ORDER.payer().name(), Documents.ORGANISATION_NUMBER);
        String id = bench.addOrder(ORDER, ORDER.payer().number(), "");
        trial.ordersBack().read(id, trial.transcript());
    }
}
