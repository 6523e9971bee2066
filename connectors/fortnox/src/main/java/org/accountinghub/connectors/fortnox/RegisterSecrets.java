package org.accountinghub.connectors.fortnox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accountinghub.connectors.http.Hiding;
import org.accountinghub.connectors.http.SecretNumbers;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.mappings.model.register.RegisterEdit;

/** Hides the numbers of everybody who may be a person: registers hold mistyped ones that nothing else knows for one. */
final class RegisterSecrets {

    private static final String HIDDEN = "***";

    private static final Pattern REGISTRATION = Pattern.compile("(\"OrganisationNumber\"\\s*:\\s*\")([^\"]*)");

    /** A company's has 20 or more where a person's has the month. */
    private static final Pattern COMPANY = Pattern.compile("|(16)?\\d{2}[2-9]\\d{3}-?\\d{4}");

    private RegisterSecrets() {}

    /** In requests and answers about records. */
    static Conversation hidden(Conversation everything) {
        return exchange -> everything.heard(new Exchange(
                exchange.operation(),
                exchange.uri(),
                exchange.at(),
                exchange.took(),
                withoutPersons(exchange.request()),
                exchange.status(),
                withoutPersons(exchange.answer())));
    }

    /** And wherever the change's own number shows besides. */
    static Conversation hidden(RegisterEdit edit, Conversation everything) {
        return Hiding.of(SecretNumbers.of(edit), hidden(everything));
    }

    private static String withoutPersons(String json) {
        return REGISTRATION
                .matcher(json)
                .replaceAll(found -> Matcher.quoteReplacement(
                        COMPANY.matcher(found.group(2)).matches() ? found.group() : found.group(1) + HIDDEN));
    }
}
