package org.accountinghub.connectors.testkit.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.accountinghub.connectors.spi.ConnectionSettings;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.InvalidSettingsException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.Setting;
import org.accountinghub.connectors.testkit.partner.Reply;
import org.accountinghub.connectors.testkit.rules.SoundFactory.Opening;
import org.accountinghub.connectors.testkit.rules.SoundFactory.Parts;
import org.accountinghub.mappings.model.Problem;

/** Bad in what every connector does. */
final class ConnectorMutants {

    private ConnectorMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.with(
                        "nobody registered it",
                        Kits.Any.class,
                        () -> new SoundBench(new SoundFactory() {}),
                        "itIsFoundByServiceLoader"),
                Mutant.of(
                        "asks again when no answer comes",
                        Kits.Any.class,
                        Mutant.calling(Restless::new),
                        "noClientSendsAgainByItself"),
                understanding(
                        "names another setting than the missing one",
                        ConnectorMutants::misnaming,
                        "requiredSettingsThatAreMissingAreNamed"),
                understanding("takes any word for no", ConnectorMutants::tolerant, "wrongSettingsAreNamed"),
                Mutant.with(
                        "has a setting that it does not explain",
                        Kits.Any.class,
                        () -> new SoundBench(new SoundFactory(
                                SoundConnector::new, ConnectorMutants::unexplained, UnaryOperator.identity())),
                        "everySettingSaysWhatItMeansOnce"),
                Mutant.with(
                        "says hello when it is opened",
                        Kits.Any.class,
                        () -> new SoundBench(new SoundFactory(ConnectorMutants::greeting)) {
                            @Override
                            public Set<String> madeByBrowser() {
                                return Set.of("GET /hello");
                            }
                        },
                        "openingCallsNobody"),
                checking(
                        "always finds something",
                        (parts, found) -> found.isEmpty() ? List.of(SoundClient.problem("pedantic")) : found,
                        "aHealthyConnectionHasNoProblems"),
                checking(
                        "finds nothing wrong with a refused password",
                        (parts, found) -> parts.password().reveal().startsWith("wrong") ? List.of() : found,
                        "aWrongSecretIsFoundByTheCheck"),
                checking(
                        "stops at the first missing right",
                        (parts, found) -> found.subList(0, Math.min(1, found.size())),
                        "theCheckNamesEveryMissingRight"),
                checking(
                        "thinks that silence means well",
                        (parts, found) -> parts.partner().faults().struck() > 0 ? List.of() : found,
                        "theCheckOfAPartnerThatIsAwayIsAProblemAndNoException"),
                Mutant.of("shows its password", Kits.Any.class, Talkative::new, "whatItShowsOfItselfHidesItsSecrets"));
    }

    private static Mutant understanding(String words, UnaryOperator<ConnectionSettings> understood, String rule) {
        return Mutant.with(
                words,
                Kits.Any.class,
                () -> new SoundBench(new SoundFactory(SoundConnector::new, UnaryOperator.identity(), understood)),
                rule);
    }

    private static Mutant checking(String words, BiFunction<Parts, List<Problem>, List<Problem>> told, String rule) {
        Opening opening = parts -> new SoundConnector(parts) {
            @Override
            public List<Problem> check(Conversation conversation) {
                return told.apply(parts, super.check(conversation));
            }
        };
        return Mutant.of(words, Kits.Any.class, opening, rule);
    }

    private static ConnectionSettings misnaming(ConnectionSettings given) {
        if (given.find("address").isEmpty()) {
            throw new InvalidSettingsException("by", "is missing");
        }
        return given;
    }

    private static ConnectionSettings tolerant(ConnectionSettings given) {
        Map<String, String> values = new HashMap<>(given.values());
        values.replace("letters", "maybe", "no");
        return new ConnectionSettings(given.connection(), given.zone(), values, given.secrets());
    }

    private static List<Setting> unexplained(List<Setting> settings) {
        List<Setting> more = new ArrayList<>(settings);
        more.add(Setting.optional("colour", "whatever"));
        return more;
    }

    static SoundConnector greeting(Parts parts) {
        parts.partner().send("GET", "/hello", Map.of(), "");
        return new SoundConnector(parts);
    }

    private static final class Restless extends SoundClient {
        Restless(Parts parts) {
            super(parts);
        }

        @Override
        Optional<Reply> sent(String method, String path, Map<String, String> fields, Secret token) {
            Optional<Reply> reply = super.sent(method, path, fields, token);
            return reply.filter(Reply::cut).isPresent() && method.equals("GET")
                    ? super.sent(method, path, fields, token)
                    : reply;
        }
    }

    private static final class Talkative extends SoundConnector {
        Talkative(Parts parts) {
            super(parts);
        }

        @Override
        public String toString() {
            return "paper with " + parts.password().reveal();
        }
    }
}
