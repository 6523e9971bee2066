package org.accountinghub.mappings.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.accountinghub.mappings.model.RegistrationCheck.Form;
import org.accountinghub.mappings.model.RegistrationCheck.Invalid;
import org.accountinghub.mappings.model.RegistrationCheck.Unchecked;
import org.accountinghub.mappings.model.RegistrationCheck.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static RegistrationCheck organisation(String number, String country) {
        return RegistrationNumber.organisation(number).check(country, TODAY);
    }

    private static RegistrationCheck person(String number) {
        return RegistrationNumber.personal(number).check("SE", TODAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5560125790",
                "556012-5790",
                " 556012 - 5790 ",
                "16556012-5790",
                "165560125790",
                "556012\u20115790",
                "556012\u00a05790"
            })
    void everySpellingOfASwedishOrganisationNumberBecomesTenDigits(String spelling) {
        assertThat(organisation(spelling, "SE")).isEqualTo(new Valid(Form.SWEDISH_ORGANISATION, "5560125790"));
        assertThat(organisation(spelling, "")).isEqualTo(new Valid(Form.SWEDISH_ORGANISATION, "5560125790"));
    }

    @ParameterizedTest
    @CsvSource({
        "556012-5791, last digit",
        "565012-5790, last digit",
        "55601-25790, hyphen",
        "556012579, 9 digits",
        "'', 0 digits",
        "556012+5790, no +",
        "19556012-5790, only 16",
        "SE556012579001, VAT number",
        "55601257X0, other characters"
    })
    void whatIsWrongWithASwedishOrganisationNumberIsSaid(String number, String why) {
        assertThat(organisation(number, "SE")).isInstanceOfSatisfying(Invalid.class, wrong -> {
            assertThat(wrong.reason()).contains(why);
            assertThat(wrong.remedy()).endsWith(".");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "191212121212, 191212121212",
        "19121212-1212, 191212121212",
        "121212+1212, 191212121212",
        "19121212+1212, 191212121212",
        "18121212-1212, 181212121212"
    })
    void aPersonsNumberGetsItsCentury(String number, String normal) {
        assertThat(person(number)).isEqualTo(new Valid(Form.SWEDISH_PERSON, normal));
    }

    @Test
    void tenDigitsWithoutPlusAreOfTheLatestCenturyThatHasBegun() {
        assertThat(person("121212-1212"))
                .isInstanceOfSatisfying(
                        Valid.class, valid -> assertThat(valid.digits()).startsWith("2012"));
        assertThat(RegistrationNumber.personal("1212121212").check("SE", LocalDate.of(2012, 12, 11)))
                .isEqualTo(new Valid(Form.SWEDISH_PERSON, "191212121212"));
        assertThat(RegistrationNumber.personal("121212+1212").check("SE", LocalDate.of(2011, 12, 31)))
                .isEqualTo(new Valid(Form.SWEDISH_PERSON, "181212121212"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"121312-1212", "120012-1212", "121200-1212", "121232-1212", "110229-1212", "20990101-1212"})
    void aDayThatIsNoneIsNobodysBirthday(String number) {
        assertThat(person(number))
                .isInstanceOfSatisfying(
                        Invalid.class, wrong -> assertThat(wrong.reason()).contains("no day"));
    }

    @Test
    void aCoordinationNumberHasSixtyMoreForItsDayAndOneFittingLastDigit() {
        List<RegistrationCheck> checked = IntStream.range(0, 10)
                .mapToObj(last -> person("19121272-121" + last))
                .toList();

        assertThat(checked)
                .filteredOn(check -> check instanceof Valid)
                .singleElement()
                .satisfies(check -> assertThat(((Valid) check).form()).isEqualTo(Form.SWEDISH_COORDINATION));
        assertThat(checked).filteredOn(check -> check instanceof Invalid).hasSize(9);
        assertThat(person("19121292-1212")).isInstanceOf(Invalid.class);
    }

    @Test
    void aPrivatePersonHasNoOrganisationNumberButASoleTraderHasAPersonalOne() {
        assertThat(person("556012-5790"))
                .isInstanceOfSatisfying(
                        Invalid.class, wrong -> assertThat(wrong.reason()).contains("private person"));
        assertThat(organisation("191212121212", "SE")).isInstanceOf(Valid.class);
        assertThat(organisation("16121212-1212", "SE")).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"974760673", "974 760 673", "NO 974 760 673 MVA", "no974760673"})
    void aNorwegianNumberHasNineDigitsAndElevenDividesIt(String number) {
        assertThat(organisation(number, "NO")).isEqualTo(new Valid(Form.NORWEGIAN_ORGANISATION, "974760673"));
        assertThat(organisation("974760674", "NO")).isInstanceOf(Invalid.class);
        assertThat(organisation("97476067", "NO")).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13585628", "DK13585628", "13 58 56 28"})
    void aDanishNumberHasEightDigitsAndElevenDividesIt(String number) {
        assertThat(organisation(number, "DK")).isEqualTo(new Valid(Form.DANISH_COMPANY, "13585628"));
        assertThat(organisation("13585627", "DK")).isInstanceOf(Invalid.class);
        assertThat(organisation("1358562", "DK")).isInstanceOf(Invalid.class);
    }

    @Test
    void elsewhereAndWithoutAKnownShapeNothingIsChecked() {
        assertThat(organisation("anything", "DE")).isInstanceOf(Unchecked.class);
        assertThat(organisation("0112038-9", "")).isInstanceOf(Unchecked.class);
        assertThat(organisation("974760674", "")).isInstanceOf(Unchecked.class);
        assertThat(organisation("NO974760674", "")).isInstanceOf(Invalid.class);
        assertThat(RegistrationNumber.personal("12345678901").check("NO", TODAY))
                .isInstanceOf(Unchecked.class);
    }

    @Test
    void aPersonShowsInNoText() {
        assertThat(person("19121212-1212")).asString().doesNotContain("1212");
        assertThat(person("19121212-1213")).asString().doesNotContain("1213");
        assertThat(organisation("556012-5790", "SE")).asString().contains("5560125790");
    }
}
