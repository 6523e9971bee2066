package org.accountinghub.routes.app.endtoend;

import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.accountinghub.connectors.testkit.partner.Effect;
import org.accountinghub.routes.app.endtoend.ServiceDesk.Line;
import tools.jackson.databind.JsonNode;

/**
 * What must hold at the end of every trial: each document is at the partner exactly once or has visibly stopped, the
 * amounts are right to the öre, and the ledger says what the partner's book says.
 */
final class Agreement {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Company company;

    Agreement(Company company) {
        this.company = company;
    }

    void check() {
        List<Effect> made = company.invoices();
        assertThat(made.stream().map(Effect::reference))
                .as("no document twice at the partner")
                .doesNotHaveDuplicates();
        assertThat(company.stage().fortnox().book().created(company.tenant(), "customer").stream()
                        .map(Effect::number))
                .as("no customer twice at the partner")
                .doesNotHaveDuplicates();
        Map<Company.Sent, JsonNode> ledger =
                company.documents().stream().collect(Collectors.toMap(Company::sent, document -> document));
        assertThat(ledger.keySet()).as("every document is in the ledger").containsAll(company.orders());
        Map<String, Effect> book = made.stream().collect(Collectors.toMap(Effect::reference, effect -> effect));
        for (Company.Sent sent : company.orders()) {
            check(sent, ledger.get(sent), book);
        }
        assertThat(made)
                .as("nothing else was made")
                .hasSizeLessThanOrEqualTo(company.orders().size());
    }

    private void check(Company.Sent sent, JsonNode document, Map<String, Effect> book) {
        String reference = company.reference(sent);
        String state = document.path("state").asString("");
        if (!state.equals("DELIVERED")) {
            assertThat(state).as("%s", document).isIn("REJECTED", "EXHAUSTED", "IN_DOUBT", "DISMISSED", "WITHDRAWN");
            assertThat(state.equals("WITHDRAWN") || state.equals("DISMISSED") || document.has("problem"))
                    .as("a stopped one says why: %s", document)
                    .isTrue();
            assertThat(book.containsKey(reference) && !state.equals("IN_DOUBT"))
                    .as("at the partner although the ledger says no: %s", document)
                    .isFalse();
            return;
        }
        Effect effect = book.get(reference);
        assertThat(effect).as("at the partner: %s", document).isNotNull();
        assertThat(document.path("partnerNumber").asString("")).isEqualTo(effect.number());
        assertThat(effect.customer()).isEqualTo(sent.payer());
        amounts(sent, effect);
    }

    /** Fortnox rounds the total to whole kronor and says so in {@code RoundOff}. */
    private void amounts(Company.Sent sent, Effect effect) {
        Map<BigDecimal, BigDecimal> netByRate = new TreeMap<>();
        for (Line line : company.lines(sent.order())) {
            netByRate.merge(line.vatRate(), net(line), BigDecimal::add);
        }
        BigDecimal net = netByRate.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal vat = netByRate.entrySet().stream()
                .map(rate ->
                        rate.getValue().multiply(rate.getKey()).divide(HUNDRED).setScale(2, HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(effect.amounts().get("Net")).as("net of %s", sent).isEqualByComparingTo(net);
        assertThat(effect.amounts().get("TotalVAT")).as("VAT of %s", sent).isEqualByComparingTo(vat);
        assertThat(effect.amounts().get("Total").subtract(effect.amounts().get("RoundOff")))
                .as("total of %s", sent)
                .isEqualByComparingTo(net.add(vat));
        assertThat(effect.currency()).isEqualTo("SEK");
    }

    static BigDecimal net(Line line) {
        return line.quantity()
                .multiply(line.price())
                .multiply(HUNDRED.subtract(line.discountPercent()))
                .divide(HUNDRED)
                .setScale(2, HALF_UP);
    }
}
