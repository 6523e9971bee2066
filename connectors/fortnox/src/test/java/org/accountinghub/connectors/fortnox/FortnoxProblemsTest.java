package org.accountinghub.connectors.fortnox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.accountinghub.connectors.http.Answer.Answered;
import org.accountinghub.connectors.spi.Outcome;
import org.accountinghub.connectors.spi.Verdict;
import org.accountinghub.mappings.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.MissingNode;

class FortnoxProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // status | code | message | verdict after a write | after a read | cause | field
                "400 | 2000433 | Kan inte hitta kunden. | REJECTED | REJECTED | fortnox.customer-unknown | customer number",
                "400 | 2000204 | Kunden är inaktiv. | REJECTED | REJECTED | fortnox.customer-unknown | customer number",
                "404 | 2000433 | Kan inte hitta kunden. | REJECTED | REJECTED | fortnox.customer-unknown | customer number",
                "400 | 2000637 | Kundnumret \"12\" används redan. | REJECTED | REJECTED | fortnox.customer-number-taken | customer number",
                "400 | 2000637 | Kundens namn får inte vara tomt. | REJECTED | REJECTED | fortnox.customer-name-missing | customer name",
                "400 | 2000637 | Customer name cannot be empty | REJECTED | REJECTED | fortnox.customer-name-missing | customer name",
                "400 | 2000428 | Kan inte hitta artikeln. | REJECTED | REJECTED | fortnox.article-unknown | article number",
                "400 | 2001302 | Kan inte hitta artikeln 7. | REJECTED | REJECTED | fortnox.article-unknown | article number",
                "400 | 2001304 | Kunde inte hitta konto. | REJECTED | REJECTED | fortnox.account-unknown | account",
                "400 | 2000401 | Perioden är låst. | REJECTED | REJECTED | fortnox.period-locked | document date",
                "400 | 2002141 | Perioden är låst. | REJECTED | REJECTED | fortnox.period-locked | document date",
                "400 | 2002141 | Räkenskapsår saknas. | REJECTED | REJECTED | fortnox.financial-year-missing | document date",
                "400 | 2000401 | Det finns inget räkenskapsår för datumet. | REJECTED | REJECTED | fortnox.financial-year-missing | document date",
                "400 | 2000359 | Ogiltigt tecken | REJECTED | REJECTED | fortnox.character-refused | text",
                "400 | 2000106 | Värdet måste vara numeriskt | REJECTED | REJECTED | fortnox.value-refused | ''",
                "400 | 2000947 | Kostnadsstället är inaktivt. | REJECTED | REJECTED | fortnox.cost-centre-inactive | cost centre",
                "400 | 2001160 | Kostnadsstället saknas. | REJECTED | REJECTED | fortnox.cost-centre-unknown | cost centre",
                "400 | 2001161 | Projektet saknas | REJECTED | REJECTED | fortnox.project-unknown | project",
                "400 | 2000429 | Kan inte hitta betalningsvillkoret. | REJECTED | REJECTED | fortnox.payment-terms-unknown | payment terms",
                "400 | 2000432 | Kan inte hitta enheten. | REJECTED | REJECTED | fortnox.unit-unknown | unit",
                "400 | 2003115 | Omvänd skattskyldighet | REJECTED | REJECTED | fortnox.reverse-charge-mixed | VAT",
                "400 | 2003125 | Dokumentet är klart | REJECTED | REJECTED | fortnox.document-closed | ''",
                "400 | 2003124 | Dokumentet är levererat | REJECTED | REJECTED | fortnox.document-closed | ''",
                "400 | 2003126 | Datumet tillåter det inte | REJECTED | REJECTED | fortnox.document-closed | ''",
                "400 | 2000637 | Artikelnumret \"7\" används redan. | REJECTED | REJECTED | fortnox.article-number-taken | article number",
                "400 | 2004021 | Fel husarbetestyp | REJECTED | REJECTED | fortnox.house-work-type-wrong | house work type",
                "400 | 2003157 | Husarbetestypen är inte längre giltig. | REJECTED | REJECTED | fortnox.house-work-type-wrong | house work type",
                "400 | 2002980 | OTHERCOSTS kan inte vara husarbete | REJECTED | REJECTED | fortnox.house-work-other-costs | house work",
                "400 | 2004018 | Skattereduktion bara i SEK. | REJECTED | REJECTED | fortnox.tax-reduction-currency | currency",
                "400 | 2003228 | Begärd skattereduktion överskrider möjlig. | REJECTED | REJECTED | fortnox.tax-reduction-too-large | asked amount",
                "400 | 9999999 | Skattereduktionen är fel. | REJECTED | REJECTED | fortnox.tax-reduction-refused | tax reduction",
                "400 | 2000725 | Nej | REJECTED | REJECTED | fortnox.email-missing | e-mail",
                "400 | 9999999 | E-postadress saknas. | REJECTED | REJECTED | fortnox.email-missing | e-mail",
                "400 | 2003280 | Nej | REJECTED | REJECTED | fortnox.e-invoice-impossible | e-invoice",
                "400 | 2003977 | Raden är inte komplett | REJECTED | REJECTED | fortnox.row-incomplete | row",
                "400 | 2000588 | En ogiltig parameter har använts. | REJECTED | REJECTED | fortnox.request-refused | ''",
                "400 | 2001101 | Licens saknas. | BLOCKED | BLOCKED | fortnox.right-missing | ''",
                "403 | 2001103 | Licens saknas. | BLOCKED | BLOCKED | fortnox.right-missing | ''",
                "400 | 2000663 | Har inte behörighet för scope. | BLOCKED | BLOCKED | fortnox.right-missing | ''",
                "403 | 2001339 | Saknar rättighet att lista fakturor. | BLOCKED | BLOCKED | fortnox.right-missing | ''",
                "400 | 2000310 | Inloggningen misslyckades | BLOCKED | BLOCKED | fortnox.login-refused | ''",
                "403 | 9999999 | Nej | BLOCKED | BLOCKED | fortnox.forbidden | ''",
                "400 | 9999999 | Något nytt | REJECTED | REJECTED | fortnox.refused | ''",
                "409 | 9999999 | Något nytt | REJECTED | REJECTED | fortnox.refused | ''",
                "400 | 1000003 | Ett systemfel har uppstått. | UNCERTAIN | RETRY | fortnox.out-of-order | ''",
                "500 | 1000003 | Ett systemfel har uppstått. | UNCERTAIN | RETRY | fortnox.out-of-order | ''",
                "500 | 2000433 | Kan inte hitta kunden. | UNCERTAIN | RETRY | fortnox.out-of-order | ''",
                "408 | 1 | Timeout | UNCERTAIN | RETRY | fortnox.out-of-order | ''",
                "302 | 1 | Moved | UNCERTAIN | RETRY | fortnox.out-of-order | ''"
            })
    void eachRefusalHasItsVerdict(
            int status, int code, String message, Verdict write, Verdict read, String cause, String field) {
        for (String body : new String[] {
            "{\"ErrorInformation\":{\"Error\":1,\"Message\":\"%s\",\"Code\":%d}}",
            "{\"ErrorInformation\":{\"error\":1,\"message\":\"%s\",\"code\":%d}}"
        }) {
            Answered answer = answer(status, String.format(body, message.replace("\"", "\\\""), code));

            assertThat(FortnoxProblems.refused(answer, true).verdict()).isEqualTo(write);
            assertThat(FortnoxProblems.refused(answer, false).verdict()).isEqualTo(read);
            Problem problem = FortnoxProblems.refused(answer, true).problem();
            assertThat(problem.cause()).isEqualTo(cause);
            assertThat(problem.field().orElse("")).isEqualTo(field);
            assertThat(problem.partnerSays())
                    .hasValueSatisfying(words -> assertThat(words).contains(Integer.toString(code), message));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 599, 301, 408})
    void pagesOfGatewaysAreUncertainAfterAWriteOnly(int status) {
        Answered answer = answer(status, "<html>gateway</html>");

        assertThat(FortnoxProblems.refused(answer, true)).isInstanceOf(Outcome.Uncertain.class);
        assertThat(FortnoxProblems.refused(answer, false)).isInstanceOf(Outcome.Retry.class);
    }

    @Test
    void aMissingPageIsNotAMissingDocument() {
        Answered page = answer(404, "<html>not found</html>");
        Answered document = answer(404, "{\"ErrorInformation\":{\"Error\":1,\"Message\":\"Nej\",\"Code\":2000434}}");

        assertThat(FortnoxProblems.saysAbsent(page)).isFalse();
        assertThat(FortnoxProblems.saysAbsent(document)).isTrue();
        assertThat(FortnoxProblems.refused(page, false)).isInstanceOf(Outcome.Blocked.class);
    }

    @Test
    void aLimitIsWaitedForAtLeastAsLongAsItsWindow() {
        assertThat(wait(Optional.empty())).isEqualTo(Duration.ofSeconds(5));
        assertThat(wait(Optional.of(Duration.ofSeconds(1)))).isEqualTo(Duration.ofSeconds(5));
        assertThat(wait(Optional.of(Duration.ofSeconds(60)))).isEqualTo(Duration.ofSeconds(60));
    }

    private static Duration wait(Optional<Duration> asked) {
        Answered answer = new Answered(429, asked, "", MissingNode.getInstance(), Optional.empty());
        Outcome.Retry retry = (Outcome.Retry) FortnoxProblems.refused(answer, true);
        assertThat(retry.spendsAttempt()).isFalse();
        return retry.after().orElseThrow();
    }

    private static Answered answer(int status, String body) {
        return new Answered(status, Optional.empty(), body, MissingNode.getInstance(), Optional.empty());
    }
}
