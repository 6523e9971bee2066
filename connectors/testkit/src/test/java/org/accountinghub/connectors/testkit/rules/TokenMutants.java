package org.accountinghub.connectors.testkit.rules;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.accountinghub.connectors.spi.Consent;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Grant;
import org.accountinghub.connectors.spi.NoConsentException;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.spi.TokenUnavailableException;
import org.accountinghub.connectors.testkit.partner.Reply;
import org.accountinghub.connectors.testkit.rules.Heard.Failed;
import org.accountinghub.connectors.testkit.rules.SoundFactory.Parts;
import org.accountinghub.mappings.model.Problem;

/** Bad in how they get and renew tokens. */
final class TokenMutants {

    private TokenMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of(
                        "forgets the state",
                        Kits.Consent.class,
                        Stateless::new,
                        "theConsentPageNamesStateAndRedirectAndNoSecret"),
                consent(
                        "does not know for which company",
                        Anonymous::new,
                        "aConsentGivesTokensThatWorkAndNamesTheCompany"),
                consent("asks for a used code again later", CodeAgain::new, "aCodeIsGoodOnce"),
                consent("keeps the old refresh token", Keeping::new, "aRenewalRotatesAndTheOldTokenIsDead"),
                consent("does not renew what has ended", Stale::new, "anExpiredAccessTokenIsRenewedByTheNextCall"),
                Mutant.of("asks without a consent", Kits.Consent.class, Asking::new, "withoutAConsentNothingIsAsked"),
                consent(
                        "takes an error for a revoked consent",
                        Gloomy::new,
                        "aTokenServiceThatIsOutOfOrderMayAnswerLater"),
                consent(
                        "asks again for a rotation that was not answered",
                        Insisting::new,
                        "aRotationWhoseAnswerWasLostEndsInABlockAndNotInASecondRequest"),
                consent("waits for a revoked consent", Waiting::new, "aRevokedConsentIsNoConsent"),
                Mutant.of(
                        "logs in on its own for a check", Kits.Login.class, Private::new, "aLoginIsOneRequestAndWorks"),
                Mutant.of(
                        "logs in anew to check what it brought",
                        Kits.Login.class,
                        Zealous::new,
                        "allCallsShareOneLogin"),
                login("does not log in again", GivesUp::new, "oneThatThePartnerEndedIsRenewedOnceByTheNextCall"),
                login(
                        "hopes that wrong credentials become right",
                        Hoping::new,
                        "wrongCredentialsAreNoConsentAndAskedOnce"),
                login("takes an error for wrong credentials", Gloomy::new, "aLoginThatIsNotAnsweredMayBeLater"),
                Mutant.of(
                        "wants a consent that nobody can give",
                        Kits.Login.class,
                        Demanding::new,
                        "nobodyHasToConsent"));
    }

    private static Mutant consent(String words, Function<Parts, SoundClient> client, String rule) {
        return Mutant.of(words, Kits.Consent.class, Mutant.calling(client), rule);
    }

    private static Mutant login(String words, Function<Parts, SoundClient> client, String rule) {
        return Mutant.of(words, Kits.Login.class, Mutant.calling(client), rule);
    }

    private static final class Stateless extends SoundConnector {
        Stateless(Parts parts) {
            super(parts);
        }

        @Override
        public Optional<Consent> consent() {
            return Optional.of(new Signature() {
                @Override
                public URI page(String state, URI redirect) {
                    return super.page("", redirect);
                }
            });
        }
    }

    private static final class Asking extends SoundConnector {
        Asking(Parts parts) {
            super(parts);
        }

        @Override
        public Grant renew(Optional<Secret> refreshToken, Optional<String> tenant) {
            return super.renew(refreshToken.or(() -> Optional.of(new Secret("perhaps"))), tenant);
        }
    }

    private static final class Demanding extends SoundConnector {
        Demanding(Parts parts) {
            super(parts);
        }

        @Override
        public Optional<Consent> consent() {
            return Optional.of(new Signature());
        }
    }

    private static final class Zealous extends SoundConnector {
        Zealous(Parts parts) {
            super(parts);
        }

        @Override
        public List<Problem> check(Conversation conversation) {
            if (!parts.partner().book().effects().isEmpty()) {
                parts.hub().tokens().insteadOf(parts.hub().tokens().current());
            }
            return super.check(conversation);
        }
    }

    private static class Anonymous extends SoundClient {
        Anonymous(Parts parts) {
            super(parts);
        }

        @Override
        Grant grant(String by, String value) {
            return changed(super.grant(by, value), value);
        }

        Grant changed(Grant grant, String value) {
            return with(grant, grant.accessExpires(), grant.refreshToken(), Optional.empty());
        }

        static Grant with(Grant grant, Instant expires, Optional<Secret> refresh, Optional<String> tenant) {
            return new Grant(grant.accessToken(), expires, refresh, tenant);
        }
    }

    private static final class Keeping extends Anonymous {
        Keeping(Parts parts) {
            super(parts);
        }

        @Override
        Grant changed(Grant grant, String value) {
            Optional<Secret> refresh =
                    value.startsWith("refresh") ? Optional.of(new Secret(value)) : grant.refreshToken();
            return with(grant, grant.accessExpires(), refresh, grant.tenant());
        }
    }

    /** As long as nobody is there that it has brought. */
    private static final class Private extends SoundConnector {
        Private(Parts parts) {
            super(parts);
        }

        @Override
        public List<Problem> check(Conversation conversation) {
            if (parts.partner().book().effects().isEmpty()) {
                client.grant("password", "");
            }
            return super.check(conversation);
        }
    }

    private static final class Stale extends Anonymous {
        Stale(Parts parts) {
            super(parts);
        }

        @Override
        Grant changed(Grant grant, String value) {
            return with(grant, grant.accessExpires().plus(Duration.ofDays(10)), grant.refreshToken(), grant.tenant());
        }

        @Override
        Heard readAgain(String path, Map<String, String> fields, Secret refused, Conversation conversation) {
            return new Failed(unknown(false));
        }
    }

    private static final class GivesUp extends SoundClient {
        GivesUp(Parts parts) {
            super(parts);
        }

        @Override
        Heard readAgain(String path, Map<String, String> fields, Secret refused, Conversation conversation) {
            return new Failed(unknown(false));
        }
    }

    private static final class CodeAgain extends SoundClient {
        CodeAgain(Parts parts) {
            super(parts);
        }

        @Override
        RuntimeException noToken(String by, int status) {
            return by.equals("code") ? new TokenUnavailableException(problem("later")) : super.noToken(by, status);
        }
    }

    private static final class Hoping extends SoundClient {
        Hoping(Parts parts) {
            super(parts);
        }

        @Override
        RuntimeException noToken(String by, int status) {
            return new TokenUnavailableException(problem("later"));
        }
    }

    private static final class Waiting extends SoundClient {
        Waiting(Parts parts) {
            super(parts);
        }

        @Override
        RuntimeException noToken(String by, int status) {
            return parts.partner().isRevoked()
                    ? new TokenUnavailableException(problem("later"))
                    : super.noToken(by, status);
        }
    }

    private static final class Gloomy extends SoundClient {
        Gloomy(Parts parts) {
            super(parts);
        }

        @Override
        RuntimeException noToken(String by, int status) {
            return new NoConsentException(problem("gone"));
        }
    }

    /** Only where something was committed, so that it is no other rule's matter. */
    private static final class Insisting extends SoundClient {
        Insisting(Parts parts) {
            super(parts);
        }

        @Override
        Optional<Reply> asked(String by, String value) {
            int before = parts.partner().journal().count(PaperTokens.OPERATION);
            Optional<Reply> reply = super.asked(by, value);
            return before > 0 && reply.filter(Reply::cut).isPresent() ? super.asked(by, value) : reply;
        }
    }
}
