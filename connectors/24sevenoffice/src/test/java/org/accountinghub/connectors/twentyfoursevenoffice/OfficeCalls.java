package org.accountinghub.connectors.twentyfoursevenoffice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.accountinghub.connectors.testkit.acceptance.Bench;
import org.accountinghub.connectors.testkit.acceptance.Documents;
import org.accountinghub.connectors.testkit.acceptance.KindOfCall;
import org.accountinghub.connectors.testkit.acceptance.Records;
import org.accountinghub.connectors.testkit.acceptance.Trial;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.register.Register;

/** Every kind of request that the connector makes, and what makes it. */
final class OfficeCalls {

    private static final BillableOrder ORDER = Documents.asOrder(Documents.order());

    private OfficeCalls() {}

    static List<KindOfCall> all() {
        return List.of(
                new KindOfCall("Login", "any call", trial -> trial.tokens().current()),
                new KindOfCall("HasSession", "check", trial -> trial.connector().check(trial.transcript())),
                new KindOfCall(
                        "GetIdentity", "check", trial -> trial.connector().check(trial.transcript())),
                new KindOfCall("GetCompanies", "looking for one", trial -> trial.lookFor(Documents.business())),
                new KindOfCall(
                        "GetCompanySyncList",
                        "listing the register",
                        trial -> trial.register(Register.CUSTOMERS)
                                .list(Optional.empty(), Optional.empty(), trial.transcript())),
                new KindOfCall("SaveCompanies", "bringing one", trial -> trial.bring(Documents.business())),
                new KindOfCall("GetProducts", "looking for one", trial -> bring(trial, Documents.order())),
                new KindOfCall("SaveProducts", "bringing an article", trial -> trial.bring(Records.article("ART-9"))),
                new KindOfCall("SaveInvoices", "bringing an invoice", trial -> bring(trial, Documents.order())),
                new KindOfCall("SaveInvoices", "bringing an order", trial -> bring(trial, ORDER)),
                new KindOfCall("GetInvoices", "listing the customer's", trial -> trial.lookFor(Documents.order())),
                new KindOfCall(
                        "GetInvoices",
                        "reading one",
                        trial -> trial.invoicesBack().read("1", trial.transcript())),
                new KindOfCall(
                        "GetInvoices",
                        "looking through what changed",
                        trial -> trial.ordersBack().carrying(ORDER.reference(), trial.transcript())),
                new KindOfCall(
                        "GetOrderSyncList",
                        "listing what changed",
                        trial -> trial.ordersBack().changedSince(Instant.EPOCH, Optional.empty(), trial.transcript())));
    }

    private static void bring(Trial trial, BillableOrder order) {
        Bench bench = trial.bench();
        bench.addCustomer(order.payer().number(), order.payer().name(), Documents.ORGANISATION_NUMBER);
        bench.addArticle(Documents.ARTICLE);
        trial.bring(order);
    }
}
