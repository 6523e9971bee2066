package org.accountinghub.routes.uploads.row;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.uploads.file.Cell;

/** Makes the canonical value of a field of what stands in a cell, or says why that cannot be. */
final class ValueReader {

    /** In place of a value: the field shall lose the one it has. An empty cell leaves it. */
    static final Set<String> CLEAR = Set.of("(töm)", "(clear)");

    private static final int LONGEST = 500;
    private static final int LONGEST_REGISTRATION = 30;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@,;<>\"()]{1,64}@[^\\s@,;<>\"()]{1,180}\\.[\\p{L}\\d-]{2,}");
    private static final Pattern PHONE = Pattern.compile("(?=(\\D*\\d){4})[0-9+()/.\\-\\s\\u00a0]{4,40}");
    private static final Pattern VAT_NUMBER = Pattern.compile("[A-Z]{2}[A-Z0-9+*]{2,13}");
    private static final Set<RegisterField> NEVER_EMPTY = Set.of(
            RegisterField.NAME,
            RegisterField.CUSTOMER_KIND,
            RegisterField.VAT_TREATMENT,
            RegisterField.CUSTOMER_ACTIVE,
            RegisterField.DESCRIPTION,
            RegisterField.ARTICLE_ACTIVE);

    private final Language language;

    ValueReader(Language language) {
        this.language = language;
    }

    /** The text of a cell that is one, as it stands there. */
    Value text(Cell cell) {
        return switch (cell.kind()) {
            case FORMULA -> Value.wrong("is a formula", "Put its result there: copy, then paste as values.");
            case ERROR -> Value.wrong("is an error of a formula", "Put a value there.");
            case DATE ->
                Value.wrong(
                        "was made a date by the spreadsheet", "Format the column as text and type the value again.");
            case TOO_LONG -> Value.wrong("is longer than any value can be", "Shorten it.");
            case BEYOND ->
                Value.wrong(
                        "stands in a column behind the last header",
                        "Put values that contain the separator between quotation marks.");
            case TEXT, NUMBER, FLAG -> {
                if (cell.isBlank()) {
                    yield new Value.Left();
                }
                Optional<Fault> spoilt = Texts.spoilt(cell.text());
                yield spoilt.isPresent() ? new Value.Wrong(spoilt.get()) : new Value.Given(cell.text());
            }
        };
    }

    Value read(RegisterField field, Cell cell) {
        Value text = text(cell);
        if (!(text instanceof Value.Given given)) {
            return text;
        }
        String stripped = given.canonical().strip();
        if (CLEAR.contains(stripped.toLowerCase(Locale.ROOT))) {
            return NEVER_EMPTY.contains(field)
                    ? Value.wrong(
                            "cannot be cleared", "Give a value, or leave the cell empty to keep the one there is.")
                    : new Value.Given("");
        }
        if (stripped.length() > LONGEST) {
            return Value.wrong("has " + stripped.length() + " characters", "Shorten it to " + LONGEST + ".");
        }
        return value(field, stripped, cell.kind());
    }

    private Value value(RegisterField field, String text, Cell.Kind kind) {
        return switch (field) {
            case CUSTOMER_KIND ->
                word(field, text, Words::kind, "no type of customer", "Write Företag or Privat (business, private).");
            case CUSTOMER_ACTIVE, ARTICLE_ACTIVE ->
                word(field, text, Words::flag, "neither yes nor no", "Write ja or nej (yes, no, 1, 0, true, false).");
            case INVOICE_COUNTRY, VISITING_COUNTRY, POSTAL_COUNTRY ->
                word(
                        field,
                        text,
                        Words::country,
                        "no country",
                        "Write its two letters, such as SE (ISO 3166), or its name.");
            case CURRENCY ->
                word(field, text, Words::currency, "no currency", "Write its three letters, such as SEK (ISO 4217).");
            case LANGUAGE ->
                word(field, text, Words::language, "no language", "Write its two letters, such as sv (ISO 639).");
            case VAT_TREATMENT ->
                word(
                        field,
                        text,
                        Words::treatment,
                        "no VAT treatment",
                        "Write DOMESTIC, DOMESTIC_REVERSE_CHARGE, EU_REVERSE_CHARGE, EU_WITH_VAT or EXPORT.");
            case EMAIL, INVOICE_EMAIL ->
                matching(field, text, EMAIL, "no e-mail address", "Write one address, as name@example.com.");
            case PHONE ->
                Texts.isShortened(text)
                        ? shortened()
                        : matching(field, text, PHONE, "no phone number", "Write digits, as 070-123 45 67.");
            case VAT_NUMBER -> vatNumber(text);
            case REGISTRATION_NUMBER -> Texts.isShortened(text) ? shortened() : registration(text);
            case PRICE -> decimal(field, text, kind, 4, new BigDecimal("9999999999"));
            case VAT_RATE -> decimal(field, text, kind, 3, new BigDecimal("100"));
            default -> new Value.Given(field.canonical(text));
        };
    }

    private static Value word(
            RegisterField field, String text, Function<String, Optional<String>> known, String wrong, String remedy) {
        return known.apply(text)
                .<Value>map(word -> new Value.Given(field.canonical(word)))
                .orElseGet(() -> Value.wrong(Texts.quoted(text) + " is " + wrong, remedy));
    }

    private static Value matching(RegisterField field, String text, Pattern form, String wrong, String remedy) {
        return form.matcher(text).matches()
                ? new Value.Given(field.canonical(text))
                : Value.wrong(Texts.quoted(text) + " is " + wrong, remedy);
    }

    /** A sole trader's contains a personal number: it is not shown. */
    private static Value vatNumber(String text) {
        String compact = RegisterField.VAT_NUMBER.canonical(text);
        if (!VAT_NUMBER.matcher(compact).matches()) {
            return Value.wrong("is no VAT number", "Write it with its country, as SE556012579001.");
        }
        return compact.startsWith("SE") && !compact.matches("SE\\d{10}(0[1-9]|[1-9]\\d)")
                ? Value.wrong("is no Swedish VAT number", "Write SE, the ten digits and 01.")
                : new Value.Given(compact);
    }

    private static Value registration(String text) {
        return text.length() > LONGEST_REGISTRATION
                ? Value.wrong("has " + text.length() + " characters", "Write the number alone.")
                : new Value.Given(text);
    }

    private static Value shortened() {
        return Value.wrong(
                "was shortened by the spreadsheet (as 4,67E+11)",
                "Format the column as text and type the number again.");
    }

    private Value decimal(RegisterField field, String text, Cell.Kind kind, int decimals, BigDecimal most) {
        Optional<BigDecimal> number =
                kind == Cell.Kind.NUMBER ? Optional.of(new BigDecimal(text)) : Decimals.parse(text, language);
        boolean swedish = language == Language.SWEDISH;
        if (number.isEmpty()) {
            return Decimals.isDoubtful(text, language)
                    ? Value.wrong(
                            Texts.quoted(text) + " may be thousands or decimals",
                            swedish ? "Write 1234 or 1,2340." : "Write 1234 or 1.2340.")
                    : Value.wrong(
                            Texts.quoted(text) + " is no number",
                            swedish ? "Write it as 1 234,50." : "Write it as 1,234.50.");
        }
        BigDecimal value = number.get().stripTrailingZeros();
        if (value.scale() > decimals) {
            return Value.wrong(
                    Texts.quoted(text) + " has more than " + decimals + " decimals", "Round it to " + decimals + ".");
        }
        if (value.abs().compareTo(most) > 0 || (field == RegisterField.VAT_RATE && value.signum() < 0)) {
            return field == RegisterField.VAT_RATE
                    ? Value.wrong(Texts.quoted(text) + " is no percentage", "Write one from 0 to 100, as 25.")
                    : Value.wrong(Texts.quoted(text) + " is too large", "Write a price of at most ten digits.");
        }
        if (field == RegisterField.VAT_RATE && value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0) {
            return Value.wrong(Texts.quoted(text) + " is less than one percent", "Write the percentage: 25 for 25 %.");
        }
        return new Value.Given(field.canonical(value.toPlainString()));
    }
}
