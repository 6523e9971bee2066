package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.accountinghub.connectors.testkit.partner.FaultScript;
import org.accountinghub.connectors.testkit.partner.SimulatedCompany;
import org.accountinghub.connectors.testkit.partner.SimulatedCompany.Paper;
import org.accountinghub.connectors.testkit.partner.SimulatedPartner;

/**
 * One company of the service system and its books at one of the simulated systems.
 *
 * @param kind what its documents are sent as; orders, if the connector does nothing else
 */
record Trial(Parts parts, Company company, SimulatedPartner partner, SimulatedCompany there, String kind) {

    static final String ORDER = "order";
    static final String INVOICE = "invoice";
    static final String CUSTOMER = "customer";

    static Trial of(String system) {
        Stage stage = Stage.shared();
        Trial trial = of(stage, stage.systems(), system);
        trial.consent(stage.systems());
        return trial;
    }

    static Trial of(Parts parts, SimulatedSystems systems, String system) {
        String code = systems.take(system);
        return new Trial(
                parts,
                new Company(parts, code),
                systems.partner(system),
                systems.there(system, code),
                systems.takes(system, INVOICE) ? INVOICE : ORDER);
    }

    /** Consents as a person of the company, where the partner knows no other way. */
    void consent(SimulatedSystems systems) {
        if (systems.needsConsent(partner.system())) {
            URI page = URI.create(parts.api()
                    .post("/api/connections/" + company.connection() + "/authorize", Map.of())
                    .path("link")
                    .asString(""));
            Browser browser = new Browser();
            HttpResponse<String> answer = browser.get(browser.redirect(there.approving(page)));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    void sendAs(String kind) {
        if (kind.equals(ORDER)) {
            parts.desk().sendAsOrders(company.code());
        }
    }

    FaultScript.Target fault(String kind) {
        return partner.faults().on(there.creates(kind)).tenant(company.tenant());
    }

    List<Paper> papers(String kind) {
        return kind.equals(ORDER) ? there.orders() : there.invoices();
    }

    /** Every order is there exactly once, with its amount, and all are one customer's. */
    void everyOrderIsThereOnce(String kind) {
        company.awaitRest();
        assertThat(company.documents())
                .extracting(document -> document.path("state").asString("") + " " + document.path("problem"))
                .allMatch(state -> state.startsWith("DELIVERED "));
        assertThat(papers(kind)).hasSameSizeAs(company.orders());
        assertThat(partner.book().created(company.tenant(), CUSTOMER)).hasSize(1);
        for (Company.Sent sent : company.orders()) {
            String number = company.document(sent).path("partnerNumber").asString("");
            assertThat(papers(kind))
                    .filteredOn(paper -> paper.number().equals(number))
                    .as("%s of order %s as %s", kind, sent.order(), number)
                    .singleElement()
                    .satisfies(paper -> assertThat(paper.total().subtract(paper.rounding()))
                            .isEqualByComparingTo(total(sent.order())))
                    .satisfies(paper -> assertThat(paper.currency()).isEqualTo("SEK"));
        }
    }

    private BigDecimal total(String order) {
        Map<BigDecimal, BigDecimal> netByRate = new TreeMap<>();
        company.lines(order).forEach(line -> netByRate.merge(line.vatRate(), Agreement.net(line), BigDecimal::add));
        return netByRate.entrySet().stream()
                .map(rate -> rate.getValue()
                        .add(rate.getValue()
                                .multiply(rate.getKey().movePointLeft(2))
                                .setScale(2, RoundingMode.HALF_UP)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What came back stands on the order for its users to see. */
    void isTold(String order, String invoice, String state) {
        await().untilAsserted(() -> {
            company.fetch();
            assertThat(parts.desk().state(company.code(), order)).isEqualTo("INVOICED");
            assertThat(parts.desk().invoices(company.code(), order))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .containsEntry("invoice_number", invoice)
                            .containsEntry("state", state));
        });
    }
}
