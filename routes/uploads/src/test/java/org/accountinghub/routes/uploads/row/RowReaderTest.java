package org.accountinghub.routes.uploads.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.uploads.file.Cell;
import org.accountinghub.routes.uploads.file.FileRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static List<Cell> cells(String... texts) {
        return Stream.of(texts).map(text -> new Cell(Cell.Kind.TEXT, text)).toList();
    }

    private static Header header(Register register, String names) {
        return Header.of(register, cells(names.split(";")), 50);
    }

    private static ReadRow customer(String header, String... row) {
        return new RowReader(Register.CUSTOMERS, header(Register.CUSTOMERS, header), TODAY).read(2, cells(row));
    }

    private static ReadRow article(String header, Cell... row) {
        return new RowReader(Register.ARTICLES, header(Register.ARTICLES, header), TODAY).read(2, Arrays.asList(row));
    }

    private static Map<RegisterField, String> fit(ReadRow row) {
        assertThat(row).isInstanceOf(ReadRow.Fit.class);
        return ((ReadRow.Fit) row).record().values();
    }

    private static String unfit(ReadRow row) {
        assertThat(row).isInstanceOf(ReadRow.Unfit.class);
        return ((ReadRow.Unfit) row).reason();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kundnummer;Namn;Orgnr;Ort",
                "KUNDNR;KUNDNAMN;ORG.NR;POSTORT",
                "customer number;Name;Organization Number;City",
                " Kund-nr ;namn;Organisations-/personnummer;Fakturaort"
            })
    void headersAreSwedishOrEnglishInAnySpelling(String header) {
        assertThat(fit(customer(header, "7", "Åsa AB", "556012-5790", "Luleå")))
                .containsOnly(
                        Map.entry(RegisterField.NAME, "Åsa AB"),
                        Map.entry(RegisterField.REGISTRATION_NUMBER, "5560125790"),
                        Map.entry(RegisterField.INVOICE_CITY, "Luleå"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyHeaderOfTheTemplateIsKnownAndTellsItsLanguage(Language language) {
        for (Register register : Register.values()) {
            List<Column> columns = Columns.of(register);
            Header header = Header.of(
                    register,
                    columns.stream()
                            .map(column -> new Cell(Cell.Kind.TEXT, column.header(language)))
                            .toList(),
                    50);
            assertThat(header.unknown()).isEmpty();
            assertThat(header.columns())
                    .extracting(column -> column.orElseThrow())
                    .isEqualTo(columns);
            assertThat(header.language()).isEqualTo(language);
        }
    }

    @Test
    void noNameOfAColumnIsAnothersToo() {
        for (Register register : Register.values()) {
            List<String> names = Columns.of(register).stream()
                    .flatMap(column -> Stream.concat(column.swedish().stream(), column.english().stream())
                            .map(Column::plain)
                            .distinct())
                    .toList();
            assertThat(names).doesNotHaveDuplicates();
        }
    }

    @Test
    void headersComeInAnyOrderAndUnknownOnesAreNamed() {
        Header header = header(Register.CUSTOMERS, "Rabattbrev;Namn;;Kundnummer;Kontakt");
        assertThat(header.unknown()).containsExactly("Rabattbrev", "Kontakt");
        ReadRow read = new RowReader(Register.CUSTOMERS, header, TODAY).read(5, cells("B", "Åsa", "", "7", "x"));
        assertThat(read).isInstanceOfSatisfying(ReadRow.Fit.class, fit -> {
            assertThat(fit.record().number()).isEqualTo("7");
            assertThat(fit.number()).isEqualTo(5);
        });
        assertThat(fit(read)).containsOnlyKeys(RegisterField.NAME);
    }

    @Test
    void aFileWithoutKeysOrWithAColumnTwiceIsRefused() {
        assertThatThrownBy(() -> header(Register.CUSTOMERS, "Namn;Ort"))
                .isInstanceOfSatisfying(FileRefused.class, refused -> {
                    assertThat(refused.reason()).contains("no column", "\"Namn\", \"Ort\"");
                    assertThat(refused.remedy()).contains("Kundnummer", "Customer number", "template");
                });
        assertThatThrownBy(() -> header(Register.CUSTOMERS, "Kundnr;E-post;Namn;e-mail"))
                .hasMessageContaining("\"E-post\" and \"e-mail\"");
        assertThatThrownBy(() -> header(Register.CUSTOMERS, "Kundnr;" + "x;".repeat(60)))
                .hasMessageContaining("61 columns");
    }

    @Test
    void anEmptyCellLeavesAFieldAndAWordClearsIt() {
        assertThat(fit(customer("Kundnr;Namn;Telefon;Mail", "7", "", "(töm)", "(Clear)")))
                .containsOnly(Map.entry(RegisterField.PHONE, ""), Map.entry(RegisterField.EMAIL, ""));
        assertThat(unfit(customer("Kundnr;Namn", "7", "(töm)"))).contains("\"Namn\" (column B) cannot be cleared");
    }

    @Test
    void aRowWithoutANumberIsKeyless() {
        assertThat(customer("Kundnr;Namn", "  ", "Åsa")).isEqualTo(new ReadRow.Keyless(2));
        assertThat(customer("Namn;Kundnr", "Åsa")).isEqualTo(new ReadRow.Keyless(2));
    }

    @Test
    void everythingThatIsWrongWithARowIsSaidAtOnceWithColumnValueAndRemedy() {
        assertThat(unfit(customer(
                        "Kundnr;Mail;Land;Valuta;Språk;Aktiv;Kundtyp;Momstyp;Telefon;VAT-nr",
                        "7",
                        "kalle@",
                        "Sverje",
                        "SEKK",
                        "swe",
                        "kanske",
                        "kommun",
                        "25 %",
                        "ring",
                        "5560125790")))
                .contains("\"Mail\" (column B) \"kalle@\" is no e-mail address. Write one")
                .contains("\"Land\" (column C) \"Sverje\" is no country. Write its two letters")
                .contains("\"SEKK\" is no currency", "\"swe\" is no language", "\"kanske\" is neither yes nor no")
                .contains("\"kommun\" is no type", "\"25 %\" is no VAT treatment", "\"ring\" is no phone number")
                .contains("\"VAT-nr\" (column J) is no VAT number");
    }

    @ParameterizedTest
    @CsvSource({
        "Land,sverige,INVOICE_COUNTRY,SE",
        "Land,Norway,INVOICE_COUNTRY,NO",
        "Land,dk,INVOICE_COUNTRY,DK",
        "Språk,Engelska,LANGUAGE,EN",
        "Språk,sv,LANGUAGE,SV",
        "Valuta,eur,CURRENCY,EUR",
        "Aktiv,Nej,CUSTOMER_ACTIVE,false",
        "Aktiv,1,CUSTOMER_ACTIVE,true",
        "Kundtyp,Privat,CUSTOMER_KIND,PRIVATE",
        "Kundtyp,company,CUSTOMER_KIND,BUSINESS",
        "Momstyp,Omvänd skattskyldighet,VAT_TREATMENT,DOMESTIC_REVERSE_CHARGE",
        "Momstyp,export,VAT_TREATMENT,EXPORT",
        "Postnr,111 22,INVOICE_POSTAL_CODE,11122",
        "VAT-nr,SE 556012-5790 01,VAT_NUMBER,SE556012579001"
    })
    void wordsAreUnderstoodInBothLanguages(String header, String text, RegisterField field, String value) {
        assertThat(fit(customer("Kundnr;" + header, "7", text))).containsOnly(Map.entry(field, value));
    }

    @Test
    void registrationNumbersAreCheckedByCountryAndTypeAndNeverShown() {
        assertThat(unfit(customer("Kundnr;Orgnr", "7", "556012-5791")))
                .contains("\"Orgnr\" (column B) is not right: the last digit does not fit the others. Compare")
                .doesNotContain("5791");
        assertThat(fit(customer("Kundnr;Orgnr;Land", "7", "974 760 673 MVA", "Norge")))
                .containsEntry(RegisterField.REGISTRATION_NUMBER, "974760673");
        assertThat(unfit(customer("Kundnr;Orgnr;Land", "7", "974760674", "Norge")))
                .contains("Norwegian");
        assertThat(fit(customer("Kundnr;Orgnr;Land", "7", "DE-99/x", "Tyskland")))
                .hasSize(2);
        assertThat(unfit(customer("Kundnr;Orgnr;Kundtyp", "7", "556012-5790", "privat")))
                .contains("private person");
    }

    @Test
    void aPersonalNumbersColumnMakesTheCustomerPrivate() {
        assertThat(fit(customer("Kundnr;Orgnr;Personnr", "7", "", "19121212-1212")))
                .containsEntry(RegisterField.CUSTOMER_KIND, "PRIVATE")
                .containsEntry(RegisterField.REGISTRATION_NUMBER, "1212121212");
        assertThat(unfit(customer("Kundnr;Orgnr;Personnr", "7", "556012-5790", "19121212-1212")))
                .contains("not what another column says")
                .doesNotContain("1212");
        assertThat(unfit(customer("Kundnr;Personnr;Namn", "191212121212", "19121212-1213", "\u0001")))
                .doesNotContain("1213");
        assertThat(((ReadRow.Unfit) customer("Kundnr;Mail", "191212121212", "191212121212")))
                .satisfies(row -> assertThat(row.key() + row.reason()).doesNotContain("1212"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pris|1 234,50|1234.5",
                "Pris|1\u00a0234,50 kr|1234.5",
                "Pris|1.234,50|1234.5",
                "Pris|1,234.50|1234.5",
                "Pris|-12,5|-12.5",
                "Pris|1,234|1.234",
                "Pris|0.125|0.125",
                "Price|1.234|1.234",
                "Price|1234.50|1234.5",
                "Pris|2500|2500"
            })
    void numbersAreReadAsTheirLanguageWritesThem(String header, String text, String value) {
        String key = header.equals("Pris") ? "Artikelnr;" : "Article number;";
        assertThat(fit(article(key + header, new Cell(Cell.Kind.TEXT, "A"), new Cell(Cell.Kind.TEXT, text))))
                .containsOnly(Map.entry(RegisterField.PRICE, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pris|1.234|may be thousands or decimals",
                "Price|1,234|may be thousands or decimals",
                "Pris|12 34,5|is no number",
                "Pris|1,2,3|is no number",
                "Pris|gratis|is no number",
                "Pris|0,12345|more than 4 decimals",
                "Pris|99999999999|too large",
                "Pris|gratis|Write it as 1 234,50",
                "Price|free|Write it as 1,234.50",
                "Pris|1.234|Write 1234 or 1,2340",
                "Price|1,234|Write 1234 or 1.2340",
                "Moms|0,25|less than one percent",
                "Moms|125|no percentage",
                "Moms|-25|no percentage"
            })
    void whatIsNoNumberOrDoubtfulIsRefused(String header, String text, String why) {
        String key = header.equals("Price") ? "Article number;" : "Artikelnr;";
        assertThat(unfit(article(key + header, new Cell(Cell.Kind.TEXT, "A"), new Cell(Cell.Kind.TEXT, text))))
                .contains(why, "Write".equals(why) ? "" : ".");
    }

    @Test
    void aWorkbooksNumberIsNeverDoubtful() {
        assertThat(fit(article(
                        "Artikelnr;Pris;Moms",
                        new Cell(Cell.Kind.NUMBER, "10"),
                        new Cell(Cell.Kind.NUMBER, "1.234"),
                        new Cell(Cell.Kind.NUMBER, "25"))))
                .containsEntry(RegisterField.PRICE, "1.234")
                .containsEntry(RegisterField.VAT_RATE, "25");
    }

    @ParameterizedTest
    @CsvSource({
        "FORMULA,is a formula",
        "ERROR,error of a formula",
        "DATE,made a date",
        "TOO_LONG,longer",
        "BEYOND,behind the last"
    })
    void cellsThatHoldNoValueAreRefused(Cell.Kind kind, String why) {
        assertThat(unfit(article("Artikelnr;Enhet", new Cell(Cell.Kind.TEXT, "A"), new Cell(kind, ""))))
                .contains(why);
    }

    @Test
    void aFormulaAsNumberOfTheRecordIsRefusedToo() {
        assertThat(unfit(article("Artikelnr", new Cell(Cell.Kind.FORMULA, ""))))
                .contains("\"Artikelnr\" (column A) is a formula");
    }

    @ParameterizedTest
    @CsvSource({"Ã…sa AB,garbled letters", "Br\uFFFDderna,lost letters", "A\u0007B,characters that no text has"})
    void spoiltTextsAreRefused(String name, String why) {
        assertThat(unfit(customer("Kundnr;Namn", "7", name))).contains(why);
    }

    @Test
    void shortenedNumbersAndLongValuesAreRefused() {
        assertThat(unfit(customer("Kundnr;Orgnr", "7", "1,91212E+11"))).contains("shortened by the spreadsheet");
        assertThat(unfit(customer("Kundnr;Namn", "4,67E+11", "x"))).contains("\"Kundnr\" (column A) was shortened");
        assertThat(unfit(customer("Kundnr;Namn", "7", "x".repeat(501)))).contains("has 501 characters");
        assertThat(unfit(customer("Kundnr;Namn", "7".repeat(51), "x"))).contains("has 51 characters");
    }

    @Test
    void columnsAreNamedAsASpreadsheetNamesThem() {
        assertThat(Header.letters(0)
                        + Header.letters(25)
                        + Header.letters(26)
                        + Header.letters(701)
                        + Header.letters(702))
                .isEqualTo("AZAAZZAAA");
    }
}
