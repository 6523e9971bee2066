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

    /** A Swedish company's has 20 or more where a person's has the month; a Norwegian one has nine digits. */
    private static final Pattern COMPANY = Pattern.compile("|(16)?\\d{2}[2-9]\\d{3}-?\\d{4}|[89]\\d{8}");

    private final Pattern number;

    private HiddenPersons(Pattern number) {
        this.number = number;
    }

    /** The numbers stand in JSON, under this name. */
    public static HiddenPersons inJson(String property) {
        return new HiddenPersons(Pattern.compile("(\"" + property + "\"\\s*:\\s*\")([^\"]*)"));
    }

    /** The numbers stand in XML, in elements of this name in whatever namespace. */
    public static HiddenPersons inXml(String element) {
        return new HiddenPersons(Pattern.compile("(<(?:[\\w.-]+:)?" + element + ">)([^<]*)"));
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
                        COMPANY.matcher(found.group(2)).matches() ? found.group() : found.group(1) + HIDDEN));
    }
}
