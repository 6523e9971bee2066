package org.accountinghub.mappings.fortnox;

import static org.accountinghub.mappings.samples.SampleReductions.COORDINATION_NUMBER;
import static org.accountinghub.mappings.samples.SampleReductions.PERSONAL_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.accountinghub.mappings.fortnox.wire.FortnoxTaxReduction;
import org.accountinghub.mappings.fortnox.wire.NewTaxReduction;
import org.accountinghub.mappings.fortnox.wire.NewTaxReduction.ReferenceDocumentType;
import org.accountinghub.mappings.json.WireJson;
import org.accountinghub.mappings.model.BillableOrder;
import org.accountinghub.mappings.model.PersonalIdentity;
import org.accountinghub.mappings.model.Problem;
import org.accountinghub.mappings.model.TaxReduction;
import org.accountinghub.mappings.model.TaxReduction.Person;
import org.accountinghub.mappings.model.Translation;
import org.accountinghub.mappings.model.WorkType;
import org.accountinghub.mappings.samples.OrderSketch;
import org.accountinghub.mappings.samples.SampleCustomers;
import org.accountinghub.mappings.samples.SampleReductions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxReductionTranslationTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);

    private final BillableOrder ofTwo = OrderSketch.order("1")
            .payer(SampleCustomers.person())
            .article("ARB", "Arbete", "2", "h", "845")
            .as(WorkType.ELECTRICITY, "2")
            .asks(SampleReductions.of(TaxReduction.Type.ROT, SampleReductions.HOUSE, 2, 1))
            .sketched();

    @Test
    void asksForWhatFortnoxComputed() {
        List<NewTaxReduction> asked = asked(ofTwo, "1000");

        assertThat(asked).extracting(NewTaxReduction::askedAmount).containsExactly(amount("667"), amount("333"));
        assertThat(asked)
                .extracting(NewTaxReduction::socialSecurityNumber)
                .containsExactly(PERSONAL_NUMBER, COORDINATION_NUMBER);
        assertThat(asked).extracting(NewTaxReduction::referenceNumber).containsOnly("17");
        assertThat(asked.toString()).doesNotContain("1212");
    }

    @Test
    void anOrderThatAsksForNothingHasNone() {
        BillableOrder order = OrderSketch.order("1").free("Besök", "1", "10").sketched();

        assertThat(asked(order, "0")).isEmpty();
    }

    @Test
    void nobodyAsksForLessThanAKrona() {
        Translation<List<NewTaxReduction>> nothing =
                TaxReductionTranslation.translate(ofTwo, ReferenceDocumentType.ORDER, "17", amount("1.5"));

        assertThat(((Translation.Refused<List<NewTaxReduction>>) nothing).problems())
                .extracting(Problem::cause)
                .containsExactly("fortnox.tax-reduction-too-small");
    }

    @Test
    void theSumOfThePartsIsTheWholeKronorOfTheAmount() {
        Random random = new Random(4);
        for (int i = 0; i < 2000; i++) {
            BigDecimal computed = BigDecimal.valueOf(random.nextInt(5_000_000), 2);
            List<Person> persons = IntStream.rangeClosed(0, random.nextInt(5))
                    .mapToObj(person -> SampleReductions.person(1 + random.nextInt(100)))
                    .toList();
            long shares = persons.stream().mapToLong(Person::share).sum();

            List<Long> parts = TaxReductionTranslation.split(computed, persons);

            assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(computed.longValue());
            assertThat(IntStream.range(0, parts.size())
                            .mapToDouble(part -> parts.get(part)
                                    - (double) computed.longValue()
                                            * persons.get(part).share()
                                            / shares))
                    .allMatch(rounding -> Math.abs(rounding) < 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "191212121212, true",
        "19121212-1212, true",
        "19121212 1212, true",
        "1212121212, true",
        "121212-1212, true",
        "121212+1212, true",
        "121212-1213, false",
        "191312121212, false",
        "121312-1212, false",
        "556012-5790, false",
        "2912121212, false",
        "Åsa, false",
        "'', false"
    })
    void knowsAPersonalNumberInEverySpelling(String written, boolean one) {
        assertThat(PersonalIdentity.twelveDigits(written, DATE))
                .isEqualTo(Optional.of(PERSONAL_NUMBER).filter(number -> one));
    }

    @Test
    void whoIsNotBornCannotAsk() {
        assertThat(PersonalIdentity.twelveDigits(PERSONAL_NUMBER, LocalDate.of(1912, 12, 11)))
                .isEmpty();
        assertThat(PersonalIdentity.twelveDigits("1212121212", LocalDate.of(2030, 1, 1)))
                .hasValueSatisfying(number -> assertThat(number).startsWith("2012"));
    }

    @Test
    void isFoundByDocumentAndPerson() {
        List<FortnoxTaxReduction> hits = Stream.of(
                        hit("1", "ORDER", "\"17\"", "121212-1212"),
                        hit("2", "INVOICE", "\"171\"", "19121212-1212"),
                        hit("3", "INVOICE", "17", COORDINATION_NUMBER),
                        hit("4", "INVOICE", "\"17\"", "19121212-1212"))
                .toList();
        List<FortnoxTaxReduction> ofDocument = TaxReductionMatch.of(ReferenceDocumentType.INVOICE, "17", hits);

        assertThat(ofDocument).extracting(FortnoxTaxReduction::id).containsExactly(Optional.of("3"), Optional.of("4"));
        assertThat(by(SampleReductions.person(1), ofDocument)).contains("4");
        assertThat(by(SampleReductions.second(1), ofDocument)).contains("3");
        assertThat(by(SampleReductions.person(1), List.of())).isEmpty();
    }

    private Optional<String> by(Person person, List<FortnoxTaxReduction> hits) {
        return TaxReductionMatch.by(ofTwo, person, hits).flatMap(FortnoxTaxReduction::id);
    }

    private static FortnoxTaxReduction hit(String id, String type, String number, String person) {
        return WireJson.read("""
                {"TaxReductions":[{"Id":%s,"ReferenceDocumentType":"%s","ReferenceNumber":%s,"SocialSecurityNumber":"%s"}]}
                """.formatted(id, type, number, person), FortnoxTaxReduction.Page.class)
                .items()
                .get(0);
    }

    private static List<NewTaxReduction> asked(BillableOrder order, String computed) {
        return ((Translation.Done<List<NewTaxReduction>>)
                        TaxReductionTranslation.translate(order, ReferenceDocumentType.INVOICE, "17", amount(computed)))
                .value();
    }

    private static BigDecimal amount(String kronor) {
        return new BigDecimal(kronor);
    }
}
