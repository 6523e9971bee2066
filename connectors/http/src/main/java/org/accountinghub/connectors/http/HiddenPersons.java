package org.accountinghub.connectors.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.mappings.model.register.RegisterEdit;

/**
 * Hides the registration numbers of everybody who may be a person, in requests and answers about records: registers hold
 * mistyped ones that nothing else knows for one.
 */
public final class HiddenPersons {

    private static final String HIDDEN = "***";

    /** A Swedish company's has 20 or more where a person's has the month. */
    private static final String COMPANY = "|(16)?\\d{2}[2-9]\\d{3}-?\\d{4}";

    private final Pattern number;
    private final Pattern company;

    private HiddenPersons(Pattern number, Pattern company) {
        this.number = number;
        this.company = company;
    }

    /** The numbers stand in JSON, under this name. */
    public static HiddenPersons inJson(String property) {
        return new HiddenPersons(
                Pattern.compile("(\"" + property + "\"\\s*:\\s*\")([^\"]*)"), Pattern.compile(COMPANY));
    }

    /** The numbers stand in XML, in elements of this name in whatever namespace. */
    public static HiddenPersons inXml(String element) {
        return new HiddenPersons(Pattern.compile("(<(?:[\\w.-]+:)?" + element + ">)([^<]*)"), Pattern.compile(COMPANY));
    }

    /**
     * The same, other companies' numbers shown besides.
     *
     * @param numbers a regular expression, of what is no mistyped Swedish number where this partner is
     */
    public HiddenPersons showing(String numbers) {
        return new HiddenPersons(number, Pattern.compile(company.pattern() + "|" + numbers));
    }

    /** A conversation in which none of them shows. */
    public Conversation of(Conversation everything) {
        return exchange -> everything.heard(new Exchange(
                exchange.operation(),
                exchange.uri(),
                exchange.at(),
                exchange.took(),
                withoutPersons(exchange.request()),
                exchange.status(),
                withoutPersons(exchange.answer())));
    }

    /** Nor the change's own number, wherever it shows besides. */
    public Conversation of(RegisterEdit edit, Conversation everything) {
        return Hiding.of(SecretNumbers.of(edit), of(everything));
    }

    private String withoutPersons(String text) {
        return number.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        company.matcher(found.group(2)).matches() ? found.group() : found.group(1) + HIDDEN));
    }
}
