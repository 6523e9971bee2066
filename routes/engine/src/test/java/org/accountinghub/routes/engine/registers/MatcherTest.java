package org.accountinghub.routes.engine.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.accountinghub.mappings.model.PersonalNumbers;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.mappings.model.register.RegisterRecord;
import org.accountinghub.routes.engine.port.MatchLine;
import org.accountinghub.routes.engine.port.MatchLine.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MatcherTest {

    private static final String DIGIT = "the last digit does not fit the others";
    private static final String NO_DAY = "its first digits are no day on which a person can be born";

    private final Matcher matcher = new Matcher(Register.CUSTOMERS);

    @Test
    void aNumberIsConfirmedByRegistrationNumberOrName() {
        ours("1", "Åkes Rör AB", "556677-8899", "");
        theirs("1", "Rör Åkes Aktiebolag i Lund", "5566778899", "");
        ours("2", "Bo Ek", "", "");
        theirs("2", "EK, BO", "191212121212", "");
        ours("3", "Cecilia", "5560000001", "");
        theirs("3", "Cecilia", "5560000019", "");
        ours("4", "David", "", "");
        theirs("4", "Eva", "", "");

        assertThat(report())
                .containsExactly(
                        "SAME 1-1 number and registration number agree",
                        "SAME 2-2 number and name agree",
                        "CONFLICT 3-3 the same number, another company",
                        "CONFLICT 4-4 the same number, another company");
    }

    @Test
    void thenTheRegistrationNumberThenTheVatNumberThenTheName() {
        ours("1", "A", "5566778899", "");
        theirs("91", "Another name", "5566778899", "");
        ours("2", "B", "", "");
        vat(true, "3", "C", "DE123456789");
        vat(false, "93", "C GmbH & Co", "DE 123456789");
        vat(true, "4", "D", "SE556000475501");
        theirs("94", "D D", "5560004755", "");
        ours("5", "Karl Karlsson", "", "12345");
        theirs("95", "Karlsson Karl", "", "123 45");
        ours("6", "Same name", "5560000001", "");
        theirs("96", "Same name", "5560000019", "");

        assertThat(report())
                .containsExactly(
                        "LINK 1-91 registration number agrees",
                        "LINK 3-93 VAT number agrees",
                        "LINK 4-94 VAT number agrees",
                        "SUGGESTION 5-95 the name agrees",
                        "CREATE_HERE --96 only in the accounting system",
                        "CREATE_THERE 2-- only in the service system",
                        "CREATE_THERE 6-- only in the service system");
    }

    @Test
    void aSuggestionSaysHowSureItIs() {
        ours("1", "A One", "", "11111");
        theirs("91", "A One", "", "11111");
        ours("2", "B Two", "", "");
        theirs("92", "B Two", "", "11111");
        ours("3", "C Three", "", "22222");
        theirs("93", "C Three", "", "11111");
        ours("4", "D Four", "", "");
        theirs("94", "D Four", "", "11111");
        theirs("95", "D Four", "", "22222");

        assertThat(matcher.lines().stream().map(MatchLine::score).toList()).containsExactly(90, 60, 40, 30, 100);
    }

    @Test
    void whoIsTwiceOnOneSideIsForAPerson() {
        ours("1", "A", "5566778899", "");
        theirs("1", "A", "5566778899", "");
        theirs("2", "A again", "5566778899", "");
        ours("3", "B", "5560000001", "");
        theirs("4", "B", "5560000001", "");
        theirs("5", "B", "5560000001", "");
        ours("6", "C", "5560000019", "");
        ours("7", "C", "5560000019", "");
        matcher.ours(customer("8", "D", "5560004755", ""), true);
        theirs("9", "D", "5560004755", "");

        assertThat(report())
                .containsExactly(
                        "SAME 1-1 number and registration number agree",
                        "DOUBLED --2 registration number is shared: ours 1, theirs 1, 2",
                        "DOUBLED 3-4 registration number is shared: ours 3, theirs 4, 5",
                        "DOUBLED 3-5 registration number is shared: ours 3, theirs 4, 5",
                        "DOUBLED 6-- registration number is shared: ours 6, 7, theirs none",
                        "DOUBLED 7-- registration number is shared: ours 6, 7, theirs none",
                        "DOUBLED --9 registration number is shared: ours 8, theirs 9");
    }

    @Test
    void aRegistrationNumberThatCannotBeRightIsToldAndOneThatIsOnlyZerosProvesNothing() {
        ours("1", "A", "556677-8898", "");
        theirs("91", "A of Lund", "5566778898", "");
        ours("2", "B", "000000-0000", "");
        theirs("92", "C", "000000-0000", "");
        theirs("93", "D", "000000-0000", "");
        theirs("94", "E", "191212121213", "");

        assertThat(report())
                .containsExactly(
                        "LINK 1-91 registration number agrees" + wrong("service", DIGIT) + wrong("accounting", DIGIT),
                        "CREATE_HERE --92 only in the accounting system" + wrong("accounting", NO_DAY),
                        "CREATE_HERE --93 only in the accounting system" + wrong("accounting", NO_DAY),
                        "CREATE_HERE --94 only in the accounting system" + wrong("accounting", DIGIT),
                        "CREATE_THERE 2-- only in the service system" + wrong("service", NO_DAY));
        assertThat(matcher.lines().stream()
                        .flatMap(line -> line.theirs().stream())
                        .filter(half -> half.number().equals("94"))
                        .map(MatchLine.Half::registration))
                .as("a person's number with a digit wrong is a person's all the same")
                .containsOnly(PersonalNumbers.MASK);
    }

    @Test
    void anArticleIsItsNumber() {
        Matcher articles = new Matcher(Register.ARTICLES);
        articles.ours(article("1", "Pump"), false);
        articles.theirs(article("1", "Pumps"), "1", false);
        articles.ours(article("2", "Valve"), false);
        articles.theirs(article("22", "valve"), "22", false);

        assertThat(articles.lines().stream().map(MatcherTest::said))
                .containsExactly("SAME 1-1 number agrees", "SUGGESTION 2-22 the name agrees");
        assertThat(articles.lines().get(0).differing()).containsExactly(RegisterField.DESCRIPTION);
    }

    @Test
    @Timeout(10)
    void twentyThousandAgainstFifteenThousandExactly() {
        for (int number = 0; number < 12_000; number++) {
            ours("" + number, "Customer " + number, organisation(number), "");
            theirs("" + number, "Customer " + number + (number % 3 == 0 ? " AB" : ""), organisation(number), "");
        }
        for (int number = 12_000; number < 13_000; number++) {
            ours("" + number, "Company " + number, organisation(number), "");
            theirs("" + (number + 70_000), "Another " + number, organisation(number), "");
        }
        for (int number = 13_000; number < 13_300; number++) {
            ours("" + number, "Person Named " + number, "", "" + (10_000 + number));
            theirs("" + (number + 70_000), "Named Person " + number, "", "" + (10_000 + number));
        }
        for (int number = 13_300; number < 13_500; number++) {
            ours("" + number, "Ours " + number, organisation(number), "");
            theirs("" + number, "Theirs " + number, organisation(number + 40_000), "");
        }
        for (int number = 13_500; number < 13_600; number++) {
            theirs("" + (number + 70_000), "Twice " + number, organisation(number - 13_500), "");
        }
        for (int number = 13_500; number < 15_000; number++) {
            ours("" + number, "Only ours " + number, organisation(number), "");
        }
        for (int number = 13_600; number < 20_000; number++) {
            theirs("" + (number + 70_000), "Only theirs " + number, organisation(number + 20_000), "");
        }

        long began = System.nanoTime();
        Map<Kind, Long> counts = matcher.lines().stream()
                .collect(Collectors.groupingBy(MatchLine::kind, TreeMap::new, Collectors.counting()));

        assertThat(counts)
                .isEqualTo(Map.of(
                        Kind.SAME, 12_000L,
                        Kind.LINK, 1_000L,
                        Kind.SUGGESTION, 300L,
                        Kind.CONFLICT, 200L,
                        Kind.DOUBLED, 100L,
                        Kind.CREATE_THERE, 1_500L,
                        Kind.CREATE_HERE, 6_400L));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
    }

    private static String organisation(int number) {
        return "5560%06d".formatted(number);
    }

    private static String wrong(String side, String reason) {
        return "; the registration number in the " + side + " system cannot be right: " + reason;
    }

    private List<String> report() {
        return matcher.lines().stream().map(MatcherTest::said).toList();
    }

    private static String said(MatchLine line) {
        return line.kind() + " " + number(line.ours()) + "-" + number(line.theirs()) + " " + line.reason();
    }

    private static String number(Optional<MatchLine.Half> half) {
        return half.map(MatchLine.Half::number).orElse("-");
    }

    private void ours(String number, String name, String registration, String postalCode) {
        matcher.ours(customer(number, name, registration, postalCode), false);
    }

    private void theirs(String number, String name, String registration, String postalCode) {
        matcher.theirs(customer(number, name, registration, postalCode), "id-" + number, false);
    }

    private void vat(boolean ours, String number, String name, String vatNumber) {
        RegisterRecord record = customer(number, name, "", "").with(Map.of(RegisterField.VAT_NUMBER, vatNumber));
        if (ours) {
            matcher.ours(record, false);
        } else {
            matcher.theirs(record, number, false);
        }
    }

    private static RegisterRecord customer(String number, String name, String registration, String postalCode) {
        return new RegisterRecord(
                Register.CUSTOMERS,
                number,
                Map.of(
                        RegisterField.NAME,
                        name,
                        RegisterField.REGISTRATION_NUMBER,
                        registration,
                        RegisterField.INVOICE_POSTAL_CODE,
                        postalCode));
    }

    private static RegisterRecord article(String number, String description) {
        return new RegisterRecord(Register.ARTICLES, number, Map.of(RegisterField.DESCRIPTION, description));
    }
}
